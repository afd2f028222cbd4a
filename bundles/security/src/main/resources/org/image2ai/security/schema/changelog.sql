--liquibase formatted sql

--changeset image2ai:security-1
create table sec_api_key (
    id varchar(64) primary key,
    account varchar(64) not null,
    label varchar(80) not null,
    hint varchar(16) not null,
    hash varchar(64) not null,
    scopes varchar(2000) not null,
    created_at bigint not null,
    expires_at bigint,
    revoked_at bigint
);
create unique index sec_api_key_hash on sec_api_key (hash);
create index sec_api_key_account on sec_api_key (account, created_at);

--changeset image2ai:security-2
alter table sec_api_key add column spend_cap bigint;
alter table sec_api_key add column networks varchar(2000);
alter table sec_api_key add column used_at bigint;
create table sec_former_secret (
    hash varchar(64) primary key,
    api_key varchar(64) not null,
    account varchar(64) not null,
    ends_at bigint not null
);
create index sec_former_secret_key on sec_former_secret (api_key);
create table sec_session (
    id varchar(64) primary key,
    account varchar(64) not null,
    hash varchar(64) not null,
    csrf_hash varchar(64) not null,
    sign_in varchar(64) not null,
    second_factor boolean not null,
    network varchar(64) not null,
    agent varchar(120) not null,
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null
);
create unique index sec_session_hash on sec_session (hash);
create index sec_session_account on sec_session (account, created_at);
create table sec_totp (
    account varchar(64) primary key,
    secret varchar(200) not null,
    created_at bigint not null,
    confirmed_at bigint,
    last_step bigint not null
);
create table sec_recovery_code (
    hash varchar(64) primary key,
    account varchar(64) not null
);
create index sec_recovery_code_account on sec_recovery_code (account);
