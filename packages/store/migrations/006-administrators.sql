-- Accounts have a number, so that they can be renamed; with them second factors, API tokens and who signed in when.

ALTER TABLE accounts RENAME TO former_accounts;
ALTER TABLE logins RENAME TO former_logins;

-- AUTOINCREMENT: the number of a removed account is never given again.
CREATE TABLE accounts (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  name            TEXT NOT NULL UNIQUE COLLATE NOCASE,
  role            TEXT NOT NULL,
  password_hash   TEXT NOT NULL,
  created_at      INTEGER NOT NULL,
  last_sign_in_at INTEGER,
  version         INTEGER NOT NULL,
  changed_by      TEXT NOT NULL,
  changed_at      INTEGER NOT NULL
) STRICT;

INSERT INTO accounts (name, role, password_hash, created_at, version, changed_by, changed_at)
  SELECT name, role, password_hash, created_at, 1, name, created_at FROM former_accounts ORDER BY created_at, name;

CREATE TABLE logins (
  token_hash     BLOB PRIMARY KEY,
  account        INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  created_at     INTEGER NOT NULL,
  last_action_at INTEGER NOT NULL,
  address        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO logins
  SELECT token_hash, id, former_logins.created_at, last_action_at, address
  FROM former_logins JOIN accounts ON accounts.name = former_logins.account;

DROP TABLE former_logins;
DROP TABLE former_accounts;

-- `secret` is sealed; `step` is the time step of the last accepted code (RFC 6238 §5.2).
CREATE TABLE second_factors (
  account INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  secret  BLOB NOT NULL,
  step    INTEGER NOT NULL,
  since   INTEGER NOT NULL
) STRICT;

-- SHA-256 alone; a code that was used is gone.
CREATE TABLE recovery_codes (
  account   INTEGER NOT NULL REFERENCES second_factors (account) ON DELETE CASCADE,
  code_hash BLOB NOT NULL,
  PRIMARY KEY (account, code_hash)
) STRICT, WITHOUT ROWID;

-- Of a token only the SHA-256 is here. It goes with its account.
CREATE TABLE api_tokens (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  account        INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  name           TEXT NOT NULL,
  role           TEXT NOT NULL,
  token_hash     BLOB NOT NULL UNIQUE,
  created_at     INTEGER NOT NULL,
  expires_at     INTEGER,
  last_used_at   INTEGER,
  last_used_from TEXT
) STRICT;

-- The newest alone. The account's number and its name at that time, for it may be renamed or removed; NULL: there was none of that name.
CREATE TABLE sign_ins (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  at         INTEGER NOT NULL,
  account    INTEGER,
  name       TEXT,
  address    TEXT NOT NULL,
  user_agent TEXT NOT NULL,
  outcome    TEXT NOT NULL,
  succeeded  INTEGER NOT NULL
) STRICT;
