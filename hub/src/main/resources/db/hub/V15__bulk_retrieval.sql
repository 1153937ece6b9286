-- 一括取得 (docs/decisions/0041): a bulk inquiry whose questions the hub finds itself: tickets of a month for a facility, consents to home visits and online medical care.

alter table hub.bulk_job add column wanted text;      -- what is asked for, as JSON; absent where the asker named the persons
alter table hub.bulk_question add column day date;    -- 資格確認日 of this question; absent: the job's

-- LISTED: the questions were found; their number stands with it. A job with wanted has none before.
alter table hub.bulk_event drop constraint bulk_event_kind_check;
alter table hub.bulk_event add constraint bulk_event_kind_check check (kind in ('ACCEPTED', 'LISTED', 'CANCELLED', 'FINISHED'));

-- 居宅同意 (kind VISIT_CONSENT of register_fact) is found by facility and day, tickets by facility and month.
create index register_fact_visit on hub.register_fact ((cast(body as jsonb) ->> 'facility'), valid_from) where kind = 'VISIT_CONSENT';
create index ticket_facility on hub.ticket_fact (facility, month);

-- How the card was opened: a consent to visits says so. Absent in openings of before, which take none.
alter table hub.card_opening add column method text;
