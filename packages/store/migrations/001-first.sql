-- The first shape of the store. Times are milliseconds since 1970.

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;

-- One row a page of settings: only what differs from the defaults, as JSON.
CREATE TABLE settings (
  section     TEXT PRIMARY KEY,
  differences TEXT NOT NULL,
  version     INTEGER NOT NULL,
  changed_by  TEXT NOT NULL,
  changed_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE stations (
  station               INTEGER PRIMARY KEY,
  call_number           TEXT NOT NULL UNIQUE,
  name                  TEXT NOT NULL,
  authentication_active INTEGER NOT NULL,
  password              BLOB,
  sip_user_id           TEXT NOT NULL UNIQUE,
  realm                 TEXT NOT NULL,
  digest_algorithms     TEXT NOT NULL,
  fixed_ip_address      TEXT,
  secondary_system_id   TEXT NOT NULL,
  internet_registration INTEGER NOT NULL,
  nat_traversal         TEXT NOT NULL,
  version               INTEGER NOT NULL,
  changed_by            TEXT NOT NULL,
  changed_at            INTEGER NOT NULL
) STRICT;

CREATE TABLE accounts (
  name          TEXT PRIMARY KEY COLLATE NOCASE,
  role          TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  second_factor BLOB,
  created_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The token itself is known to the browser alone.
CREATE TABLE logins (
  token_hash     BLOB PRIMARY KEY,
  account        TEXT NOT NULL COLLATE NOCASE REFERENCES accounts (name) ON DELETE CASCADE,
  created_at     INTEGER NOT NULL,
  last_action_at INTEGER NOT NULL,
  address        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bindings (
  call_number TEXT NOT NULL,
  contact     TEXT NOT NULL,
  data        TEXT NOT NULL,
  PRIMARY KEY (call_number, contact)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  id       INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  since    INTEGER NOT NULL,
  times    INTEGER NOT NULL,
  severity TEXT NOT NULL,
  code     TEXT NOT NULL,
  params   TEXT NOT NULL
) STRICT;
