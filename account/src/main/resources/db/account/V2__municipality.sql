-- 自治体の担当者: a role of its own.
alter table account.account drop constraint account_role_check;
alter table account.account add constraint account_role_check check (role in ('RECEPTION', 'ADMIN', 'OPERATOR', 'AUDITOR', 'MUNICIPALITY'));
