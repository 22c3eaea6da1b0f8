/** What is typed to prove who somebody is: in a file of its own, because the sign-in is loaded before all else. */
import * as z from "zod/mini"
import { code } from "./primitives.ts"

/** A new one is checked by the rules of `administratorPasswords`, which need the name. */
export const typedPassword = z.string(code("WrongType")).check(z.maxLength(256, code("TooLong")))
export const neededPassword = typedPassword.check(z.minLength(1, code("Required")))

/** A code of an authenticator app, or a recovery code; spaces and hyphens do not count. */
export const typedCode = z.string(code("WrongType")).check(z.maxLength(32, code("TooLong")))
