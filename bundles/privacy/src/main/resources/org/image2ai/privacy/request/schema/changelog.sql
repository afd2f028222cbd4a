--liquibase formatted sql

--changeset image2ai:privacy-request-1
CREATE TABLE prv_request (
  id varchar(64) NOT NULL PRIMARY KEY,
  account varchar(64) NOT NULL,
  request_type varchar(32) NOT NULL,
  law varchar(8) NOT NULL,
  about varchar(64),
  export_id varchar(64),
  created_at bigint NOT NULL,
  due_at bigint NOT NULL,
  alarm_at bigint,
  runs integer NOT NULL,
  looks integer NOT NULL,
  ended_at bigint,
  next_at bigint,
  lease_owner varchar(64),
  lease_until bigint NOT NULL,
  link_hash varchar(64),
  link_until bigint NOT NULL,
  events integer NOT NULL,
  head varchar(64) NOT NULL
);
CREATE INDEX prv_request_account ON prv_request (account, created_at, id);
CREATE INDEX prv_request_created ON prv_request (created_at, id);
CREATE INDEX prv_request_next ON prv_request (next_at);
CREATE INDEX prv_request_alarm ON prv_request (alarm_at);
CREATE INDEX prv_request_link ON prv_request (link_hash);
CREATE TABLE prv_event (
  id varchar(80) NOT NULL PRIMARY KEY,
  request varchar(64) NOT NULL,
  seq integer NOT NULL,
  at_micros bigint NOT NULL,
  kind varchar(32) NOT NULL,
  about varchar(255) NOT NULL,
  sealed text NOT NULL,
  hash varchar(64) NOT NULL
);
CREATE INDEX prv_event_request ON prv_event (request, seq);
CREATE TABLE prv_asked (
  id varchar(64) NOT NULL PRIMARY KEY,
  request varchar(64) NOT NULL,
  place integer NOT NULL,
  at_the_end boolean NOT NULL,
  bundle varchar(255) NOT NULL,
  holding varchar(255) NOT NULL,
  state varchar(16) NOT NULL,
  reason varchar(500) NOT NULL,
  tries integer NOT NULL,
  next_at bigint NOT NULL
);
CREATE INDEX prv_asked_request ON prv_asked (request, place);
CREATE TABLE prv_outcome (
  id varchar(64) NOT NULL PRIMARY KEY,
  request varchar(64) NOT NULL,
  phase varchar(8) NOT NULL,
  bundle varchar(255) NOT NULL,
  holding varchar(255) NOT NULL,
  status varchar(32) NOT NULL,
  reason varchar(500) NOT NULL,
  until_day varchar(10) NOT NULL,
  items bigint NOT NULL
);
CREATE INDEX prv_outcome_request ON prv_outcome (request, phase);
CREATE TABLE prv_item (
  id varchar(64) NOT NULL PRIMARY KEY,
  request varchar(64) NOT NULL,
  bundle varchar(255) NOT NULL,
  holding varchar(255) NOT NULL,
  item_key text NOT NULL,
  created_at bigint NOT NULL,
  status varchar(32) NOT NULL,
  reason varchar(500) NOT NULL,
  until_day varchar(10) NOT NULL
);
CREATE INDEX prv_item_request ON prv_item (request, status, id);
CREATE TABLE prv_task (
  id varchar(64) NOT NULL PRIMARY KEY,
  request varchar(64) NOT NULL,
  bundle varchar(255) NOT NULL,
  recipient varchar(255) NOT NULL,
  mode varchar(16) NOT NULL,
  state varchar(16) NOT NULL,
  due_at bigint,
  evidence text NOT NULL,
  settled_by varchar(80) NOT NULL,
  settled_at bigint
);
CREATE INDEX prv_task_request ON prv_task (request, id);
CREATE TABLE prv_fence (
  account varchar(64) NOT NULL PRIMARY KEY,
  request varchar(64) NOT NULL,
  closed_at bigint NOT NULL
);

--changeset image2ai:privacy-request-2
CREATE TABLE prv_sender (
  bundle varchar(255) NOT NULL PRIMARY KEY,
  since_at bigint NOT NULL
);

--changeset image2ai:privacy-request-3
-- A name, and which one is meant.
ALTER TABLE prv_task ALTER COLUMN recipient SET DATA TYPE varchar(500);

--changeset image2ai:privacy-request-4
-- What is overdue is told of every day: those that were told of once are looked at again.
UPDATE prv_request SET alarm_at = due_at WHERE alarm_at IS NULL;
