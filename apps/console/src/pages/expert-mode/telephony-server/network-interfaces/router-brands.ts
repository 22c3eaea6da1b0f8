/**
 * Makes of routers and what is to be done on each, as data. `unchecked` is what is known from hearsay only; everything else stands in
 * the maker's documents, or is what the routers of our own tests do.
 */
import type { PageTexts } from "../../../../text/texts.tsx"
import {
  type Commands,
  ciscoAlg,
  fortigateAlg,
  juniperAlg,
  mikrotik,
  nftables,
  nftablesAccept,
  openWrt,
} from "./router-commands.ts"

export interface RouterBrand {
  /** As it stands in the address of the page. */
  readonly id: string
  /** A proper name; undefined: any other router. */
  readonly name: string | undefined
  readonly steps: readonly RouterStep[]
}

export interface RouterStep {
  readonly text: keyof PageTexts["router"]["steps"]
  readonly unchecked?: true
  readonly commands?: Commands
  /** The file that `commands` are lines of; absent: they are entered. */
  readonly file?: string
}

const unchecked = true

export const otherRouter: RouterBrand = {
  id: "other",
  name: undefined,
  steps: [{ text: "otherForward" }, { text: "otherAlg" }, { text: "otherManual" }],
}

export const routerBrands: readonly RouterBrand[] = [
  otherRouter,
  {
    id: "fritzbox",
    name: "FRITZ!Box",
    steps: [
      { text: "fritzboxForward" },
      { text: "fritzboxOnce" },
      { text: "fritzboxSip" },
      { text: "fritzboxAlg", unchecked },
      { text: "fritzboxDyndns" },
      { text: "fritzboxAutomatic" },
    ],
  },
  {
    id: "openwrt",
    name: "OpenWrt",
    steps: [
      { text: "openwrtForward", commands: openWrt, file: "/etc/config/firewall" },
      { text: "openwrtAlg", unchecked },
      { text: "openwrtTimeout", unchecked },
      { text: "openwrtDyndns", unchecked },
    ],
  },
  {
    id: "nftables",
    name: "Linux (nftables)",
    steps: [
      { text: "nftablesForward", commands: nftables },
      { text: "nftablesAccept", commands: nftablesAccept },
      { text: "nftablesAlg" },
      { text: "openwrtTimeout", unchecked },
    ],
  },
  {
    id: "pfsense",
    name: "pfSense",
    steps: [
      { text: "pfsenseForward" },
      { text: "pfsenseStatic" },
      { text: "pfsenseAlg" },
      { text: "pfsenseTimeout" },
      { text: "pfsenseHairpin" },
    ],
  },
  {
    id: "opnsense",
    name: "OPNsense",
    steps: [
      { text: "opnsenseForward", unchecked },
      { text: "opnsenseStatic", unchecked },
      { text: "opnsenseAlg" },
      { text: "opnsenseTimeout", unchecked },
    ],
  },
  {
    id: "mikrotik",
    name: "MikroTik",
    steps: [
      { text: "mikrotikForward", unchecked, commands: mikrotik },
      { text: "mikrotikAlg" },
      { text: "mikrotikAlgOff", unchecked },
      { text: "mikrotikTimeout" },
      { text: "mikrotikHairpin", unchecked },
    ],
  },
  {
    id: "lancom",
    name: "LANCOM",
    steps: [
      { text: "lancomForward", unchecked },
      { text: "lancomAlg" },
      { text: "lancomAlgPath", unchecked },
      { text: "lancomManager", unchecked },
    ],
  },
  { id: "keenetic", name: "Keenetic", steps: [{ text: "keeneticForward" }, { text: "keeneticAlg" }] },
  {
    id: "fortigate",
    name: "FortiGate",
    steps: [{ text: "fortigateForward" }, { text: "fortigateAlg", commands: fortigateAlg }],
  },
  {
    id: "cisco-ios",
    name: "Cisco IOS",
    steps: [{ text: "ciscoForward" }, { text: "ciscoAlg", commands: ciscoAlg }],
  },
  {
    id: "juniper-srx",
    name: "Juniper SRX",
    steps: [{ text: "juniperForward" }, { text: "juniperAlg", commands: juniperAlg }],
  },
]
