/** The parts that deal with devices, wired: for run.ts, and for tests. */
import { randomBytes } from "node:crypto"
import type { Networks } from "@homeport/sbc"
import type { Store } from "@homeport/store"
import type { FastifyBaseLogger } from "fastify"
import type { EventRecorder } from "../core/event-recorder.ts"
import type { Environment } from "../environment.ts"
import type { ConsoleCertificate } from "../http/console-certificate.ts"
import type { TopicStream } from "../http/topic-stream.ts"
import { createDevicesAtHome } from "../phones/home/devices-at-home.ts"
import { createHomeLinkService } from "../phones/home/home-link-service.ts"
import { createPhonesStatus, phonesCertificate } from "../phones/phones-status.ts"
import type { Services } from "../services.ts"
import type { SettingsService } from "../settings/settings-service.ts"
import { createDeviceFetches } from "./device-fetches.ts"
import { createDeviceFiles } from "./device-files.ts"
import { createDeviceService } from "./device-service.ts"

export interface ProvisioningPartsOptions {
  readonly environment: Pick<Environment, "phones" | "phonesHttp">
  readonly store: Store
  readonly settings: Pick<SettingsService, "change">
  readonly certificates: Pick<Services, "inventory" | "publicName" | "phones">
  /** The console's, shown while there is no SPE certificate. */
  readonly ownCertificate: ConsoleCertificate
  readonly networks: () => Pick<Networks, "inner" | "outer">
  readonly events: EventRecorder
  readonly stream: Pick<TopicStream, "publish">
  readonly logger: Pick<FastifyBaseLogger, "info">
  readonly now: () => number
  /** Of the office; absent: this machine's. */
  readonly timeZone?: string
}

type Parts = Pick<Services, "devices" | "deviceFiles" | "deviceFetches" | "homeLinks" | "phonesStatus">

export function createProvisioningParts(options: ProvisioningPartsOptions): Parts {
  const { environment, store, settings, certificates, ownCertificate, networks, events, stream, logger, now } = options
  const { inventory, publicName, phones } = certificates
  const phonesStatus = createPhonesStatus({
    environment,
    urls: phones,
    publicName,
    shown: () => phonesCertificate(store.state(), inventory(), ownCertificate, now()),
  })
  const deviceFiles = createDeviceFiles({
    state: store.state,
    inventory,
    networks,
    publicName,
    phones,
    refusesHttps: phonesStatus.refusesHttps,
    timeZone: options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    printKey: () => store.secret("device-prints", () => randomBytes(32).toString("hex")),
    now,
  })
  const onLinks = (ids: readonly number[]) => stream.publish("devices", ids.map(String))
  const devices = createDeviceService({ store, settings, files: deviceFiles, phones, now, onLinks })
  const state = store.state
  const atHome = createDevicesAtHome({ state, service: devices, files: deviceFiles, inventory, phones })
  return {
    phonesStatus,
    deviceFiles,
    devices,
    homeLinks: createHomeLinkService({ links: store.homeLinks, devices: atHome, phones, events, stream, logger, now }),
    deviceFetches: createDeviceFetches({ store, files: deviceFiles, events, stream, logger, now }),
  }
}
