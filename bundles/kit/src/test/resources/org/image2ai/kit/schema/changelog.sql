--liquibase formatted sql

--changeset image2ai:kit-test-1
create table kit_note (id varchar(64) primary key, created_at bigint not null);

--changeset image2ai:kit-test-2
alter table kit_note add body text;
