import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { device } from "./profiles.fixture.ts"
import { deviceOf, firmwareVerdict, generationOf, parseUserAgent } from "./user-agent.ts"

describe("parseUserAgent", () => {
  test.each([
    ["Yealink SIP-T41P 36.72.0.1 00:15:65:53:83:22", "Yealink", "T41P", "36.72.0.1", "001565538322"],
    ["Yealink SIP-T19P_E2 53.80.0.3 00:15:65:4c:4c:26", "Yealink", "T19P_E2", "53.80.0.3", "0015654c4c26"],
    ["yealink SIP-T18 18.0.0.80 00:15:65:27:3e:05", "Yealink", "T18", "18.0.0.80", "001565273e05"],
    ["Yealink SIP-T38G  38.70.0.125 00:15:65:27:3e:06", "Yealink", "T38G", "38.70.0.125", "001565273e06"],
    ["Yealink SIP VP-T49G 51.80.0.10 00:15:65:27:3e:07", "Yealink", "T49G", "51.80.0.10", "001565273e07"],
    ["Yealink W60B 77.81.0.35 80:5E:C0:27:3e:08", "Yealink", "W60B", "77.81.0.35", "805ec0273e08"],
    ["W52P 25.30.0.2 00:15:65:27:3e:09", "Yealink", "W52P", "25.30.0.2", "001565273e09"],
    ["Yealink SIP-T56A  58.80.0.25 001565f429a4", "Yealink", "T56A", "58.80.0.25", "001565f429a4"],
    ["Yealink-T46G 28.71.0.81 28.1.0.128.0.0.0", "Yealink", "T46G", "28.71.0.81", undefined],
    ["Yealink SIP-T41P 36.72.0.57", "Yealink", "T41P", "36.72.0.57", undefined],
    [
      "Mozilla/4.0 (compatible; snomD785-SIP 10.1.33.33 2010.12-00004-g9ba52f5 000413922D24 SXM:0 UXM:0)",
      ...(["Snom", "D785", "10.1.33.33", "000413922d24"] as const),
    ],
    ["Mozilla/4.0 (compatible; snom320-SIP 8.4.18 1.1.3-s)", "Snom", "320", "8.4.18", undefined],
    ["snomD862/10.1.184.14", "Snom", "D862", "10.1.184.14", undefined],
    [
      "Grandstream Model HW GRP2614 SW 1.0.5.15 DevId c074ad0b63ee",
      "Grandstream",
      "GRP2614",
      "1.0.5.15",
      "c074ad0b63ee",
    ],
    [
      "Grandstream Model HW GXV3240 V1.6B SW 1.0.1.27 DevId 000b82632815",
      "Grandstream",
      "GXV3240",
      "1.0.1.27",
      "000b82632815",
    ],
    ["Grandstream GXP2170 1.0.11.3", "Grandstream", "GXP2170", "1.0.11.3", undefined],
    ["Fanvil X6U Pro 0.0.10 0c383e2cd782", "Fanvil", "X6U Pro", "0.0.10", "0c383e2cd782"],
    ["Fanvil X5U-V2 2.12.16.17 0c383e557eb1", "Fanvil", "X5U-V2", "2.12.16.17", "0c383e557eb1"],
    [
      "Gigaset N870 IP PRO/83.V2.11.0+build.a546b91;7C2F80E0D605",
      ...(["Gigaset", "N870 IP PRO", "83.V2.11.0+build.a546b91", "7c2f80e0d605"] as const),
    ],
    ["N510 IP PRO/42.258.00.000.000", "Gigaset", "N510 IP PRO", "42.258.00.000.000", undefined],
    ["LinphoneAndroid/5.2.1 (Pixel) LinphoneSDK/5.3.0", "Linphone", "LinphoneAndroid", "5.2.1", undefined],
    ["Linphonec/5.1.65 (belle-sip/5.1.64)", "Linphone", "Linphonec", "5.1.65", undefined],
    ["baresip v1.0.0 (x86_64/linux)", "baresip", "baresip", "1.0.0", undefined],
  ])("%s", (text, maker, model, firmware, mac) => {
    expect(parseUserAgent(text)).toEqual({ maker, model, firmware, mac })
  })

  test.each(["", "Mozilla/5.0 (X11; Linux x86_64)", "curl/8.5.0", "Yealink", "SIPp", "\u0000\u0000"])(
    "%j is no phone",
    (text) => {
      expect(parseUserAgent(text)).toBeUndefined()
    },
  )

  test("takes no MAC that is none", () => {
    expect(parseUserAgent("Yealink SIP-T41P 36.72.0.1 00:00:00:00:00:00")?.mac).toBeUndefined()
    expect(parseUserAgent("Yealink SIP-T41P 36.72.0.1 01:15:65:00:00:01")?.mac).toBeUndefined()
  })

  test("throws at nothing and takes no time for it", () => {
    const words = fc.constantFrom(
      ..."Yealink SIP-T41P 36.72.0.57 001565538322 00:15:65: snomD785-SIP Grandstream Model HW SW DevId Fanvil X6 / . - ;".split(
        " ",
      ),
    )
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(words, { maxLength: 40 }).map((parts) => parts.join(" ")),
    )
    fc.assert(
      fc.property(text, (said) => {
        const found = parseUserAgent(said)
        if (found?.mac !== undefined) expect(found.mac).toMatch(/^[0-9a-f]{12}$/)
      }),
    )
    for (const part of ["Yealink ", "snom1-SIP 1.1 ", "Fanvil a-", "00:", "1."]) {
      const before = performance.now()
      parseUserAgent(part.repeat(100_000))
      expect(performance.now() - before).toBeLessThan(1_000)
    }
  })
})

describe("deviceOf", () => {
  test.each([
    ["Yealink SIP-T19P 31.72.0.48 00:15:65:53:83:22", "yealink-sip-t19p"],
    ["Yealink SIP-T19P_E2 53.84.0.125 00:15:65:53:83:22", "yealink-sip-t19p-e2"],
    ["Yealink SIP-T41P 36.83.0.35 00:15:65:53:83:22", "yealink-sip-t41p"],
    ["Yealink SIP-T31P 124.86.0.20 00:15:65:53:83:22", "yealink-sip-t31p"],
    ["Yealink SIP-T54W 96.86.0.45 00:15:65:53:83:22", "yealink-sip-t54w"],
    ["Grandstream Model HW GRP2614 SW 1.0.5.15 DevId c074ad0b63ee", "grandstream-grp26xx"],
    ["Grandstream Model HW GXP1628 SW 1.0.4.138 DevId c074ad2bd859", "grandstream-gxp"],
    ["snomD785/10.1.33.33", "snom-d7xx"],
    ["snomD865/10.1.184.14", "snom-d8xx"],
    ["Fanvil X6U Pro 0.0.10 0c383e2cd782", "fanvil-x"],
    ["LinphoneAndroid/5.2.1 (Pixel)", "linphone-mobile"],
    ["Linphone-Desktop/5.2.2", "linphone-desktop"],
    ["Linphonec/5.1.65", "linphone-desktop"],
    ["baresip v1.0.0 (x86_64/linux)", "baresip"],
    ["Gigaset N870 IP PRO/83.V2.11.0", undefined],
    ["Yealink SIP-T41S 66.86.0.15 00:15:65:53:83:22", undefined],
  ])("%s is %s", (text, id) => {
    const said = parseUserAgent(text)
    expect(said && deviceOf(said)?.id).toBe(id)
  })
})

describe("generationOf", () => {
  test.each([
    ["yealink-sip-t41p", "36.72.0.57", "v72"],
    ["yealink-sip-t41p", "36.73.0.1", "v72"],
    ["yealink-sip-t41p", "36.80.0.95", "v80"],
    ["yealink-sip-t41p", "36.83.0.35", "v81"],
    ["yealink-sip-t54w", "96.86.0.45", "v81"],
    ["yealink-sip-t19p", "53.84.0.125", undefined],
    ["yealink-sip-t41p", "unknown", undefined],
    ["snom-d7xx", "10.81.0.1", undefined],
  ])("%s with %s: %s", (id, firmware, generation) => {
    expect(generationOf(device(id), firmware)).toBe(generation)
  })
})

describe("firmwareVerdict (guide §4.1, §4.2)", () => {
  test.each([
    ["yealink-sip-t19p", "31.72.0.48", "tested"],
    ["yealink-sip-t19p", "31.72.0.75", "excluded"],
    ["yealink-sip-t19p", "31.72.0.480", "excluded"],
    ["yealink-sip-t19p", "31.80.0.1", "newer"],
    ["yealink-sip-t19p", "53.84.0.125", "unknown"],
    ["yealink-sip-t41p", "36.72.0.57", "tested"],
    ["yealink-sip-t41p", "36.72.0.1", "excluded"],
    ["yealink-sip-t41p", "36.73.0.1", "unknown"],
    ["yealink-sip-t41p", "36.80.0.95", "newer"],
    ["yealink-sip-t41p", "36.83.0.35", "newer"],
    ["yealink-sip-t41p", "", "unknown"],
    ["zoiper-ios", "2.17", "tested"],
    ["zoiper-ios", "3.1", "unknown"],
    ["yealink-sip-t46u", "108.86.0.45", "unknown"],
  ])("%s with %s: %s", (id, firmware, verdict) => {
    expect(firmwareVerdict(device(id), firmware)).toBe(verdict)
  })
})
