/** The page of a one-time link, for the person at home: somebody who has never heard of SIP. */
export const homePageEn = {
  landing: {
    title: "Telephone settings for {name}",
    lead: "Your office has prepared the settings of your {model}. Press the button to see them.",
    once: "The button works once: after it, only this browser shows the settings, for {minutes} minutes. Later, and in any other browser, the link says “Not Found”. Have your {model} at hand before you begin.",
    scan: "Best open this link on another screen than the phone, on a computer for example: you will scan a code with the phone.",
    button: "Show my settings",
    foreign: "Not meant for you? Then please close this page.",
    cookies:
      "Nothing was opened: your browser refuses cookies, and without one this page could not recognise it again. Allow cookies for this page and press the button again.",
    notReady:
      "Nothing was opened: the settings are not complete yet. Please tell whoever sent you this link; it stays valid.",
  },
  page: {
    document: "Telephone settings",
    language: "Language",
    title: "Telephone settings of {name}",
    subtitle: "Call number {callNumber} · {model}",
    minutes: "This page can be seen in this browser for {minutes} more {minutes|minute|minutes}, and nowhere else.",
    secret: "Keep these settings to yourself: whoever has them can make calls in your name.",
    steps: "Step by step",
    scan: "Code to scan",
    values: "Values to enter",
    trust: "Certificate",
    router: "Your internet connection",
    help: "If something does not work",
    notReady:
      "The settings are not complete at the moment. Please ask whoever sent you this link, then reload this page.",
  },
  value: {
    labels: "On your device, a name may read a little different.",
    optional: "can stay as it is",
    empty: "(empty)",
    copy: "Copy",
    copied: "Copied",
    show: "Show",
    hide: "Hide",
    hidden: "{label}: show or hide",
  },
  step: {
    installApp: "Install {model} from the App Store or from Google Play, and open it.",
    installProgram: "Install {model} on your computer, and open it.",
    connectPhone: "Connect the telephone to your router with a network cable, and to power. Wait until it has started.",
    openPhonePage:
      "Find its IP address in its menu, under Status or Information. Enter this address in the browser of a computer at home, and sign in with the telephone's own user name and password. Whoever gave you the telephone knows them.",
    loadCertificate: "Install the certificate below, so that the device trusts the encrypted connection.",
    scanCode: "In the app, choose to be set up with a QR code or a remote configuration, and scan the code below.",
    createAccount: "Create a new SIP account by hand.",
    enterValues: "Enter the values below, each in the field whose name stands before it. All others stay as they are.",
    orEnterValues: "If scanning does not work, enter the values below by hand instead.",
    save: "Save. After a moment the device shows that it is registered, connected or online.",
    try: "Call a colleague. You should hear each other.",
  },
  scan: {
    code: "QR code with the settings",
    sameDevice:
      "Is the app on the very device on which you read this? Copy this address and enter it in the app as its remote configuration:",
    address: "Address",
  },
  trust: {
    lead: "The connection to the office is encrypted. Your device trusts it when it has this certificate.",
    download: "Download the certificate {name}",
    fingerprint: "SHA-256 fingerprint, which your administrator can compare",
    iphone:
      "iPhone, iPad: open the downloaded file. Under Settings ▸ General ▸ VPN & Device Management install the profile; under Settings ▸ General ▸ About ▸ Certificate Trust Settings switch it on.",
    android: "Android: search the Settings for “CA certificate”, choose to install one, and pick the downloaded file.",
    program:
      "Computer: load the file as a trusted root certificate, in the program's own settings or those of the operating system.",
    phone: "Telephone: upload the file on its own page in the browser, under Security ▸ Trusted Certificates.",
  },
  router: {
    lead: "As a rule, nothing has to be set at your router at home, and no ports have to be opened. If calls fail, or one of you hears nothing, check this:",
    alg: "“SIP ALG” (also: SIP helper, VoIP assistant) must be off in the router.",
    nat: "The router must not use symmetric NAT (some say: strict NAT). Choose another kind where there is a choice.",
    bandwidth:
      "Each call needs about {kilobits} kbit/s in each direction. A large upload at the same time can disturb it.",
  },
  help: {
    ask: "Ask the person who sent you this link, and say:",
    number: "your call number, {callNumber}",
    shows: "what your {model} shows",
    router: "which router you have at home",
  },
} as const
