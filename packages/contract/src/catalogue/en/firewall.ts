/** Who was refused or blocked, by which rule. */
export const firewallEventsEn = {
  "firewall.refused.inner":
    "{source} was refused at the inner port {name} ({count} {count|time|times} so far): it is in no network that may reach it.",
  "firewall.refused.outer":
    "{source} was refused at the external port {name} ({count} {count|time|times} so far): it is in no network that may reach it.",
  "firewall.refused.phones": "{source} was refused at the listener for phones: it is in no network that may reach it.",
  "firewall.refused.console": "{source} was refused at the console: it may not reach it.",
  "firewall.blocked.wrong-password":
    "{source} is blocked at the SIP ports for {minutes} {minutes|minute|minutes}, after {failures} failures, the last one a wrong password.",
  "firewall.blocked.unknown-user":
    "{source} is blocked at the SIP ports for {minutes} {minutes|minute|minutes}, after {failures} failures, the last one a station that does not exist.",
  "firewall.throttled":
    "{source} is slowed down for {minutes} {minutes|minute|minutes}, after {failures} failures. The phones that are registered from there go on.",
  "firewall.blocked.hand": "{by} blocked {network}.",
  "firewall.unblocked": "{by} lifted the block of {network}.",
  "firewall.unblocked-all": "{by} lifted all blocks.",
  "firewall.console-opened": "The command line opened the console to everybody.",
} as const
