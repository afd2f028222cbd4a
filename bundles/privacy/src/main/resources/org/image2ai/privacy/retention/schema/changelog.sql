--liquibase formatted sql

--changeset image2ai:privacy-retention-1
CREATE TABLE prv_hold (
  id varchar(64) NOT NULL PRIMARY KEY,
  account varchar(64) NOT NULL,
  case_ref varchar(120) NOT NULL,
  reason varchar(500) NOT NULL,
  bundle varchar(200) NOT NULL,
  holding varchar(64) NOT NULL,
  item varchar(500) NOT NULL,
  review_on varchar(10) NOT NULL,
  created_by varchar(120) NOT NULL,
  created_at bigint NOT NULL,
  released_by varchar(120),
  released_at bigint
);
CREATE INDEX prv_hold_account ON prv_hold (account);
CREATE TABLE prv_sweep (
  id varchar(64) NOT NULL PRIMARY KEY,
  dry_run boolean NOT NULL,
  started_by varchar(120) NOT NULL,
  lines text NOT NULL,
  created_at bigint NOT NULL,
  ended_at bigint NOT NULL
);
CREATE INDEX prv_sweep_created ON prv_sweep (created_at, id);
