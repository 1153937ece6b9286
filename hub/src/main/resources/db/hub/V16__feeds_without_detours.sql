-- Feeds at national size, once more (docs/decisions/0042-feeds-without-detours.md).

-- The id of a person is drawn under the importers' lock in the transaction that uses it, and nobody is ever deleted: the look-up found nothing to refuse.
alter table hub.register_fact drop constraint register_fact_person_fkey;

-- As unique as before; but an index that is no key can be taken away while a large file fills an empty register, like person_digest and fact_person, and made again at its end.
alter table hub.person drop constraint person_pkey;
create unique index person_id on hub.person (id);
