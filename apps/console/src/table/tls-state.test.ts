import type { Listener, SpeStatus } from "@homeport/contract"
import { expect, test } from "vitest"
import { tlsState } from "./tls-state.ts"

const open: SpeStatus = {
  support: true,
  open: true,
  reasons: [],
  certificate: null,
  authorities: [],
  publicName: null,
  namesPublicName: null,
  stationsOverTls: 0,
}
const listener = (name: Listener["name"], state: Listener["state"] = "listening"): Listener => ({
  name,
  network: name.endsWith("_EXT") ? "outer" : "inner",
  transport: "TLS",
  address: "192.168.1.10",
  port: name.endsWith("_EXT") ? 5071 : 5062,
  state,
  problem: state === "failed" ? "address-in-use" : null,
})

test("open is only what listens", () => {
  expect(tlsState(open, [])).toEqual({ kind: "opening" })
  expect(tlsState(open, [listener("SIP"), listener("SIP_TLS_SUB_EXT")])).toEqual({ kind: "opening" })
  expect(tlsState(open, [listener("SIP_TLS_SUB"), listener("SIP_TLS_SUB_EXT")])).toEqual({
    kind: "open",
    outer: 5071,
    inner: 5062,
  })
})

test("one that failed is a failure; one that drains says nothing", () => {
  const state = tlsState(open, [listener("SIP_TLS_SUB"), listener("SIP_TLS_SUB_EXT", "failed")])
  expect(state).toMatchObject({ kind: "failed", failed: [{ name: "SIP_TLS_SUB_EXT" }] })
  expect(tlsState(open, [listener("SIP_TLS_SUB_EXT", "draining")])).toEqual({ kind: "opening" })
})

test("closed says why, whatever still listens", () => {
  const closed: SpeStatus = { ...open, open: false, reasons: ["no-certificate", "spe-support-off"] }
  expect(tlsState(closed, [listener("SIP_TLS_SUB_EXT", "draining")])).toEqual({
    kind: "closed",
    reasons: ["no-certificate", "spe-support-off"],
  })
})
