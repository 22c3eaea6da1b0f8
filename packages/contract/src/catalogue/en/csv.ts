/** What is wrong with a CSV file of stations; a cell's own rules have their sentences in fields.ts. */
export const csvEn = {
  CallNumberTwice: "Line {line} has this call number as well.",
  CellNotClosed:
    "A cell begins with a quotation mark that is not closed on this line. A cell cannot hold a line break.",
  ChooseDevice:
    "The station has {count} devices: put the MAC address of the one that is meant on the line, or what it is called.",
  ColumnTwice: "The column “{column}” is there twice.",
  DigestNotSupported: "The {model} knows no other digest than MD5, and the station demands SHA-256.",
  LineUnreadable:
    "A quotation mark stands in the middle of a cell. Put the whole cell in quotation marks, and double those inside it.",
  MacTwice: "Line {line} has this MAC address as well.",
  MissingColumn: "A column with the call number is needed.",
  ModelMissing: "The station has no device yet. Say which one it gets.",
  NoColumns:
    "The first line must name the columns, in English or German: at least the call number or the index. Download the template to begin with.",
  NoLines: "There are no stations below the first line.",
  NoSuchDevice: "Homeport knows no such device. It may be one of these: {models}.",
  NoStun: "The {model} has no STUN: it cannot be used over the internet.",
  NoSuchStation: "There is no station with this index. Leave the index empty for a new station.",
  NoTls12: "The {model} speaks no TLS 1.2, the least that Homeport accepts. Choose UDP or TCP, or another device.",
  NotText: "This is no CSV file. In Excel, choose Save As and the file type “CSV UTF-8 (Comma delimited)”.",
  StationTwice: "Line {line} stands for the same station (index {index}).",
  TooManyCells:
    "The line has more cells than the first line has columns ({columns}). Is a quotation mark missing around a cell?",
  TooManyColumns: "The file has more than {maximum} columns.",
  TooManyDevices: "There would be more than {maximum} devices.",
  TooManyLines: "The file has more than {maximum} lines with stations.",
  TooManyStations: "There would be more than {maximum} stations.",
  TransportNotSupported: "The {model} does not speak this transport. Choose another.",
  UnknownColumn: "Column {number}, “{column}”, is none that stations have.",
  UserIdTwice: "Line {line} has this SIP User ID as well.",
} as const
