--liquibase formatted sql

--changeset image2ai:admin-1
-- The audit trail: rows are only added. Each hash covers the one before, so a changed or missing row shows.
CREATE TABLE adm_audit (
  line_number bigint NOT NULL PRIMARY KEY,
  occurred_at bigint NOT NULL,
  actor varchar(128) NOT NULL,
  action varchar(128) NOT NULL,
  target varchar(512) NOT NULL,
  details text NOT NULL,
  prior_hash varchar(64) NOT NULL,
  hash varchar(64) NOT NULL
);
CREATE INDEX adm_audit_actor ON adm_audit (actor, line_number);
CREATE INDEX adm_audit_target ON adm_audit (target, line_number);

-- One row: the end of the chain, which is the lock of whoever adds to it, and where it begins after old rows went.
CREATE TABLE adm_audit_head (
  id varchar(16) NOT NULL PRIMARY KEY,
  line_number bigint NOT NULL,
  hash varchar(64) NOT NULL,
  swept_number bigint NOT NULL,
  swept_hash varchar(64) NOT NULL
);
INSERT INTO adm_audit_head (id, line_number, hash, swept_number, swept_hash) VALUES ('audit', 0, '', 0, '');
