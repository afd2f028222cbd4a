--liquibase formatted sql

--changeset image2ai:privacy-policy-1
CREATE TABLE prv_policy (
  policy_version varchar(40) NOT NULL PRIMARY KEY,
  effective varchar(10) NOT NULL,
  changed_purposes varchar(200) NOT NULL,
  source varchar(120) NOT NULL,
  published_at bigint NOT NULL
);
CREATE TABLE prv_policy_text (
  id varchar(60) NOT NULL PRIMARY KEY,
  policy_version varchar(40) NOT NULL,
  lang varchar(8) NOT NULL,
  body text NOT NULL
);
CREATE INDEX prv_policy_text_version ON prv_policy_text (policy_version);
CREATE TABLE prv_notice (
  policy_version varchar(40) NOT NULL PRIMARY KEY,
  place varchar(200) NOT NULL,
  started_at bigint NOT NULL,
  through_at bigint NOT NULL,
  told bigint NOT NULL,
  ended_at bigint,
  revision bigint NOT NULL
);
CREATE TABLE prv_recipient (
  id varchar(64) NOT NULL PRIMARY KEY,
  bundle varchar(200) NOT NULL,
  legal_name varchar(200) NOT NULL,
  published_at bigint NOT NULL,
  published_by varchar(120) NOT NULL
);
CREATE TABLE prv_publication (
  id varchar(64) NOT NULL PRIMARY KEY,
  published_by varchar(120) NOT NULL,
  published_at bigint NOT NULL
);
