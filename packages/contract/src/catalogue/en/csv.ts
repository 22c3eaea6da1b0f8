/** What is wrong with a CSV file of stations; a cell's own rules have their sentences in fields.ts. */
export const csvEn = {
  CallNumberTwice: "Line {line} has this call number as well.",
  CellNotClosed:
    "A cell begins with a quotation mark that is not closed on this line. A cell cannot hold a line break.",
  ColumnTwice: "The column “{column}” is there twice.",
  LineUnreadable:
    "A quotation mark stands in the middle of a cell. Put the whole cell in quotation marks, and double those inside it.",
  MissingColumn: "A column with the call number is needed.",
  NoColumns:
    "The first line must name the columns, in English or German: at least the call number or the index. Download the template to begin with.",
  NoLines: "Below its first line the file has no stations.",
  NoSuchStation: "There is no station with this index. Leave the index empty for a new station.",
  NotText: "This is no CSV file. In Excel, choose Save As and the file type “CSV UTF-8 (Comma delimited)”.",
  StationTwice: "Line {line} stands for the same station (index {index}).",
  TooManyCells:
    "The line has more cells than the first line has columns ({columns}). Is a quotation mark missing around a cell?",
  TooManyColumns: "The file has more than {maximum} columns.",
  TooManyLines: "The file has more than {maximum} lines with stations.",
  TooManyStations: "There would be more than {maximum} stations.",
  UnknownColumn: "Column {number}, “{column}”, is none that stations have.",
  UserIdTwice: "Line {line} has this SIP User ID as well.",
} as const
