/** What the office router did because it was asked to, and why it did not. */
export const routerEventsEn = {
  "router.mapped":
    "The office router forwards {protocol} port {port} to {address}, because this system asked it to ({how}).",
  "router.unmapped": "The office router was asked to forward {protocol} port {port} no longer.",
  "router.unmap-failed": "The office router did not confirm that it forwards {protocol} port {port} no longer.",
  "router.mapping-failed.no-gateway":
    "{protocol} port {port} is not mapped: this machine does not say which router its default route leads to.",
  "router.mapping-failed.no-answer":
    "{protocol} port {port} is not mapped: the office router answers neither NAT-PMP nor UPnP.",
  "router.mapping-failed.not-authorized":
    "{protocol} port {port} is not mapped: the office router does not allow this system to open ports.",
  "router.mapping-failed.port-taken":
    "{protocol} port {port} is not mapped: the office router has given it to another device, or somebody forwards it by hand.",
  "router.mapping-failed.other-port":
    "{protocol} port {port} is not mapped: the office router offered another outside port, which was given back.",
  "router.mapping-failed.only-permanent":
    "{protocol} port {port} is not mapped: the office router opens ports only for ever.",
  "router.mapping-failed.internal-port":
    "{protocol} port {port} is not mapped: it is a port for phones in the office, and never opened to the internet.",
  "router.mapping-failed.other-port-chosen":
    "{protocol} port {port} is not mapped: Port Management says that the office router shows another port.",
  "router.mapping-failed.failed": "{protocol} port {port} is not mapped: the office router could not do it.",
} as const
