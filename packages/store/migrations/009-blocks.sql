-- Who is blocked, as JSON, and what the command line asks of a running server: which block to lift, "" for all of them.

CREATE TABLE blocks (
  network TEXT PRIMARY KEY,
  data    TEXT NOT NULL
) STRICT;

CREATE TABLE unblock_requests (
  network TEXT PRIMARY KEY
) STRICT;
