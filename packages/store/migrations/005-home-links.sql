-- One-time links for the people who have a device at home. Of the token and of the browser's cookie only the SHA-256 is here.

CREATE TABLE home_links (
  device       INTEGER PRIMARY KEY,
  token_hash   TEXT NOT NULL UNIQUE,
  made_at      INTEGER NOT NULL,
  opens_until  INTEGER NOT NULL,
  closed_at    INTEGER,
  opened_at    INTEGER,
  address      TEXT,
  user_agent   TEXT,
  browser_hash TEXT
) STRICT;
