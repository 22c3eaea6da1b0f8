-- Certificates with their keys, and what our CAs have revoked.

-- AUTOINCREMENT: the number of a removed certificate stands in URLs that others keep, and is never given again.
CREATE TABLE certificates (
  certificate INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT NOT NULL UNIQUE,
  pem         TEXT NOT NULL,
  private_key BLOB,
  generated   INTEGER NOT NULL,
  version     INTEGER NOT NULL,
  changed_by  TEXT NOT NULL,
  changed_at  INTEGER NOT NULL
) STRICT;

-- By the CA's public key: a CA and its renewed copy with the same key have one list.
CREATE TABLE revocation_lists (
  authority   TEXT PRIMARY KEY,
  number      INTEGER NOT NULL,
  this_update INTEGER NOT NULL,
  next_update INTEGER NOT NULL,
  der         BLOB NOT NULL,
  revoked     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
