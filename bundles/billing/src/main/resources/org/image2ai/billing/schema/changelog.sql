--liquibase formatted sql

--changeset image2ai:billing-1
-- One row for each account that the ledger knows. Whoever changes an account's credits locks its row first.
CREATE TABLE bil_account (
  account_id varchar(64) NOT NULL PRIMARY KEY,
  plan_month varchar(7) NOT NULL,
  posted bigint NOT NULL,
  touched_at bigint NOT NULL
);

-- Credits of one origin. balance and held never contradict each other, whatever the code does.
CREATE TABLE bil_bucket (
  id varchar(64) NOT NULL PRIMARY KEY,
  account_id varchar(64) NOT NULL,
  kind varchar(16) NOT NULL,
  balance bigint NOT NULL,
  held bigint NOT NULL,
  expires_at bigint,
  created_at bigint NOT NULL,
  CONSTRAINT bil_bucket_sound CHECK (held >= 0 AND balance >= held)
);
CREATE INDEX bil_bucket_account ON bil_bucket (account_id, created_at);

CREATE TABLE bil_hold (
  id varchar(64) NOT NULL PRIMARY KEY,
  account_id varchar(64) NOT NULL,
  reference varchar(64) NOT NULL,
  state varchar(16) NOT NULL,
  credits bigint NOT NULL,
  spent bigint NOT NULL,
  created_at bigint NOT NULL,
  ended_at bigint
);
CREATE UNIQUE INDEX bil_hold_reference ON bil_hold (reference);
CREATE INDEX bil_hold_account ON bil_hold (account_id, created_at);

-- The buckets that a hold draws on, in order.
CREATE TABLE bil_hold_part (
  id varchar(64) NOT NULL PRIMARY KEY,
  hold_id varchar(64) NOT NULL,
  bucket_id varchar(64) NOT NULL,
  place integer NOT NULL,
  credits bigint NOT NULL
);
CREATE INDEX bil_hold_part_hold ON bil_hold_part (hold_id, place);

-- The journal of an account: line_number counts from 1 without a gap, balance is what the account has after it.
CREATE TABLE bil_posting (
  id varchar(64) NOT NULL PRIMARY KEY,
  account_id varchar(64) NOT NULL,
  line_number bigint NOT NULL,
  kind varchar(16) NOT NULL,
  credits bigint NOT NULL,
  balance bigint NOT NULL,
  reference varchar(64) NOT NULL,
  reason varchar(512) NOT NULL,
  actor varchar(128) NOT NULL,
  posted_at bigint NOT NULL
);
CREATE INDEX bil_posting_reference ON bil_posting (account_id, reference);
CREATE UNIQUE INDEX bil_posting_number ON bil_posting (account_id, line_number);

-- Double entry: the legs of a posting add up to zero. ledger is a bucket or platform:<kind>.
CREATE TABLE bil_leg (
  id varchar(64) NOT NULL PRIMARY KEY,
  posting_id varchar(64) NOT NULL,
  ledger varchar(64) NOT NULL,
  credits bigint NOT NULL
);
CREATE INDEX bil_leg_posting ON bil_leg (posting_id);
CREATE INDEX bil_leg_ledger ON bil_leg (ledger);
