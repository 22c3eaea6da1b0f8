import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { devices } from "./devices.ts"
import { commonFile, whatIsAsked } from "./file-names.ts"
import { normalizedMac } from "./mac.ts"
import { home, mac, request } from "./profiles.fixture.ts"
import { render } from "./render.ts"

describe("whatIsAsked", () => {
  test.each([
    ["/p/0123456789abcdef/001565aabbcc.cfg", { kind: "device", mac }],
    ["001565AABBCC.cfg", { kind: "device", mac }],
    ["/p/x/y000000000031.cfg", { kind: "common" }],
    ["/p/x/y000000000116.cfg", { kind: "common" }],
    ["/p/x/y000000000000.boot", { kind: "boot", mac: undefined }],
    ["/p/x/001565aabbcc.boot", { kind: "boot", mac }],
    ["/p/x/cfg001565aabbcc.xml", { kind: "device", mac }],
    ["/p/x/cfg001565aabbcc", { kind: "device", mac }],
    ["/p/x/cfggrp2614.xml", { kind: "common" }],
    ["/p/x/cfg.xml", { kind: "common" }],
    ["/p/x/snomD785-001565AABBCC.htm", { kind: "device", mac }],
    ["/p/x/001565AABBCC.xml", { kind: "device", mac }],
    ["/p/x/snomD785.htm", { kind: "common" }],
    ["/p/x/?mac=001565AABBCC", { kind: "device", mac }],
    ["/p/x/settings.php?a=1&mac=00%3A15%3A65%3AAA%3ABB%3ACC", { kind: "device", mac }],
    ["/p/x/f0X4hw1.100.cfg", { kind: "common" }],
    ["/p/x/F0V00X600000.cfg", { kind: "common" }],
    ["/p/x/F0V0X7C00000.cfg", { kind: "common" }],
  ])("%s", (path, asked) => {
    expect(whatIsAsked(path)).toEqual(asked)
  })

  test.each([
    "",
    "/",
    "/p/x/",
    "/p/x/index.html",
    "/p/x/001565aabbcc.cfg/",
    "/p/x/001565aabbc.cfg",
    "/p/x/000000000000.cfg",
    "/p/x/011565aabbcc.cfg",
    "/p/x/../../etc/passwd",
    "/p/x/001565aabbcc.cfg.bak",
    `/${"a".repeat(2000)}/001565aabbcc.cfg`,
  ])("%j is no phone's", (path) => {
    expect(whatIsAsked(path)).toBeUndefined()
  })

  test("finds the MAC in the name of every file that render makes for a telephone", () => {
    for (const one of devices.filter(({ kind }) => kind === "telephone")) {
      const result = render(request(one, home))
      expect(result.ok && whatIsAsked(`/p/x/${result.files[0]?.name}`), one.id).toEqual({ kind: "device", mac })
    }
  })

  test("throws at nothing", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (path) => void whatIsAsked(path)))
  })
})

describe("commonFile", () => {
  test("answers Yealink's common file, with its name, and nothing in it", () => {
    expect(commonFile("/p/x/y000000000036.cfg", "Yealink")).toMatchObject({
      name: "y000000000036.cfg",
      mediaType: "text/plain",
    })
    expect(commonFile("/p/x/y000000000036.cfg", "Yealink")?.text).not.toMatch(/^[^#]/m)
  })

  test("has none for a boot file, another maker or a device's own", () => {
    expect(commonFile("/p/x/y000000000000.boot", "Yealink")).toBeUndefined()
    expect(commonFile("/p/x/y000000000036.cfg", "Snom")).toBeUndefined()
    expect(commonFile("/p/x/001565aabbcc.cfg", "Yealink")).toBeUndefined()
  })
})

test.each([
  ["00:15:65:AA:BB:CC", mac],
  ["00-15-65-aa-bb-cc", mac],
  ["0015.65aa.bbcc", mac],
  [" 001565aabbcc ", mac],
  ["001565aabbc", undefined],
  ["001565aabbcg", undefined],
  ["ff:ff:ff:ff:ff:ff", undefined],
  ["00:00:00:00:00:00", undefined],
])("the MAC %s is %s", (text, expected) => {
  expect(normalizedMac(text)).toBe(expected)
})
