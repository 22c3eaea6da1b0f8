import { deviceById, type Device as Model } from "@homeport/provisioning"
import { describe, expect, test } from "vitest"
import { judge, type Request, shownBy } from "./asker.ts"

const model = (id: string): Model => {
  const found = deviceById(id)
  if (!found) throw new Error(id)
  return found
}
const request = (file: string, userAgent: string, more: Partial<Request> = {}): Request => ({
  file,
  userAgent,
  accept: "*/*",
  ...more,
})

const mac = "001565aabbcc"
const t41p = "Yealink SIP-T41P 36.72.0.57 00:15:65:aa:bb:cc"
const chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"

describe("a telephone", () => {
  const judged = (file: string, userAgent: string, known: string | null = mac) =>
    judge(request(file, userAgent), model("yealink-sip-t41p"), known)

  test.each([
    ["its own file and its own User-Agent", "001565aabbcc.cfg", t41p, "the-device"],
    ["its own file in capitals", "001565AABBCC.cfg", t41p, "the-device"],
    ["its own file without a User-Agent that we know", "001565aabbcc.cfg", "", "the-device"],
    ["a model that has no row of its own", "001565aabbcc.cfg", "Yealink SIP-T42S 66.84.0.10", "the-device"],
    ["the file of another MAC address", "001565aabbdd.cfg", "Yealink SIP-T41P 36.72.0.57", "other-device"],
    ["a User-Agent with another MAC address", "001565aabbcc.cfg", t41p.replace("cc", "dd"), "other-device"],
    ["another model", "001565aabbcc.cfg", "Yealink SIP-T19P_E2 53.80.0.3", "other-device"],
    ["another maker", "001565aabbcc.cfg", "Fanvil X6U Pro 0.0.10 001565aabbcc", "other-device"],
    ["a browser", "001565aabbcc.cfg", chrome, "not-the-device"],
    ["a link preview", "", "WhatsApp/2.23.20", "not-the-device"],
    ["nothing but the folder", "", "curl/8.5", "not-the-device"],
    ["another file", "firmware.rom", t41p, "wrong-file"],
  ] as const)("that shows %s", (_, file, userAgent, judgement) => expect(judged(file, userAgent)).toBe(judgement))

  test("whose MAC address nobody has entered brings its own along", () => {
    expect(judged("001565aabbdd.cfg", t41p.replace("cc", "dd"), null)).toBe("the-device")
    expect(judged("001565aabbdd.cfg", t41p, null)).toBe("other-device")
  })

  test("that calls itself Mozilla is known all the same", () => {
    const snom = "Mozilla/4.0 (compatible; snomD785-SIP 10.1.33.33 2010.12-00004-g9ba52f5 001565AABBCC SXM:0 UXM:0)"
    expect(judge(request("snomD785-001565AABBCC.htm", snom), model("snom-d7xx"), mac)).toBe("the-device")
  })
})

describe("an app", () => {
  test.each([
    ["linphone-mobile", "LinphoneAndroid/5.2.1 (Pixel) LinphoneSDK/5.3.0", {}, "the-device"],
    ["linphone-desktop", "belle-sip", {}, "the-device"],
    ["linphone-desktop", "Unknown", { accept: "" }, "the-device"],
    ["linphone-desktop", "curl/8.5", {}, "the-device"],
    ["linphone-desktop", "facebookexternalhit/1.1", { accept: "" }, "not-the-device"],
    ["linphone-mobile", chrome, {}, "not-the-device"],
    ["linphone-mobile", t41p, {}, "other-device"],
    ["zoiper-ios", "Zoiper/5.6 CFNetwork/1408 Darwin/22.5", {}, "the-device"],
    ["zoiper-android", "okhttp/4.12.0", {}, "the-device"],
    ["zoiper-android", "facebookexternalhit/1.1", {}, "not-the-device"],
    ["zoiper-android", "okhttp/4.12.0", { accept: "text/html,*/*" }, "not-the-device"],
    ["zoiper-android", "", {}, "the-device"],
    ["acrobits-groundwire", "Groundwire/25.1", {}, "the-device"],
    ["acrobits-groundwire", "LinphoneAndroid/5.2.1", {}, "other-device"],
  ] as const)("%s, asked by %j %j", (id, userAgent, more, judgement) =>
    expect(judge(request("", userAgent, more), model(id), null)).toBe(judgement),
  )

  test("baresip's file is asked for by its name", () => {
    expect(judge(request("accounts", "curl/8.5"), model("baresip"), null)).toBe("the-device")
    expect(judge(request("", "curl/8.5"), model("baresip"), null)).toBe("wrong-file")
    expect(judge(request("accounts", chrome), model("baresip"), null)).toBe("not-the-device")
  })
})

test("what is shown: MAC address of the file or the User-Agent, model, firmware and its generation", () => {
  expect(shownBy(request("001565aabbcc.cfg", t41p), model("yealink-sip-t41p"))).toEqual({
    mac,
    model: "T41P",
    firmware: "36.72.0.57",
    generation: "v72",
  })
  expect(shownBy(request("", "Zoiper/5.6 CFNetwork/1"), model("zoiper-ios"))).toMatchObject({
    mac: null,
    model: "Zoiper",
    firmware: null,
  })
  expect(shownBy(request("", ""), undefined)).toMatchObject({ mac: null, model: null })
})
