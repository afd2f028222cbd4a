--liquibase formatted sql

--changeset image2ai:generation-1
CREATE TABLE gen_job (
  id varchar(64) NOT NULL PRIMARY KEY,
  owner_id varchar(64) NOT NULL,
  request_id varchar(64) NOT NULL,
  state varchar(16) NOT NULL,
  operation varchar(32) NOT NULL,
  model varchar(200) NOT NULL,
  image_count integer NOT NULL,
  request text NOT NULL,
  hold_id varchar(64) NOT NULL,
  credits_held bigint NOT NULL,
  -- Who has it: the lease is the instance's, and each claim raises the attempt, which fences all that follows.
  instance_id varchar(64) NOT NULL,
  attempt integer NOT NULL,
  cancel_requested boolean NOT NULL,
  vendor_checkpoint varchar(4400),
  progress double precision NOT NULL,
  message varchar(200) NOT NULL,
  outputs text NOT NULL,
  receipt text,
  error text,
  created_at bigint NOT NULL,
  started_at bigint,
  ended_at bigint
);
CREATE INDEX gen_job_owner ON gen_job (owner_id, created_at, id);
CREATE INDEX gen_job_state ON gen_job (state, created_at, id);

-- The hash is of the account and the key that its client chose.
CREATE TABLE gen_idempotency (
  hash varchar(64) NOT NULL PRIMARY KEY,
  owner_id varchar(64) NOT NULL,
  fingerprint varchar(64) NOT NULL,
  job_id varchar(64) NOT NULL,
  created_at bigint NOT NULL
);
CREATE INDEX gen_idempotency_age ON gen_idempotency (created_at);

CREATE TABLE gen_instance (
  id varchar(64) NOT NULL PRIMARY KEY,
  seen_at bigint NOT NULL
);

--changeset image2ai:generation-2
ALTER TABLE gen_job ADD COLUMN credits_spent bigint DEFAULT 0 NOT NULL;
ALTER TABLE gen_job ADD COLUMN api_key_id varchar(64);
ALTER TABLE gen_job ADD COLUMN fingerprint varchar(64);
ALTER TABLE gen_job ADD COLUMN webhook varchar(2048);
CREATE INDEX gen_job_queue ON gen_job (state, owner_id, created_at);
CREATE INDEX gen_job_fingerprint ON gen_job (fingerprint);
CREATE INDEX gen_job_api_key ON gen_job (api_key_id);

--changeset image2ai:generation-3
CREATE TABLE gen_untold (
  job_id varchar(64) NOT NULL PRIMARY KEY,
  owner_id varchar(64) NOT NULL
);

--changeset image2ai:generation-4
ALTER TABLE gen_job ADD COLUMN given_back integer DEFAULT 0 NOT NULL;

--changeset image2ai:generation-5
-- Which vendors got something of whom; jobs older than this table are not in it.
CREATE TABLE gen_disclosure (
  id varchar(64) NOT NULL PRIMARY KEY,
  owner_id varchar(64) NOT NULL,
  bundle varchar(255) NOT NULL,
  host varchar(255) NOT NULL,
  first_at bigint NOT NULL,
  last_at bigint NOT NULL
);
CREATE INDEX gen_disclosure_owner ON gen_disclosure (owner_id, id);
ALTER TABLE gen_job ADD COLUMN disclosed boolean DEFAULT FALSE NOT NULL;

--changeset image2ai:generation-6
-- As lists read it: H2 goes through no index backwards, and would sort all of an owner's for every page.
CREATE INDEX gen_job_newest ON gen_job (owner_id, created_at DESC, id DESC);
DROP INDEX gen_job_owner;
