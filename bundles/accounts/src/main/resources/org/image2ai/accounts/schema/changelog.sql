--liquibase formatted sql

--changeset image2ai:accounts-1
create table acc_account (
    id varchar(64) primary key,
    email varchar(254) not null,
    email_norm varchar(254) not null,
    display_name varchar(120) not null,
    birth_date varchar(10) not null,
    policy_version varchar(40) not null,
    password_hash varchar(200),
    roles varchar(200) not null,
    status varchar(16) not null,
    created_at bigint not null
);
create unique index acc_account_email on acc_account (email_norm);
create index acc_account_created on acc_account (created_at, id);

--changeset image2ai:accounts-2
alter table acc_account add column verified_at bigint;
alter table acc_account add column lang varchar(35);
alter table acc_account add column preferences varchar(8192);
create index acc_account_status on acc_account (status, created_at);
create table acc_token (
    hash varchar(64) primary key,
    account varchar(64) not null,
    purpose varchar(16) not null,
    email varchar(254),
    created_at bigint not null,
    expires_at bigint not null
);
create index acc_token_account on acc_token (account);
create table acc_age_refusal (
    hash varchar(64) primary key,
    expires_at bigint not null
);
create table acc_sign_in (
    hash varchar(64) primary key,
    provider varchar(64) not null,
    state varchar(500) not null,
    secret varchar(4000) not null,
    expires_at bigint not null
);
create table acc_ticket (
    hash varchar(64) primary key,
    provider varchar(64) not null,
    issuer varchar(500) not null,
    subject varchar(500) not null,
    email varchar(254) not null,
    display_name varchar(120) not null,
    expires_at bigint not null
);
create table acc_identity (
    id varchar(64) primary key,
    account varchar(64) not null,
    provider varchar(64) not null,
    issuer_subject varchar(64) not null,
    issuer varchar(500) not null,
    subject varchar(500) not null,
    email varchar(254),
    created_at bigint not null
);
create unique index acc_identity_subject on acc_identity (issuer_subject);
create index acc_identity_account on acc_identity (account);
