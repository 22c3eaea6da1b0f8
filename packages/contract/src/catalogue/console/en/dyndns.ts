import type { HelpText } from "../texts.ts"

const help: HelpText = {
  introduction:
    "Phones at home need a name that always leads to the office, even when its public address changes. With dynamic DNS the office router, or Homeport itself, reports each new address.",
  fields: [
    {
      name: "Host name",
      text: "The public name that phones are given as their SIP server. Empty: phones are given the mapped address.",
      standard: "empty",
    },
    {
      name: "Where the name leads",
      text: "What the DNS of this machine says of the stored name, compared with the mapped address. It is looked up anew at most once a minute, and only while a page shows it.",
      warning: "If the name does not lead to the mapped address, phones at home do not find the office.",
    },
    {
      name: "Updated by",
      text: "Who tells the DNS provider about a new address: the office router, which is the usual way; nobody, because the address never changes; or Homeport, where the router cannot.",
      standard: "office router",
      warning:
        "Free accounts that expire at intervals cause outages that nobody in the office can explain. And only one may update: a provider blocks names that are reported twice.",
    },
    {
      name: "Provider",
      text: "Who keeps the name. Homeport asks each over HTTPS and checks its certificate. One that is not listed is reached by an own URL, if it answers in the words of dyndns2 (good, nochg, badauth …) or of Duck DNS (OK, KO).",
      standard: "own URL",
    },
    {
      name: "URL",
      text: "For an own URL: the whole address, with <hostname> and <ip> where name and address belong. With <password> in it (and <username>) the login goes there; without, it goes beside the URL by HTTP Basic. The router's spellings <domain>, <ipaddr>, <user>, <pass> and <passwd> are understood as well.",
      range: "https; http only to an address in your own network",
    },
    {
      name: "User name and password",
      text: "Those of the account, or what the provider gives for updates: a key or a token. The password is stored encrypted and never shown; left empty, the stored one stays. It is sent to no other server than the one it was entered for.",
    },
    {
      name: "Report again after",
      text: "An address that has not changed is reported again after so many days, so that the account does not expire unused. Empty: never.",
      range: "7 to 60 days",
      standard: "25 days",
    },
    {
      name: "Updates by Homeport",
      text: "The provider's last answer. A new mapped address is reported within seconds, an unchanged one is not. After a refusal nothing is sent until the settings change or “Update now” is pressed; after “911” nothing for half an hour or more.",
    },
  ],
}

export const dynDns = {
  title: "Public name",
  hostName: "Host name",
  hostNameHint: "What phones at home are given as their SIP server. Empty: the mapped address.",
  updatedBy: "Updated by",
  updaters: {
    "office-router": "Office router",
    "fixed-address": "Nobody: the address is fixed",
    homeport: "Homeport",
  },
  updaterHints: {
    "office-router": "The DynDNS account is configured in the office router, which reports each new address.",
    "fixed-address": "The office has a public address that never changes.",
    homeport: "This system reports each new mapped address itself. The office router must not do it as well.",
  },
  statusTitle: "Where the name leads",
  state: {
    "no-name": "No name",
    asking: "Asking",
    "not-resolved": "Not found",
    "unknown-mapped": "Not comparable",
    matches: "Leads here",
    differs: "Leads elsewhere",
  },
  consequence: {
    "no-name": "No host name is stored: phones are given the mapped address, and lose the office when it changes.",
    asking: "The name service is being asked.",
    "not-resolved":
      "The name cannot be resolved: phones at home find nobody. Check its spelling, the account that keeps it up to date, and the DNS of this machine.",
    "unknown-mapped":
      "The name exists. Whether it leads here cannot be told: the mapped address is unknown (Edit STUN Configuration).",
    matches: "Phones at home that go by the name arrive here.",
    differs:
      "The name does not lead to the mapped address: phones at home do not arrive here. Check the account that keeps it up to date. A new address takes a few minutes to be known.",
  },
  differsInside:
    "The name leads to an address that the internet cannot reach. If the DNS of the office answers differently from the one outside, phones at home may still arrive; otherwise they do not. Check it from outside.",
  storedName: "Stored host name",
  addresses: "Its IP addresses",
  mapped: "Mapped address",
  checked: "Last checked",
  never: "not yet",
  given: "Phones are given",
  givenUnknown: "nothing yet: neither a name nor a mapped address is known",
  freeAccounts: "Free DynDNS accounts that expire at intervals cause outages: phones at home then find nobody.",

  accountTitle: "Account at the provider",
  provider: "Provider",
  own: "Own URL",
  server: (host: string) => `Reports go to https://${host}.`,
  updateUrl: "URL",
  updateUrlHint: "The places <hostname> and <ip> are filled in. With <password> in it, the login goes there.",
  plainHttp: "Over http everybody in your network who listens can read the login.",
  userName: "User name",
  password: "Password",
  passwordStored: "A password is stored. Leave empty to keep it.",
  /** What each provider calls user and password, where it is not the account's. */
  loginHints: {
    desec: "User name: the whole host name. Password: a token from the account.",
    duckdns: "The account's token. Duck DNS asks for no user name.",
    dyn: "Better than the account's password: the updater client key.",
    dynv6: "User name: none. Password: the HTTP token from the account.",
    "no-ip": "Better than the account's login: a DDNS key with a user name and password of its own.",
  },
  refreshDays: "Report again after",
  refreshDaysHint: "Days, 7 to 60, so that the account does not expire unused. Empty: only when the address changes.",

  update: {
    title: "Updates by Homeport",
    now: "Update now",
    state: {
      "no-address": "No public address",
      idle: "Reported",
      updating: "Being reported",
      waiting: "Waiting",
      stopped: "Stopped",
    },
    noAddress:
      "The mapped address is unknown, or not one that the internet can reach, so there is nothing to report (Edit STUN Configuration).",
    stopped: "Nothing more is sent until you change the settings or press “Update now”.",
    elsewhere:
      "The provider knew the new address before Homeport reported it: the office router seems to update the name as well. Let only one of them do it, or the provider may block the name.",
    lastAnswer: "Last answer",
    none: "none yet",
    words: "In the provider's words",
    sent: "Reported address",
    next: "Next attempt",
    refresh: "Reported again",
    onChange: "when the address changes",
    answer: {
      good: "The name now leads to the reported address.",
      nochg: "The name led to the reported address already.",
      badauth: "User name or password is wrong. Enter both anew.",
      "!donator": "The account does not include what was asked for. Ask the provider, or choose another one.",
      notfqdn: "The host name is not a whole name. Correct it above.",
      nohost: "The account has no such host name. Check its spelling, and that it has not expired.",
      "!yours": "The host name belongs to another account.",
      numhost: "Too many host names were reported at once. Ask the provider.",
      "!active": "The host name is not active. Activate it at the provider.",
      badagent: "The provider does not accept this program. Ask the provider, or choose another one.",
      badsys: "The provider does not understand the request. Check the URL, or choose another provider.",
      abuse:
        "The name is blocked because of too many reports. Have the provider unblock it, and let only one device report.",
      dnserr: "The provider's name server has a fault. Ask the provider, and try again later.",
      KO: "The name or the token is wrong. Enter both anew.",
      "911": "The provider is out of order. It is tried again after half an hour or more.",
      unknown: "The provider gave an answer that is not known here. Check the URL, or ask the provider.",
      empty: "The provider answered with nothing.",
      "web-page": "A web page came instead of an answer. Check the URL, or whether a sign-in page intercepts it.",
      "other-address": "The provider stored another address than the one it was sent: it seems to ignore this system.",
      "http-error": "The server answered with an HTTP error.",
      redirected:
        "The server points to another address, which is not followed, because of the password. Correct the URL.",
      "too-large": "The answer was far too long to be one. Check the URL.",
      "no-connection": "The server could not be reached.",
      "no-answer": "The server did not answer within 30 seconds.",
      "name-not-resolved": "The server's name could not be resolved. Check it, and the DNS of this machine.",
      certificate: "The server's certificate is not trusted, so nothing was sent.",
      "no-tls": "The server does not offer TLS 1.2 or newer, so nothing was sent.",
      interrupted: "Homeport was stopped before the answer came.",
    },
    status: (status: number) => `HTTP status ${status}`,
  },
  help,
} as const
