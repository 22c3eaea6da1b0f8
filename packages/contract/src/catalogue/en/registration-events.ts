/** Stations that come and go, and registrations refused: what was seen, what it means, what to do. */
export const registrationEventsEn = {
  "registration.refused.unknown-user":
    "A registration as “{user}” from {source} ({transport}, {network} network) was refused: no station has this call number and SIP User ID. If it is one of your phones, correct its user name and SIP User ID; if not, somebody is guessing.",
  "registration.refused.wrong-password":
    "The registration of “{user}” from {source} ({transport}, {network} network) was refused: the password is wrong. Enter the station's password anew at the phone.",
  "registration.refused.internet-registration-off":
    "“{user}” tried to register over the internet from {source} ({transport}) and was refused: Internet Registration with internal SBC is off. Tick it at the station if this phone shall work from home.",
  "registration.refused.internet-registration-over":
    "“{user}” tried to register over the internet from {source} ({transport}) and was refused: the date up to which the station may has passed. Set a later one at the station.",
  "registration.refused.authentication-off":
    "“{user}” tried to register over the internet from {source} ({transport}) and was refused: the station's authentication is not active. Activate it and set a strong password.",
  "registration.refused.fixed-ip-address":
    "The registration of “{user}” from {source} ({transport}) was refused: the station may only register from its Fixed IP address. Correct that address at the station, or untick it.",
  "registration.refused.user-agent":
    "The registration of “{user}” from {source} ({transport}) was refused: the phone calls itself “{userAgent}”, the station is for another kind. Correct User-Agent begins with at the station; if the phone is none of yours, change the password.",
  "registration.refused.no-stun":
    "The registration of “{user}” from {source} ({transport}) was refused: its Contact carries {contact}, which the internet cannot reach. The phone does not use STUN: switch STUN on at the phone, or choose NAT traversal By Homeport at the station.",
  "registration.refused.symmetric-nat":
    "The registration of “{user}” from {source} ({transport}) was refused: its Contact says {contact}, the packet came from another port. The home router gives every destination another port (symmetric NAT): use another router, or choose NAT traversal By Homeport at the station.",
  "registration.refused.sip-alg":
    "The registration of “{user}” from {source} ({transport}) was refused: its Contact says {contact}, a public address other than the packet's. A router on the way rewrites SIP (ALG): switch SIP ALG off in the home router, and check the phone's STUN server.",
  "registration.refused.router-rewrites-source":
    "The registration of “{user}” reached the external port from {source} ({transport}), a local address, with {contact} in its Contact, and was refused. The office router hides who is calling: set its port forwarding up so that source addresses stay as they are.",
  "registration.refused.contact-host-name":
    "The registration of “{user}” from {source} ({transport}) was refused: its Contact carries the name {contact} instead of an address. Switch STUN on at the phone so that it announces its public address.",
  "registration.refused.contact-not-sip":
    "The registration of “{user}” from {source} ({transport}) was refused: its Contact {contact} is not a sip: URI. Set the phone to use sip: URIs.",
  "registration.refused.too-many-contacts":
    "The registration of “{user}” from {source} ({transport}) was refused: the station already has as many phones registered as allowed. Sign off one that is no longer used, or wait until it expires.",
  "station.registered":
    "Station {callNumber} registered from {source} ({transport}, {network} network) with {userAgent}.",
  "station.unregistered": "Station {callNumber} is no longer registered from {source} ({transport}).",
  "station.internet-registration-over":
    "The date up to which station {callNumber} may register over the internet has passed: its phones there are no longer registered. Set a later date at the station if it goes on.",
  "station.unreachable":
    "Station {callNumber} at {source} no longer answers. Calls skip it until it shows itself again: check the phone and its internet access.",
  "station.reachable": "Station {callNumber} at {source} answers again.",
} as const
