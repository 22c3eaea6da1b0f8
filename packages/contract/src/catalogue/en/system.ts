/** What happens to the system itself, and why it may not be healthy. */
export const systemEventsEn = {
  "stun.mapped": "The public address is {address}, port {port} (STUN server {server}).",
  "stun.changed": "The public address changed from {previous} to {address}, port {port}. New calls use the new one.",
  "stun.lost": "The STUN server {server} no longer answers.",
  "stun.no-answer":
    "The STUN server {server} does not answer, so the public address is unknown and calls over the internet are refused.",
  "stun.name-not-resolved": "The name of the STUN server, {server}, could not be resolved.",
  "stun.port-differs": "The office router shows SIP port {local} to the internet as port {mapped}.",
  "stun.not-public":
    "The mapped address {address} is not a public one: there is a second NAT before the internet (double NAT, DS-Lite).",
  "listener.failed.address-in-use":
    "{name}: {transport} port {port} at {address} cannot be opened, another program uses it.",
  "listener.failed.address-not-available":
    "{name}: {transport} port {port} cannot be opened, this machine has no address {address} now.",
  "listener.failed.permission-denied":
    "{name}: {transport} port {port} at {address} may not be opened: ports below 1024 need a permission of the operating system.",
  "listener.failed.certificate":
    "{name}: {transport} port {port} at {address} cannot be opened: this machine's TLS library refuses the SPE certificate.",
  "listener.failed.failed":
    "{name}: {transport} port {port} at {address} cannot be opened; it is tried again every 5 seconds. The server's log says more.",
  "listener.listening": "{name}: {transport} port {port} at {address} is open.",
  "message.malformed": "A message from {source} ({network} network) could not be read: {problem}, at “{excerpt}”.",
  "settings.changed": "{by} changed the settings: {section}.",
  "station.added": "{by} added station {index}: {callNumber} {name}.",
  "station.changed": "{by} changed station {index}: {callNumber} {name}.",
  "station.removed": "{by} deleted station {index}: {callNumber} {name}.",
  "network.changed": "The address that carries VoIP changed from {previous} to {address}.",
  "backup.taken": "{by} downloaded a backup of everything.",
  "backup.restored": "{by} restored the backup of {at}. What was here before is in {before}.",
  "backup.failed": "The scheduled backup could not be made: {reason}.",
  "system.started": "Homeport {version} started.",
  "system.stopped": "Homeport was stopped.",
} as const

export const healthEn = {
  listener: "{name}: {transport} port {port} at {address} is not open ({problem}).",
  "no-listener": "No SIP port is open.",
  store: "The store cannot be written.",
  stopping: "Homeport is being stopped.",
} as const
