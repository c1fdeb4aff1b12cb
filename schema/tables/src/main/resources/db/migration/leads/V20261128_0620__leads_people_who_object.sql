-- Who objects to being judged by what they do: their deeds count in no rule, no score and no segment.
-- Kept with the person, so that rules need not ask who said what; who tells it is consent.
alter table leads.person add column objects boolean not null default false;
create index person_objects on leads.person (id) where objects is true;
