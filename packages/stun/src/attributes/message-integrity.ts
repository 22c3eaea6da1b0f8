/** MESSAGE-INTEGRITY: an HMAC-SHA1 over what precedes it. RFC 8489 §14.5. Made and checked in integrity.ts. */
export const MESSAGE_INTEGRITY = 0x0008
export const MESSAGE_INTEGRITY_LENGTH = 20
