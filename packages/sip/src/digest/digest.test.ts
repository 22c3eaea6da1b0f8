import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { challengeFields, parseChallenge } from "./challenge.ts"
import { authorization, type DigestAlgorithm, hashedSecret, parseCredentials, verify } from "./credentials.ts"

/** RFC 7616 §3.9.1. */
const example = {
  method: "GET",
  user: "Mufasa",
  realm: "http-auth@example.org",
  password: "Circle of Life",
  authorization: (algorithm: string, response: string) =>
    'Digest username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", ' +
    `algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, ` +
    `cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth, response="${response}", ` +
    'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"',
}
const responses = {
  MD5: "8ca523f5e9506fed4657c9700eebdbec",
  "SHA-256": "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
}
const algorithms: readonly DigestAlgorithm[] = ["MD5", "SHA-256"]

function credentials(value: string) {
  const parsed = parseCredentials(value)
  if (parsed === undefined) throw new Error("no credentials")
  return parsed
}

describe.each(algorithms)("the example of RFC 7616 §3.9.1 with %s", (algorithm) => {
  const ha1 = hashedSecret(algorithm, example.user, example.realm, example.password)
  const right = credentials(example.authorization(algorithm, responses[algorithm]))

  test("is right with its password", () => {
    expect(verify(right, "GET", ha1)).toBe(true)
  })

  test("is wrong with another password, method, or any other part", () => {
    expect(verify(right, "GET", hashedSecret(algorithm, example.user, example.realm, "circle of life"))).toBe(false)
    expect(verify(right, "PUT", ha1)).toBe(false)
    for (const part of ["nonce", "uri", "cnonce", "nonceCountText"] as const)
      expect(verify({ ...right, [part]: `${right[part]}0` }, "GET", ha1)).toBe(false)
  })

  test("is wrong for a user who does not exist", () => {
    expect(verify(right, "GET", undefined)).toBe(false)
  })

  test("is wrong with a response that is cut short, or of the other algorithm", () => {
    expect(verify({ ...right, response: right.response.slice(1) }, "GET", ha1)).toBe(false)
    expect(verify({ ...right, response: "" }, "GET", ha1)).toBe(false)
    expect(verify({ ...right, response: responses[algorithm === "MD5" ? "SHA-256" : "MD5"] }, "GET", ha1)).toBe(false)
  })
})

describe("what counts as credentials", () => {
  const whole = example.authorization("MD5", responses.MD5)

  test("upper-case hex and a missing algorithm (MD5 then) do", () => {
    expect(credentials(whole.replace("algorithm=MD5, ", "")).algorithm).toBe("MD5")
    const shouted = credentials(whole.replace(responses.MD5, responses.MD5.toUpperCase()))
    expect(shouted.response).toBe(responses.MD5)
  })

  test.each([
    ["another scheme", whole.replace("Digest", "Basic")],
    ["an algorithm that nobody offered", whole.replace("MD5", "SHA-512-256")],
    ["the session variant", whole.replace("MD5", "MD5-sess")],
    ["no qop", whole.replace(", qop=auth", "")],
    ["qop=auth-int", whole.replace("qop=auth", "qop=auth-int")],
    ["a nonce count that is no eight hex digits", whole.replace("nc=00000001", "nc=1")],
    ["a nonce count with a sign", whole.replace("nc=00000001", "nc=-0000001")],
    ["no nonce", whole.replace("nonce=", "once=")],
    ["no cnonce", whole.replace("cnonce=", "conce=")],
    ["nothing at all", ""],
    ["no parameter", "Digest"],
    ["noise", 'Digest ="=",,;"'],
  ])("%s does not", (_, value) => {
    expect(parseCredentials(value)).toBeUndefined()
  })
})

test("no value of an Authorization field throws, and none that was changed verifies", () => {
  const whole = example.authorization("MD5", responses.MD5)
  const ha1 = hashedSecret("MD5", example.user, example.realm, example.password)
  const noise = fc.oneof(
    fc.string({ unit: "binary-ascii", maxLength: 200 }),
    fc.string().map((text) => `Digest ${text}`),
    fc
      .tuple(fc.nat(whole.length - 1), fc.string({ maxLength: 3 }))
      .map(([at, text]) => whole.slice(0, at) + text + whole.slice(at + 1)),
  )
  fc.assert(
    fc.property(noise, (value) => {
      parseChallenge(value)
      const parsed = parseCredentials(value)
      if (parsed === undefined || !verify(parsed, "GET", ha1)) return
      // What is still right was changed only where it does not count.
      expect(parsed).toMatchObject({ nonceCount: 1, uri: "/dir/index.html", response: responses.MD5 })
    }),
    { numRuns: 1000 },
  )
})

describe("a challenge", () => {
  const options = { realm: 'Office "A"', nonce: "n0", stale: false }

  test("has one field an algorithm, in the order given, each with qop=auth", () => {
    const fields = challengeFields({ ...options, algorithms: ["SHA-256", "MD5"] })
    expect(fields.map(({ name }) => name)).toEqual(["WWW-Authenticate", "WWW-Authenticate"])
    expect(fields[0]?.value).toBe('Digest realm="Office \\"A\\"", nonce="n0", algorithm=SHA-256, qop="auth"')
    expect(fields[1]?.value).toContain("algorithm=MD5")
  })

  test("says stale only when it is", () => {
    const [stale] = challengeFields({ ...options, algorithms: ["MD5"], stale: true })
    expect(stale?.value.endsWith(", stale=true")).toBe(true)
  })

  test("is answered by a client with its password, whatever the realm contains", () => {
    for (const algorithm of algorithms) {
      const [field] = challengeFields({ ...options, algorithms: [algorithm] })
      const challenge = parseChallenge(field?.value ?? "")
      if (challenge === undefined) throw new Error("no challenge")
      const value = authorization(challenge, {
        username: "SIP-168",
        password: "p%:w",
        method: "REGISTER",
        uri: "sip:198.51.100.20:5070",
        cnonce: "c1",
        nonceCount: 255,
      })
      const parsed = credentials(value)
      expect(parsed).toMatchObject({ nonceCount: 255, nonceCountText: "000000ff", realm: options.realm, algorithm })
      expect(verify(parsed, "REGISTER", hashedSecret(algorithm, "SIP-168", options.realm, "p%:w"))).toBe(true)
    }
  })

  test("of another server may offer more than auth, and hand out an opaque", () => {
    expect(parseChallenge('Digest realm="a", qop="auth-int, auth", nonce="n", opaque="o"')).toEqual({
      realm: "a",
      nonce: "n",
      algorithm: "MD5",
      stale: false,
      opaque: "o",
    })
    expect(parseChallenge('Digest realm="a", nonce="n"')).toBeUndefined()
  })
})
