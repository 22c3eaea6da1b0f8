/** What can be pasted into routers that are told in text, filled with this system's forwardings. The same in every language. */
import type { HandOutLine } from "@homeport/contract"

export interface Forwardings {
  /** Of this system: where everything is forwarded to. */
  readonly address: string
  readonly lines: readonly HandOutLine[]
}

export type Commands = (forwardings: Forwardings) => string

/** Stanzas of /etc/config/firewall (fw4). `reflection`: phone apps in the office go by the public name as well. */
export const openWrt: Commands = ({ address, lines }) =>
  lines
    .map((line) =>
      [
        "config redirect",
        `option name 'Homeport ${line.protocol} ${outside(line)}'`,
        "option target 'DNAT'",
        "option src 'wan'",
        "option dest 'lan'",
        "option family 'ipv4'",
        `option proto '${line.protocol.toLowerCase()}'`,
        `option src_dport '${outside(line)}'`,
        `option dest_ip '${address}'`,
        `option dest_port '${inside(line)}'`,
        "option reflection '1'",
      ].join("\n\t"),
    )
    .join("\n\n")

export const nftables: Commands = ({ address, lines }) =>
  [
    "table ip homeport {",
    "  chain prerouting {",
    "    type nat hook prerouting priority dstnat;",
    ...lines.map((line) => {
      // Of a range every port stays what it is.
      const to = line.last === undefined ? `${address}:${line.to}` : address
      return `    iifname "wan" ${line.protocol.toLowerCase()} dport ${outside(line)} dnat to ${to}`
    }),
    "  }",
    "}",
  ].join("\n")

export const nftablesAccept: Commands = () => 'iifname "wan" ct state new ct status dnat accept'

export const mikrotik: Commands = ({ address, lines }) =>
  [
    ...lines.map((line) =>
      [
        "/ip firewall nat add chain=dstnat in-interface-list=WAN",
        `protocol=${line.protocol.toLowerCase()} dst-port=${outside(line)}`,
        `action=dst-nat to-addresses=${address} to-ports=${inside(line)} comment="Homeport"`,
      ].join(" "),
    ),
    "/ip firewall service-port set sip disabled=yes",
  ].join("\n")

export const fortigateAlg: Commands = () =>
  [
    "config system settings",
    "  set sip-helper disable",
    "  set sip-nat-trace disable",
    "  set default-voip-alg-mode kernel-helper-based",
    "end",
    "config voip profile",
    "  edit default",
    "    config sip",
    "      set status disable",
    "    end",
    "  next",
    "end",
  ].join("\n")

export const ciscoAlg: Commands = () => "no ip nat service sip udp port 5060"

export const juniperAlg: Commands = () => "set security alg sip disable"

const outside = ({ from, last }: HandOutLine): string => (last === undefined ? String(from) : `${from}-${last}`)
const inside = ({ to, from, last }: HandOutLine): string =>
  last === undefined ? String(to) : `${to}-${to + last - from}`
