--liquibase formatted sql

--changeset image2ai:library-1
CREATE TABLE lib_asset (
  id varchar(64) NOT NULL PRIMARY KEY,
  owner_id varchar(64) NOT NULL,
  origin varchar(16) NOT NULL,
  media_type varchar(32) NOT NULL,
  width_px integer NOT NULL,
  height_px integer NOT NULL,
  byte_count bigint NOT NULL,
  sha256 varchar(64) NOT NULL,
  blob_key varchar(512) NOT NULL,
  lineage text,
  created_at bigint NOT NULL
);
CREATE INDEX lib_asset_owner ON lib_asset (owner_id, created_at, id);
CREATE UNIQUE INDEX lib_asset_blob ON lib_asset (owner_id, blob_key);

--changeset image2ai:library-2
-- As lists read it: H2 goes through no index backwards, and would sort all of an owner's for every page.
CREATE INDEX lib_asset_newest ON lib_asset (owner_id, created_at DESC, id DESC);
DROP INDEX lib_asset_owner;
