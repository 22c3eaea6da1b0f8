/** Why an event could not be sent on: contract's `DeliveryProblem`. */
import type { DeliveryProblem } from "../../notifications.ts"

export const deliveryEn = {
  "name-not-resolved": "the server's name cannot be resolved",
  "address-forbidden": "the name leads to a link-local address, which is not used",
  "no-connection": "the server cannot be reached",
  "no-answer": "the server did not answer in time",
  certificate: "the server's certificate is not trusted",
  "no-tls": "no common version of TLS, or the port speaks none",
  "no-starttls": "the server does not offer STARTTLS",
  "login-refused": "the server refuses user name or password",
  "sender-refused": "the server refuses the sender",
  "recipient-refused": "the server refuses a recipient",
  refused: "the server refuses the message",
  busy: "the server asks to try again later",
  redirected: "the server points to another address, which is not followed",
  "http-error": "the server answered with an HTTP error",
  interrupted: "Homeport was stopped meanwhile",
} as const satisfies Record<DeliveryProblem, string>
