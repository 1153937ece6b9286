-- 台帳の参照の記録: whoever of the hub's staff read what the registers hold about somebody. Not what was read; nobody and somebody hidden from the reader leave the same entry.
create table hub.register_look (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    account  text        not null,
    day      date        not null, -- the day that was asked about
    known_at timestamptz,          -- the state of knowledge that was asked about; absent: now
    kind     text        not null, -- NUMBER, CARD: how the person was named
    person   bigint
);
create trigger append_only before update or delete or truncate on hub.register_look for each statement execute function hub.refuse_change();
