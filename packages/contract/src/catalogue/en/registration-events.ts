/** Stations that come and go, and registrations refused: what was seen, what it means, what to do. */
export const registrationEventsEn = {
  "registration.refused.unknown-user":
    "A registration as “{user}” from {source} ({transport}, {network} network) was refused: no station has this call number and SIP User ID.",
  "registration.refused.wrong-password":
    "The registration of “{user}” from {source} ({transport}, {network} network) was refused: the password is wrong.",
  "registration.refused.internet-registration-off":
    "“{user}” tried to register over the internet from {source} ({transport}) and was refused: Internet Registration with internal SBC is off.",
  "registration.refused.internet-registration-over":
    "“{user}” tried to register over the internet from {source} ({transport}) and was refused: the date up to which the station may has passed.",
  "registration.refused.authentication-off":
    "“{user}” tried to register over the internet from {source} ({transport}) and was refused: the station's authentication is not active.",
  "registration.refused.fixed-ip-address":
    "The registration of “{user}” from {source} ({transport}) was refused: the station may only register from its Fixed IP address.",
  "registration.refused.user-agent":
    "The registration of “{user}” from {source} ({transport}) was refused: the phone calls itself “{userAgent}”, the station is for another kind.",
  "registration.refused.no-stun":
    "The registration of “{user}” from {source} ({transport}) was refused: its Contact carries {contact}, which the internet cannot reach.",
  "registration.refused.symmetric-nat":
    "The registration of “{user}” from {source} ({transport}) was refused: its Contact says {contact}, the packet came from another port.",
  "registration.refused.sip-alg":
    "The registration of “{user}” from {source} ({transport}) was refused: its Contact says {contact}, a public address other than the packet's.",
  "registration.refused.router-rewrites-source":
    "The registration of “{user}” reached the external port from {source} ({transport}), a local address, with {contact} in its Contact, and was refused.",
  "registration.refused.contact-host-name":
    "The registration of “{user}” from {source} ({transport}) was refused: its Contact carries the name {contact} instead of an address.",
  "registration.refused.contact-not-sip":
    "The registration of “{user}” from {source} ({transport}) was refused: its Contact {contact} is not a sip: URI.",
  "registration.refused.too-many-contacts":
    "The registration of “{user}” from {source} ({transport}) was refused: the station already has as many phones registered as allowed.",
  "station.registered":
    "Station {callNumber} registered from {source} ({transport}, {network} network) with {userAgent}.",
  "station.unregistered": "Station {callNumber} is no longer registered from {source} ({transport}).",
  "station.internet-registration-over":
    "The date up to which station {callNumber} may register over the internet has passed: its phones there are no longer registered.",
  "station.unreachable": "Station {callNumber} at {source} no longer answers.",
  "station.reachable": "Station {callNumber} at {source} answers again.",
} as const
