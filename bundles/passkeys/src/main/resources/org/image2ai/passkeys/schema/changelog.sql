--liquibase formatted sql

--changeset image2ai:passkeys-1
create table psk_passkey (
    id varchar(64) primary key,
    account varchar(64) not null,
    label varchar(80) not null,
    credential_hash varchar(64) not null,
    credential varchar(4000) not null,
    transports varchar(200) not null,
    backup_eligible boolean not null,
    sign_count bigint not null,
    created_at bigint not null,
    used_at bigint
);
create unique index psk_passkey_credential on psk_passkey (credential_hash);
create index psk_passkey_account on psk_passkey (account, created_at);
create table psk_handle (
    account varchar(64) primary key,
    handle varchar(64) not null,
    created_at bigint not null
);
create table psk_challenge (
    hash varchar(64) primary key,
    purpose varchar(16) not null,
    account varchar(64) not null,
    expires_at bigint not null
);
create index psk_challenge_account on psk_challenge (account);
create index psk_challenge_over on psk_challenge (expires_at);
