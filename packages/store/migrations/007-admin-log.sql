-- Who changed what, from what to what; and the event log filtered by kinds of events.

-- AUTOINCREMENT: the oldest entries are dropped by number, and the command line writes beside a running server.
CREATE TABLE admin_log (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  at      INTEGER NOT NULL,
  by      TEXT NOT NULL,
  address TEXT,
  cause   TEXT,
  places  TEXT NOT NULL,
  items   TEXT NOT NULL
) STRICT;

CREATE INDEX events_by_code ON events (code);
