--liquibase formatted sql

--changeset image2ai:moderation-1
CREATE TABLE mod_review (
  id varchar(64) NOT NULL PRIMARY KEY,
  account varchar(64) NOT NULL,
  subject varchar(16) NOT NULL,
  category varchar(32) NOT NULL,
  score double precision NOT NULL,
  reason varchar(500) NOT NULL,
  state varchar(16) NOT NULL,
  content_hash varchar(64) NOT NULL,
  prompt text,
  media_type varchar(64),
  lineage text,
  attempt integer NOT NULL,
  appeal text,
  appealed_at bigint,
  note text,
  decided_at bigint,
  asset varchar(64),
  created_at bigint NOT NULL
);
CREATE INDEX mod_review_account ON mod_review (account, created_at, id);
CREATE INDEX mod_review_state ON mod_review (state, created_at, id);
CREATE INDEX mod_review_content ON mod_review (account, content_hash);
CREATE TABLE mod_strike (
  id varchar(64) NOT NULL PRIMARY KEY,
  account varchar(64) NOT NULL,
  category varchar(32) NOT NULL,
  weight integer NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL
);
CREATE INDEX mod_strike_account ON mod_strike (account, expires_at);
CREATE TABLE mod_clearance (
  id varchar(64) NOT NULL PRIMARY KEY,
  account varchar(64) NOT NULL,
  created_at bigint NOT NULL
);
CREATE INDEX mod_clearance_account ON mod_clearance (account);
