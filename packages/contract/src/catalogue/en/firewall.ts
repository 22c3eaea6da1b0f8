/** Who was refused or blocked, by which rule, and what to do if it should not be so. */
export const firewallEventsEn = {
  "firewall.refused.inner":
    "{source} was refused at the inner port {name} ({count} {count|time|times} so far): it is in no network that may reach it. If it is a phone of yours, add its network in Network Interfaces; if not, make sure that the office router does not forward this port.",
  "firewall.refused.outer":
    "{source} was refused at the external port {name} ({count} {count|time|times} so far): it is in no network that may reach it. If it is a phone of yours, add its network in Application Firewall.",
  "firewall.refused.phones":
    "{source} was refused at the listener for phones: it is in no network that may reach it. If it is a phone of yours, add its network in Application Firewall.",
  "firewall.refused.console":
    "{source} was refused at the console: it may not reach it. If an administrator works there, add the network in Application Firewall; when nobody can reach the console any more, run “npm run homeport -- unblock --all” on this machine.",
  "firewall.blocked.wrong-password":
    "{source} is blocked at the SIP ports for {minutes} {minutes|minute|minutes}, after {failures} failures, the last one a wrong password. If it is a phone of yours, correct its password and unblock it in Application Firewall.",
  "firewall.blocked.unknown-user":
    "{source} is blocked at the SIP ports for {minutes} {minutes|minute|minutes}, after {failures} failures, the last one a station that does not exist. If it is a phone of yours, correct its user name and unblock it in Application Firewall.",
  "firewall.throttled":
    "{source} is slowed down for {minutes} {minutes|minute|minutes}, after {failures} failures. The phones that are registered from there go on. Look for a second phone at that address with wrong credentials, or ask who else uses it.",
  "firewall.blocked.hand": "{by} blocked {network}.",
  "firewall.unblocked": "{by} lifted the block of {network}.",
  "firewall.unblocked-all": "{by} lifted all blocks.",
  "firewall.console-opened":
    "The command line opened the console to everybody. Enter in Application Firewall who may reach it.",
} as const
