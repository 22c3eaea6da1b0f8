export const forwarding = {
  column: "Proof",
  proven: "Proven",
  notProven: "Not proven",
  from: (address: string) => `from ${address}`,
  how: {
    datagram: "a datagram from the internet",
    connection: "a connection from the internet",
    "filtering-test": "the STUN server's other address got through",
    http: "opened in a browser",
    fetch: "a device fetched its file",
    registration: "a phone registered",
  },
  /** What to do while a line is not proven, or to prove it again. */
  udp: "Press Test UDP now, or register a phone at home",
  open: "To prove it, open on a phone with Wi-Fi off:",
  openAgain: "To prove it again:",
  certificateWarning: "The phone warns of the certificate: it counts all the same.",
  /** Of the phones' listener. */
  phones: "PHONES_EXT: phones at home fetch their files",
  phonesOpen: "To prove it, fetch a file from outside, or open on a phone with Wi-Fi off:",
  phonesAnswer: "The phone may warn of the certificate and shows Not Found: it counts all the same.",
  noAddress: "What to open stands here as soon as a public name (DynDNS) or the mapped address (STUN) is known.",
  rtp: "Only a call from outside shows it",
  notOpen: "The port is not open in this system",
  afterApply: "Known after Apply",
  test: "Test UDP now",
  testing: "Testing …",
  outcomes: {
    proven: "Proven: the STUN server's other address, which nobody had asked, got through to the UDP port.",
    filtered:
      "Not forwarded: the STUN server answers, but its other address does not get through. Check the UDP line in the office router, and that it leads to this system.",
    "port-differs":
      "This test cannot tell: the router uses another external port for this system than the one to be forwarded. Register a phone at home instead.",
    "too-soon":
      "This test cannot tell yet: the router may still remember the STUN server's other address from a question of ours. Try again in 10 minutes, or register a phone at home.",
    "not-supported":
      "This test cannot tell: the STUN server has no second address on the internet (RFC 5780). Register a phone at home instead.",
    "no-answer": "The STUN server does not answer. Look at STUN Configuration first.",
    "no-server":
      "There is no STUN server to ask: none is set, STUN is static, or no station may register over the internet. Register a phone at home instead.",
    "not-open": "The UDP port is not open in this system. Its line in the table above says why.",
  },
} as const
