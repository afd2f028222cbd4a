--liquibase formatted sql

--changeset image2ai:privacy-export-1
CREATE TABLE prv_export (
  id varchar(64) NOT NULL PRIMARY KEY,
  request varchar(64) NOT NULL UNIQUE,
  account varchar(64) NOT NULL,
  state varchar(16) NOT NULL,
  steps text NOT NULL,
  at_step integer NOT NULL,
  page_cursor text NOT NULL,
  in_step bigint NOT NULL,
  items bigint NOT NULL,
  gaps bigint NOT NULL,
  parts integer NOT NULL,
  missing text NOT NULL,
  gap_names text NOT NULL,
  bytes bigint NOT NULL,
  reason varchar(1000) NOT NULL,
  attempts integer NOT NULL,
  told integer NOT NULL,
  next_at bigint NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint
);
CREATE INDEX prv_export_account ON prv_export (account, created_at, id);
CREATE INDEX prv_export_state ON prv_export (state, next_at);
CREATE TABLE prv_export_part (
  id varchar(80) NOT NULL PRIMARY KEY,
  export_id varchar(64) NOT NULL,
  part integer NOT NULL,
  at_step integer NOT NULL,
  bytes bigint NOT NULL,
  items bigint NOT NULL,
  gaps bigint NOT NULL
);
CREATE INDEX prv_export_part_export ON prv_export_part (export_id, part);
