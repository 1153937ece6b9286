-- 事後確認: which receptions the hub has not confirmed is asked often, and must not open every fact for it.
alter table visit_event
    add column kind text generated always as (body ->> 'event') stored,
    add column outcome text generated always as (body #>> '{reply,answer,outcome}') stored;
drop index visit_event_by_visit;
create index visit_event_by_visit on visit_event (visit, seq) include (kind, outcome);
