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
