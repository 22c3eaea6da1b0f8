/** The fifteen checks of Home: what each found, as `<check>.<reason>`. */
export const readinessEn = {
  "authentication.none": "There is no station yet.",
  "authentication.all": "Authentication is on and the password strong at all stations: {count}.",
  "authentication.off":
    "Authentication is off at {count|station|stations} {numbers}: whoever knows the number can register as it.",
  "authentication.weak": "The password is missing or too weak at {count|station|stations} {numbers}.",
  "inner-ports.none": "No phone from the internet is registered at an inner port. Never forward these ports: {ports}.",
  "inner-ports.registered":
    "Station {number} is registered at an inner port from {source}, an address on the internet: take that forwarding out of the office router.",
  "inner-ports.at-router":
    "The office router shows port {port} to the internet, the number of an inner port: attackers try it first. Choose {instead}.",
  "migrated-ports.own": "The internet has ports of its own: {ports}.",
  "migrated-ports.migrated":
    "Port {port} for the internet is one of those for the office, as in an earlier version: it must be changed by hand.",
  "stun-server.static": "STUN is not asked: {address} was entered by hand.",
  "stun-server.not-needed": "No station may register over the internet, so STUN is not asked.",
  "stun-server.answering": "{server} answers, after {milliseconds} ms.",
  "stun-server.asking": "{server} was asked and has not answered yet.",
  "stun-server.no-server":
    "No STUN server is set: the public address is unknown, and calls over the internet are refused.",
  "stun-server.no-answer":
    "{server} does not answer: the public address is unknown, and calls over the internet are refused.",
  "stun-server.name-not-resolved": "The name {server} cannot be resolved.",
  "stun-server.lost": "{server} no longer answers. The last known address is used.",
  "mapped-port.same": "The internet sees the SIP port as {port}, as it must be.",
  "mapped-port.differs":
    "The internet sees the SIP port as {mapped} instead of {expected}. Phones reach only a port that is forwarded to the same number.",
  "mapped-port.unknown": "The port that the internet sees is not known yet.",
  "mapped-port.static": "The port was entered by hand and is not observed.",
  "mapping.same": "The office router shows every destination the same address and port.",
  "mapping.symmetric":
    "The office router shows every destination another port (symmetric NAT): phones at home cannot be called.",
  "mapping.no-address": "No STUN server has answered yet.",
  "mapping.unknown": "This STUN server cannot compare two destinations (RFC 5780).",
  "mapping.static": "The address was entered by hand: nothing is compared.",
  "public-address.public": "{address} is an address on the internet.",
  "public-address.unknown": "The public address is not known yet.",
  "public-address.carrier-nat":
    "{address} belongs to the provider's own NAT (DS-Lite, CGNAT): nobody can reach it. Ask the provider for a public IPv4 address.",
  "public-address.private-address":
    "{address} is not a public address: a second router stands before the internet (double NAT).",
  "public-address.second-router":
    "The internet sees {address}, but the office router has {router}: a second router stands between them (double NAT).",
  "one-interface.one": "All VoIP uses {lan} ({address}).",
  "one-interface.loopback":
    "SIP listens on this machine only: no phone can reach it. Choose the address that carries VoIP.",
  "one-interface.gone": "This machine no longer has {address}, the address that carries VoIP.",
  "one-interface.closed": "No SIP port is open.",
  "lan1.not-used": "VoIP does not use LAN 1 (WAN).",
  "lan1.behind-router": "VoIP uses LAN 1 (WAN), behind a router.",
  "lan1.access-router":
    "LAN 1 (WAN) has {address}, an address on the internet: as the access router behind a modem Homeport is not supported. Put a router before it.",
  "lan1.nat":
    "This machine forwards between its networks: network address translation on LAN 1 (WAN) must be off, so that SIP comes in unchanged.",
  "forwarding.proven": "Something came in from the internet on {lines}.",
  "forwarding.not-proven": "Nothing has come in from the internet on {lines} yet. Port Management says how to try it.",
  "forwarding.closed": "Homeport itself does not listen on {lines}.",
  "public-name.matches": "{name} leads to {address}.",
  "public-name.no-name": "No public name is entered: phones at home are given the public address, which may change.",
  "public-name.asking": "{name} is being resolved.",
  "public-name.unknown-mapped": "{name} leads to {addresses}; the public address is not known to compare it with.",
  "public-name.not-resolved": "{name} cannot be resolved: phones at home that go by it find nobody.",
  "public-name.differs":
    "{name} leads to {addresses}, but the public address is {address}: phones at home that go by the name do not arrive here.",
  "public-name.stopped":
    "The DynDNS provider refuses the updates of {name}, and nothing more is sent: phones at home may not find the office.",
  "tls.off": "SPE support is off: no phone uses TLS.",
  "tls.closed": "SPE support is on, but SIP over TLS is closed. {why}",
  "tls.not-open": "TLS port {port} could not be opened.",
  "tls.name":
    "The SPE certificate is not made out to {name}: phones that check it refuse the connection. Make a new server certificate.",
  "tls.ends": "The SPE certificate ends in {days} {days|day|days}. Renew it as a copy before phones refuse it.",
  "tls.ends-today": "The SPE certificate ends today. Renew it as a copy before phones refuse it.",
  "tls.open": "SIP over TLS is open, and its certificate is valid for {days} more {days|day|days}.",
  "devices.none": "No station has a device in Phone Parameter Deployment.",
  "devices.able": "{count} {count|device|devices}, and none that cannot do what its station needs.",
  "devices.unable": "{model} of station {number} cannot do what the station needs.",
  "devices.several": "{count} devices cannot do what their stations need: those of {numbers}.",
  "refusals.none": "No station was refused in the last 24 hours that is not registered now.",
  "refusals.some": "{number} was refused in the last 24 hours and is not registered: {cause}.",
  "refusals.several": "{count} stations were refused in the last 24 hours and are not registered: {numbers}.",
  "channels.room": "At most {peak} of {total} channels were in use today.",
  "channels.scarce": "{peak} of {total} channels were in use today at the same time: more than 80 %.",
  "channels.full": "All {total} channels were in use today at the same time: further calls were refused.",
  /** Why a registration was refused, in a few words. */
  "cause.unknown-user": "call number or SIP User ID wrong",
  "cause.wrong-password": "wrong password",
  "cause.internet-registration-off": "Internet Registration is off",
  "cause.internet-registration-over": "its date has passed",
  "cause.user-agent": "not its kind of telephone",
  "cause.authentication-off": "authentication is off",
  "cause.fixed-ip-address": "not from its Fixed IP address",
  "cause.no-stun": "the phone uses no STUN",
  "cause.symmetric-nat": "symmetric NAT at home",
  "cause.sip-alg": "a router rewrites SIP (ALG)",
  "cause.router-rewrites-source": "the office router hides the source",
  "cause.contact-host-name": "a name in place of its address",
  "cause.contact-not-sip": "its Contact is no sip: URI",
  "cause.too-many-contacts": "too many phones registered",
} as const
