-- Nobody looks for a person by the id, and ids are drawn from the sequence under the importers' lock: the index only cost its making after every long file (docs/decisions/0049-two-hundred-thousand-a-second.md).
drop index if exists hub.person_id; -- a load that was killed may have left it out
