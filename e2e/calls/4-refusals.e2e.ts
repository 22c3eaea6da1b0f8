/** 4. Behind a symmetric NAT, without STUN, with a wrong password, without the flag: each refused with its own sentence. */
import { api, type EventCode, translate } from "@homeport/contract"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { type ConsoleWindow, openConsole } from "../lab/browser.ts"
import { STUN_ADDRESSES } from "../lab/internet.ts"
import { HOME_PHONE_ADDRESS } from "../lab/lab.ts"
import { sipp } from "../lab/sipp.ts"
import { until } from "../lab/until.ts"
import { HOME_NUMBERS, type HomePhoneOptions, type Make, type Office, openOffice, PASSWORD } from "./office.ts"

let office: Office
let browser: ConsoleWindow
beforeAll(async () => {
  office = await openOffice({ figure: 2, homes: [{ nat: "cone" }, { nat: "symmetric" }] })
  browser = await openConsole(office.lab.homeportHost, office.homeport)
})
afterAll(async () => {
  await browser?.close()
  await office?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") console.log(await office.story())
  await office.stopPhones()
})

interface Case {
  readonly why: string
  readonly make: Make
  readonly options: HomePhoneOptions
  readonly event: EventCode
  readonly status: string
}

const cases: readonly Case[] = [
  {
    why: "without STUN",
    make: "twinkle",
    options: { stun: false },
    event: "registration.refused.no-stun",
    status: "403",
  },
  {
    why: "without STUN",
    make: "baresip",
    options: { station: { natTraversal: "endpoint" } },
    event: "registration.refused.no-stun",
    status: "403",
  },
  {
    why: "with a wrong password",
    make: "twinkle",
    options: { password: "Wrong-7_mQ2" },
    event: "registration.refused.wrong-password",
    status: "401",
  },
  {
    why: "with a wrong password",
    make: "linphone",
    options: { password: "Wrong-7_mQ2" },
    event: "registration.refused.wrong-password",
    status: "401",
  },
  {
    why: "without the flag",
    make: "twinkle",
    options: { station: { internetRegistration: false } },
    event: "registration.refused.internet-registration-off",
    status: "403",
  },
]

test.each(cases)("$make $why is refused, and the console says why", async ({ make, options, event, status }) => {
  const phone = await office.homePhone(make, 0, options)
  const { accepted } = await phone.register()
  expect(accepted).toBe(false)
  const refusal = await until(
    `${status} passes Homeport's interface`,
    () => office.wire().find(({ startLine }) => startLine.startsWith(`SIP/2.0 ${status}`)),
    5_000,
  )
  expect(refusal.header("CSeq")).toContain("REGISTER")
  if (status === "403") expect(refusal.header("Warning")).toBeDefined()
  await consoleSays(event, HOME_NUMBERS[0])
})

test("twinkle behind a symmetric NAT is refused, and the console says why", async () => {
  // It finds out that its router is symmetric, and then announces its private address: STUN cannot help it.
  const phone = await office.homePhone("twinkle", 1)
  expect((await phone.register()).accepted).toBe(false)
  await consoleSays("registration.refused.no-stun", HOME_NUMBERS[1])
})

test("a phone behind a symmetric NAT that believes its STUN server is refused, and the console says why", async () => {
  const { phone, publicAddress } = office.home(1)
  const discovery = ["turnutils_natdiscovery", "-m", "-L", HOME_PHONE_ADDRESS, "-l", "5066", STUN_ADDRESSES[0]]
  const mapped = phone.exec(discovery).output.match(/reflexive addr: ([\d.]+:\d+)/)?.[1]
  expect(mapped).toContain(publicAddress)
  const number = HOME_NUMBERS[1]
  await sipp(phone, {
    scenario: "register",
    remote: `${office.lab.publicAddress()}:5070`,
    address: HOME_PHONE_ADDRESS,
    port: 5066,
    values: {
      number,
      userId: `SIP-${number}`,
      password: PASSWORD,
      domain: office.lab.publicAddress(),
      contact: mapped ?? "",
      expires: 300,
      status: 403,
      pattern: "Warning:.*symmetric",
    },
  }).done
  await consoleSays("registration.refused.symmetric-nat", number)
})

/** The event is in the log, and its English sentence on the Events page. */
async function consoleSays(code: EventCode, user: string): Promise<void> {
  const [latest] = await office.events(code)
  expect(latest, `an event ${code}`).toBeDefined()
  if (!latest) return
  expect(latest.params.user).toBe(user)
  await browser.page.goto("/expert-mode/maintenance/events")
  await browser.page
    .getByText(translate("en", `event.${code}`, latest.params))
    .first()
    .waitFor({ timeout: 5_000 })
  const { items } = await office.homeport.client.request(api.registrations.list)
  expect(items.filter(({ network }) => network === "outer")).toEqual([])
}
