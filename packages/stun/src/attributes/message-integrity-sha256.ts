/** MESSAGE-INTEGRITY-SHA256: an HMAC-SHA256, which may be cut to 16 octets or more. RFC 8489 §14.6. See integrity.ts. */
export const MESSAGE_INTEGRITY_SHA256 = 0x001c
export const MESSAGE_INTEGRITY_SHA256_LENGTH = 32
