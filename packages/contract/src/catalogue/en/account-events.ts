/** Who signed in, and what was changed about administrators. */
export const accountEventsEn = {
  "account.signed-in": "{name} signed in from {address}.",
  "account.failed": "A sign-in as “{name}” from {address} failed: name or password was wrong.",
  "account.wrong-code": "A first sign-in from {address} was refused: the one-time code was wrong.",
  "account.first-password": "The first password of {name} was set from {address}.",
  "account.failed-code":
    "A sign-in as “{name}” from {address} failed: the password was right, the code of the second factor was not.",
  "account.recovery-code": "{name} signed in from {address} with a recovery code; {left} {left|is|are} left.",
  "account.added": "{by} added the administrator {name} with the role {role}.",
  "account.renamed": "{by} renamed the administrator {previous}: now {name}.",
  "account.role": "{by} gave {name} the role {role} instead of {previous}.",
  "account.password": "{by} set the password of {name}.",
  "account.removed": "{by} removed the administrator {name}.",
  "account.signed-out": "{by} ended every login of {name}.",
  "account.second-factor-on": "{by} turned on the second factor of {name}.",
  "account.second-factor-off": "{by} turned off the second factor of {name}.",
  "account.recovery-codes": "{by} made new recovery codes for {name}.",
  "token.made": "{by} made the API token “{token}” with the role {role}.",
  "token.revoked": "{by} revoked the API token “{token}” of {name}.",
} as const
