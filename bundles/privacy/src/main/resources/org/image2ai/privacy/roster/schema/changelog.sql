--liquibase formatted sql

--changeset image2ai:privacy-roster-1
-- Who is asked in every request. A row stays until its bundle is proven empty, also when the bundle is gone.
CREATE TABLE prv_member (
  bundle varchar(255) NOT NULL PRIMARY KEY,
  version_number integer NOT NULL,
  digest varchar(64) NOT NULL,
  declaration text NOT NULL,
  admitted_at bigint NOT NULL,
  state varchar(16) NOT NULL,
  reason varchar(1000) NOT NULL
);

-- Every declaration that was ever admitted; rows are only added.
CREATE TABLE prv_declaration (
  id varchar(300) NOT NULL PRIMARY KEY,
  bundle varchar(255) NOT NULL,
  version_number integer NOT NULL,
  digest varchar(64) NOT NULL,
  declaration text NOT NULL,
  admitted_at bigint NOT NULL
);
CREATE UNIQUE INDEX prv_declaration_version ON prv_declaration (bundle, version_number);

-- What lies in the platform's custody and that nobody declares, or that is not as it was declared.
CREATE TABLE prv_finding (
  id varchar(64) NOT NULL PRIMARY KEY,
  kind varchar(16) NOT NULL,
  subject varchar(512) NOT NULL,
  message varchar(1000) NOT NULL,
  found_at bigint NOT NULL,
  seen_at bigint NOT NULL
);
