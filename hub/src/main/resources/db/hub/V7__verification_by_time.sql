-- Entries come in the order of their instants, so a coarse index by blocks finds a span of time, and costs a new entry nothing.
drop index hub.verification_at;
create index verification_at on hub.verification using brin (at) with (pages_per_range = 32, autosummarize = on);
