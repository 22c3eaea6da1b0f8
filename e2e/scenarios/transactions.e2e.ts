/** Retransmissions, CANCEL races, offers that cross (491), and calls over TCP. */

import { api } from "@homeport/contract"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { until } from "../lab/until.ts"
import { openStage, type Stage } from "./stage.ts"

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())
afterEach(() => stage.clear())

/** Both scenarios went through, and nothing of the call is left. */
async function together(...runs: { readonly done: Promise<void> }[]): Promise<void> {
  await Promise.all(runs.map(({ done }) => done))
  const calls = async () => (await stage.homeport.client.request(api.live.calls)).items
  await until("no call is left", async () => (await calls()).length === 0, 5_000)
}

describe("retransmissions", () => {
  test("what the caller sends twice is one call, and each copy gets the same answer", async () => {
    const callee = await stage.callee("answer-late", { everyCopy: true, values: { silent: 1_200 } })
    await together(stage.caller("invite-twice", { everyCopy: true }), callee)
  })

  test("a phone that hears only the third INVITE is called all the same", async () => {
    const callee = await stage.callee("deaf", { everyCopy: true })
    await together(stage.caller("call", { values: { talk: 300 } }), callee)
  })

  test("an answer is sent again until it is acknowledged", async () => {
    const callee = await stage.callee("answer")
    await together(stage.caller("answer-not-acknowledged", { everyCopy: true }), callee)
  })

  test("a refusal is sent again until it is acknowledged, and not once more", async () => {
    await together(stage.caller("refusal-not-acknowledged", { everyCopy: true, values: { callee: "999" } }))
  })

  test("a call that comes over two ways is one call", async () => {
    const callee = await stage.callee("answer-late", { values: { silent: 1_200 } })
    await together(stage.caller("merged", { everyCopy: true }), callee)
  })
})

describe("CANCEL", () => {
  test("while the phone rings", async () => {
    const callee = await stage.callee("cancelled", { values: { silent: 0 } })
    await together(stage.caller("cancel"), callee)
  })

  test("before the called phone has said anything: it is told when it has", async () => {
    const callee = await stage.callee("cancelled", { values: { silent: 1_000 } })
    await together(stage.caller("cancel-early"), callee)
  })

  test("crossed by the answer: the called phone is hung up on, the caller hears 487", async () => {
    const callee = await stage.callee("cancelled-too-late")
    await together(stage.caller("cancel"), callee)
  })
})

describe("changes of a running call", () => {
  test("are passed on and answered", async () => {
    const callee = await stage.callee("answer-reinvite")
    await together(stage.caller("reinvite"), callee)
  })

  test("491 when both sides change it at once", async () => {
    const callee = await stage.callee("glare")
    await together(stage.caller("reinvite"), callee)
  })

  test.each([491, 488])("%i from the called phone comes back, and the call goes on", async (status) => {
    const callee = await stage.callee("refuse-reinvite", { values: { status } })
    await together(stage.caller("reinvite-refused", { values: { status } }), callee)
  })
})

describe("TCP", () => {
  test("a caller over TCP reaches a phone over UDP", async () => {
    const callee = await stage.callee("answer")
    await together(stage.caller("call", { transport: "tcp", values: { talk: 300 } }), callee)
    expect(stage.homeport.log()).not.toContain("uncaught")
  })
})
