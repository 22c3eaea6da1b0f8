/** Calls that were refused or ended otherwise than by hanging up: what was seen, what it means, what to do. */
export const callEventsEn = {
  "call.refused.not-registered-here":
    "A call from {from} to {to} from {source} was refused ({status}): no phone of {from} is registered over the internet from that address.",
  "call.refused.unknown-number": "A call from {from} to {to} was refused ({status}): there is no such call number.",
  "call.refused.not-registered": "A call from {from} to {to} was refused ({status}): no phone is registered for {to}.",
  "call.refused.unreachable":
    "A call from {from} to {to} was refused ({status}): the phones registered for {to} do not answer.",
  "call.refused.no-channel": "A call from {from} to {to} was refused ({status}): every RTP proxy channel is in use.",
  "call.refused.no-ports": "A call from {from} to {to} was refused ({status}): no RTP ports are free.",
  "call.refused.no-mapped-address":
    "A call from {from} to {to} was refused ({status}): Homeport does not know its public address, so the phone at home could not send speech.",
  "call.refused.media-address-not-source":
    "A call from {from} to {to} was refused ({status}): the phone asks for speech at an address that is not its own ({source} is).",
  "call.refused.no-usable-audio":
    "A call from {from} to {to} was refused ({status}): the phone offered no audio that can be relayed (RTP/AVP or RTP/AVPF).",
  "call.refused.unsupported-uri":
    "A call from {from} at {source} was refused ({status}): it was dialled with a URI other than sip:.",
  "call.refused.loop": "A call from {from} to {to} was refused ({status}): it came back to where it had been.",
  "call.refused.wrong-password":
    "A call from {from} to {to} from {source} was refused ({status}): the password is wrong.",
  "call.ended.caller-hung-up": "The call from {from} to {to} ended: the caller hung up.",
  "call.ended.callee-hung-up": "The call from {from} to {to} ended: the called side hung up.",
  "call.ended.cancelled": "The call from {from} to {to} ended before it was answered: the caller hung up.",
  "call.ended.refused": "The call from {from} to {to} was not taken: the called side refused it.",
  "call.ended.no-answer": "The call from {from} to {to} ended after 3 minutes of ringing: nobody answered.",
  "call.ended.no-media": "The call from {from} to {to} was ended: neither side sent any speech for 60 seconds.",
  "call.ended.media-refused":
    "The call from {from} to {to} was ended: {to} answered with an address for speech that is not its own.",
  "call.ended.failed": "The call from {from} to {to} failed: one of the phones stopped answering.",
  "call.ended.shutdown": "The call from {from} to {to} was ended because Homeport was stopped.",
  "channels.exhausted":
    "All {total} RTP proxy channels are in use: a call from {from} to {to} could not be put through.",
  "media.missing": "Station {callNumber} sent no speech within 5 seconds of the answer.",
  "stun.late": "The STUN server took over a second to answer for a call: it was set up with the last known address.",
} as const
