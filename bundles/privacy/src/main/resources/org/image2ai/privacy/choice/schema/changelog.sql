--liquibase formatted sql

--changeset image2ai:privacy-choice-1
CREATE TABLE prv_consent (
  id varchar(64) NOT NULL PRIMARY KEY,
  account varchar(64) NOT NULL,
  kind varchar(32) NOT NULL,
  subject varchar(200) NOT NULL,
  text_version varchar(40) NOT NULL,
  source varchar(120) NOT NULL,
  created_at bigint NOT NULL
);
CREATE INDEX prv_consent_account ON prv_consent (account, created_at, id);
CREATE TABLE prv_choice (
  account varchar(64) NOT NULL PRIMARY KEY,
  restricted boolean NOT NULL,
  objections varchar(200) NOT NULL,
  consents varchar(1000) NOT NULL,
  recipients text NOT NULL,
  third_parties boolean NOT NULL,
  regions varchar(2000) NOT NULL,
  sale_opt_out boolean NOT NULL,
  revision bigint NOT NULL
);
CREATE TABLE prv_activity (
  account varchar(64) NOT NULL PRIMARY KEY,
  seen_on bigint NOT NULL,
  warned_on bigint
);
CREATE INDEX prv_activity_seen ON prv_activity (seen_on, account);
