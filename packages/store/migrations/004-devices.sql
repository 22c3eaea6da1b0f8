-- Devices of stations, how each may fetch its settings, and who asked for what.

-- AUTOINCREMENT: the number of a removed device stands in the log of fetches, and is never given again.
CREATE TABLE devices (
  device     INTEGER PRIMARY KEY AUTOINCREMENT,
  station    INTEGER NOT NULL,
  model      TEXT NOT NULL,
  generation TEXT,
  mac        TEXT UNIQUE,
  transport  TEXT NOT NULL,
  language   TEXT NOT NULL,
  version    INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- Beside the settings: it changes whenever a device fetches. Of a link's token only the SHA-256 is here.
CREATE TABLE device_links (
  device           INTEGER PRIMARY KEY,
  token_hash       TEXT NOT NULL UNIQUE,
  opens_until      INTEGER NOT NULL,
  fetches_left     INTEGER NOT NULL,
  bound_at         INTEGER,
  bound_mac        TEXT,
  bound_model      TEXT,
  delivered_secret TEXT
) STRICT;

CREATE TABLE last_fetches (
  device       INTEGER PRIMARY KEY,
  at           INTEGER NOT NULL,
  address      TEXT NOT NULL,
  file         TEXT NOT NULL,
  firmware     TEXT,
  model        TEXT,
  with_secrets INTEGER NOT NULL,
  content      TEXT NOT NULL
) STRICT;

-- The newest alone, as JSON.
CREATE TABLE device_fetches (
  id   INTEGER PRIMARY KEY,
  data TEXT NOT NULL
) STRICT;

CREATE TABLE unknown_devices (
  mac  TEXT PRIMARY KEY,
  data TEXT NOT NULL
) STRICT, WITHOUT ROWID;
