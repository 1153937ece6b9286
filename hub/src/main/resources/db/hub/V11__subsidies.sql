-- 医療費助成: what came of asking for subsidies beside the insurance, as the outcome only; form 3 of the verification log (docs/audit.md). Absent where nobody asked: such entries stay form 2.
alter table hub.verification add column subsidies text;
