--liquibase formatted sql

--changeset image2ai:notify-1
CREATE TABLE ntf_mail (
  id varchar(64) NOT NULL PRIMARY KEY,
  -- Empty for mail to somebody who has no account.
  account_id varchar(64) NOT NULL,
  recipient varchar(320) NOT NULL,
  template varchar(64) NOT NULL,
  subject varchar(400) NOT NULL,
  body_text text NOT NULL,
  body_html text NOT NULL,
  state varchar(16) NOT NULL,
  tries integer NOT NULL,
  next_at bigint NOT NULL,
  -- Who sends it now, and until when nobody else does; the tries fence all that follows.
  instance_id varchar(64) NOT NULL,
  lease_until bigint NOT NULL,
  error varchar(400) NOT NULL,
  created_at bigint NOT NULL,
  ended_at bigint
);
CREATE INDEX ntf_mail_due ON ntf_mail (state, next_at);
CREATE INDEX ntf_mail_account ON ntf_mail (account_id, id);

CREATE TABLE ntf_endpoint (
  id varchar(64) NOT NULL PRIMARY KEY,
  account_id varchar(64) NOT NULL,
  url varchar(2000) NOT NULL,
  events varchar(4000) NOT NULL,
  description varchar(200) NOT NULL,
  enabled boolean NOT NULL,
  disabled_reason varchar(200) NOT NULL,
  -- Encrypted, as all secrets are.
  secret varchar(400) NOT NULL,
  previous_secret varchar(400),
  previous_until bigint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL
);
CREATE INDEX ntf_endpoint_account ON ntf_endpoint (account_id, created_at);

CREATE TABLE ntf_delivery (
  id varchar(64) NOT NULL PRIMARY KEY,
  account_id varchar(64) NOT NULL,
  -- Empty for an address that was given with a job.
  endpoint_id varchar(64) NOT NULL,
  url varchar(2000) NOT NULL,
  -- What shares a limit of deliveries at once: an endpoint, or a host.
  lane varchar(300) NOT NULL,
  message_id varchar(64) NOT NULL,
  event_type varchar(100) NOT NULL,
  body text NOT NULL,
  state varchar(16) NOT NULL,
  tries integer NOT NULL,
  next_at bigint NOT NULL,
  instance_id varchar(64) NOT NULL,
  lease_until bigint NOT NULL,
  http_status integer NOT NULL,
  error varchar(400) NOT NULL,
  created_at bigint NOT NULL,
  ended_at bigint
);
CREATE INDEX ntf_delivery_due ON ntf_delivery (state, next_at);
CREATE INDEX ntf_delivery_endpoint ON ntf_delivery (endpoint_id, created_at, id);
CREATE INDEX ntf_delivery_account ON ntf_delivery (account_id, id);
CREATE INDEX ntf_delivery_age ON ntf_delivery (created_at);

CREATE TABLE ntf_signing_secret (
  account_id varchar(64) NOT NULL PRIMARY KEY,
  secret varchar(400) NOT NULL,
  created_at bigint NOT NULL
);

--changeset image2ai:notify-2
-- Which servers got a mail or a webhook of whom; what is older than this table is not in it.
CREATE TABLE ntf_disclosure (
  id varchar(64) NOT NULL PRIMARY KEY,
  account_id varchar(64) NOT NULL,
  recipient varchar(255) NOT NULL,
  host varchar(255) NOT NULL,
  first_at bigint NOT NULL,
  last_at bigint NOT NULL
);
CREATE INDEX ntf_disclosure_account ON ntf_disclosure (account_id, id);
ALTER TABLE ntf_mail ADD COLUMN disclosed boolean DEFAULT FALSE NOT NULL;
ALTER TABLE ntf_delivery ADD COLUMN disclosed boolean DEFAULT FALSE NOT NULL;
