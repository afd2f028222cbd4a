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
