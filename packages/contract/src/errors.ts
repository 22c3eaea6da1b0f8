/**
 * Every way in which the server says no: a code, its HTTP status, and its sentences in the catalogue (`error.<code>`).
 * A problem of one field stands in `fields` with a code of its own (field-problem.ts).
 */
import * as z from "zod/mini"

export const errorStatus = {
  AddressInUse: 409,
  AddressNotAdmitted: 403,
  AddressNotAvailable: 409,
  BackupFailed: 503,
  CannotListen: 409,
  CertificateInUse: 409,
  CertificateNotRenewable: 409,
  CertificateUnusable: 409,
  ChangedMeanwhile: 412,
  CrossSite: 403,
  DeviceNeedsStaging: 409,
  DeviceNotServed: 409,
  DyndnsNotUpdatedHere: 409,
  FirstPasswordExists: 409,
  HostNotAllowed: 421,
  Internal: 500,
  InvalidInput: 400,
  IssuerNotHere: 409,
  LastExpert: 409,
  Malformed: 400,
  NoBackupPassPhrase: 409,
  NoPrivateKey: 409,
  NoRevocationList: 404,
  NoSecondFactorBegun: 409,
  NotAllowed: 403,
  NotFound: 404,
  NotJson: 415,
  NotSignedIn: 401,
  NotWithToken: 403,
  OwnAccount: 409,
  NotificationsOff: 409,
  PermissionDenied: 409,
  PhonesOff: 409,
  PublicNameUnknown: 409,
  SecondFactorExists: 409,
  SecondFactorRequired: 401,
  ShuttingDown: 503,
  StationNotAtHome: 409,
  StoreNotWritable: 503,
  TokenNotValid: 401,
  TooLarge: 413,
  TooManyAdministrators: 409,
  TooManyAttempts: 429,
  TooManyBlocks: 409,
  TooManyCertificates: 409,
  TooManyCodes: 429,
  TooManyDevices: 409,
  TooManyRequests: 429,
  TooManyStations: 409,
  TooManyTokens: 409,
  TrustLoss: 409,
  UsedCode: 401,
  WrongCode: 401,
  WrongCredentials: 401,
  WrongFirstPasswordCode: 401,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorStatus

/** Values that a sentence of the catalogue has places for. */
export type Params = Readonly<Record<string, string | number>>

export const params = z.record(z.string(), z.union([z.string(), z.number()]))

/** One thing wrong with one field: the form shows the catalogue's `field.<code>` there. */
export const fieldError = z.strictObject({ code: z.string(), message: z.string(), params: z.optional(params) })
export type FieldError = z.infer<typeof fieldError>

/** The body of every answer that is not a success. `message` is English; a console translates `code` and `params`. */
export const errorBody = z.strictObject({
  code: z.string(),
  message: z.string(),
  params: z.optional(params),
  /** By dotted path within body, query or params. */
  fields: z.optional(z.record(z.string(), fieldError)),
  requestId: z.string(),
})
export type ErrorBody = z.infer<typeof errorBody>
