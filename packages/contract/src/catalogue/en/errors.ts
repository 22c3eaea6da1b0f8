/** What the server answers when it does not do what was asked. */
import type { ErrorCode } from "../../errors.ts"

export const errorsEn = {
  AddressInUse:
    "Another program on this machine already uses {transport} port {port} at {address}. Nothing was changed: choose another port, or end that program.",
  AddressNotAdmitted: "Your address, {address}, may not reach this console.",
  AddressNotAvailable:
    "This machine has no address {address}. Nothing was changed: choose one of the addresses listed.",
  BackupFailed: "The backup could not be written: {reason}. Nothing was changed.",
  CannotListen: "{transport} port {port} at {address} cannot be opened. Nothing was changed.",
  CertificateInUse: "“{name}” is in use: {uses}. Nothing was changed: put another certificate in its place first.",
  CertificateNotRenewable:
    "“{name}” was imported and cannot be renewed here: its names or its key are of a kind that Homeport does not write. Ask whoever issued it for a new one.",
  CertificateUnusable:
    "This machine's TLS library refuses the SPE certificate or its key. Nothing was changed: install another certificate.",
  ChangedMeanwhile:
    "Somebody else changed this since you opened it. Nothing was changed: look at the newer values and apply again.",
  CrossSite: "This request came from another web site and was refused.",
  DeviceNeedsStaging:
    "“{model}” speaks no TLS 1.2, so it cannot fetch over HTTPS. Start Homeport with HOMEPORT_PHONES_HTTP and stage it in the office, or enter its sheet by hand.",
  DeviceNotServed: "There is no file for this device as its station is set. Its page says why.",
  DyndnsNotUpdatedHere: "Homeport does not update the public name: choose that under DynDNS first.",
  FirstPasswordExists: "The first password has been set already. Sign in with it.",
  HostNotAllowed:
    "This system does not answer to the name in the address bar. Open it by its IP address, or by the public name entered under DynDNS.",
  Internal: "Something went wrong inside Homeport. The request id stands in the log of the server.",
  InvalidInput: "Something in the request is not right; the fields say what.",
  IssuerNotHere: "The key of the CA that signed “{name}” is not on this system. Only that CA can do this.",
  LastExpert:
    "This is the last account with the role Expert: without it nobody could change anything any more. Make somebody else an expert first.",
  Malformed: "The request could not be understood: it is not HTTP, its address is broken, or its body is no JSON.",
  NoBackupPassPhrase: "Enter a pass-phrase for scheduled backups first.",
  NoPrivateKey: "“{name}” is here without its private key.",
  NoRevocationList: "“{name}” is no CA whose key is here: there is no revocation list of it.",
  NoSecondFactorBegun: "No second factor waits for its first code, or it has waited too long. Begin again.",
  NotAllowed: "Your role may not do this. An administrator with the role Expert can.",
  NotFound: "This does not exist (any more).",
  NotJson: "The request's body must be JSON.",
  NotSignedIn: "Sign in first: nobody is signed in, or the login has ended.",
  NotWithToken: "An API token cannot make API tokens. Sign in with name and password for that.",
  OwnAccount: "This is your own account: change its password and second factor under My Account.",
  NotificationsOff: "Switch this on and apply it first.",
  PermissionDenied:
    "Homeport may not open {transport} port {port} at {address}: ports below 1024 need a permission of the operating system. Nothing was changed.",
  PhonesOff:
    "The listener for phones is off: there is no address to fetch from. Start Homeport with HOMEPORT_PHONES, such as 0.0.0.0:8443, or for the office alone with HOMEPORT_PHONES_HTTP.",
  PublicNameUnknown:
    "No public name or address is known that phones could fetch from. Enter the name under DynDNS, or a STUN server.",
  SecondFactorExists: "Your account has a second factor already. Turn it off first.",
  SecondFactorRequired: "Enter the code of your second factor as well.",
  ShuttingDown: "Homeport is being stopped. Try again in a moment.",
  StationNotAtHome: "Tick “Internet Registration with internal SBC” at the station first.",
  StoreNotWritable:
    "Homeport cannot write to its data folder: the disk is full, read-only or failing. Nothing was changed. Make room and try again.",
  TokenNotValid: "This API token is not valid: it has been revoked, has expired, or is mistyped.",
  TooLarge: "The request is too large.",
  TooManyAdministrators: "There are {maximum} administrators already. Remove one first.",
  TooManyAttempts: "Too many failed attempts from your address. Try again in {seconds} {seconds|second|seconds}.",
  TooManyBlocks: "There are {maximum} blocks by hand already: lift some, or block a network.",
  TooManyCertificates: "There are {maximum} certificates already. Remove some that nothing uses.",
  TooManyCodes:
    "Too many wrong codes for this account. Wait {seconds} {seconds|second|seconds}, or use a recovery code.",
  TooManyDevices: "There are {maximum} devices already: no more can be added.",
  TooManyRequests: "Too many requests from your address. Try again in a moment.",
  TooManyStations: "There are {maximum} stations already: no more can be added.",
  TooManyTokens: "There are {maximum} API tokens of this account already. Revoke one first.",
  TrustLoss:
    "{count} {count|station that is|stations that are} registered over TLS would no longer trust this system: the new certificate comes from another CA. Nothing was changed. Give {count|its phone|their phones} the new CA certificate first, or accept the loss.",
  UsedCode: "This code has been used already. Wait for the next one.",
  WrongCode: "The code is wrong. Codes change every 30 seconds; check the clock of your phone.",
  WrongCredentials: "Name or password is wrong.",
  WrongFirstPasswordCode:
    "This is not the one-time code. It is shown on the terminal where Homeport runs, and stands in the file first-sign-in in the data folder.",
} as const satisfies Record<ErrorCode, string>
