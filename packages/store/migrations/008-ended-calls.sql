-- Calls that have ended, until when a station may be on the internet, and which kind of phone it is for.

ALTER TABLE stations ADD COLUMN internet_registration_until TEXT;
ALTER TABLE stations ADD COLUMN user_agent_prefix TEXT NOT NULL DEFAULT '';

-- The newest 10,000. What is looked for and sorted by stands in columns, the whole of a call in `data` as JSON.
CREATE TABLE ended_calls (
  id       INTEGER PRIMARY KEY,
  ended_at INTEGER NOT NULL,
  caller   TEXT NOT NULL,
  callee   TEXT NOT NULL,
  outcome  TEXT NOT NULL,
  duration INTEGER NOT NULL,
  loss     REAL NOT NULL,
  jitter   REAL NOT NULL,
  words    TEXT NOT NULL,
  data     TEXT NOT NULL
) STRICT;

CREATE INDEX ended_calls_by_time ON ended_calls (ended_at);
CREATE INDEX ended_calls_by_caller ON ended_calls (caller, ended_at);
CREATE INDEX ended_calls_by_callee ON ended_calls (callee, ended_at);

-- A station's timeline is read beside running calls, out of 100,000 lines. Each kind of event names its station in one of these.
CREATE INDEX events_of_station ON events (params ->> 'callNumber', at) WHERE params ->> 'callNumber' IS NOT NULL;
CREATE INDEX events_of_user ON events (params ->> 'user', at) WHERE params ->> 'user' IS NOT NULL;
CREATE INDEX events_of_caller ON events (params ->> 'from', at) WHERE params ->> 'from' IS NOT NULL;
CREATE INDEX events_of_callee ON events (params ->> 'to', at) WHERE params ->> 'to' IS NOT NULL;
