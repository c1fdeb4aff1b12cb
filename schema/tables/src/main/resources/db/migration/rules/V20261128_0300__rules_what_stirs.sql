-- Conditions over leads are looked at again when something about a lead changed, or when time alone may
-- have changed the answer. Nobody walks through all leads for it.
create schema rules;

-- What changed, in the order in which it did. Only ever added to by those who change something, so that
-- none of them waits for another; one reader takes it away. One of the three is given: who reads it
-- knows which leads are meant.
create table rules.stirred (
  id bigint generated always as identity primary key,
  lead_id uuid,
  person_id uuid,
  company_id uuid,
  -- a walk over all leads: what changes meanwhile comes first
  later boolean not null default false
);
create index stirred_in_turn on rules.stirred (later, id);

-- When time alone may change what is said of a lead. No foreign key: leads come and go without asking.
create table rules.due (
  lead_id uuid primary key,
  due_at timestamptz not null
);
create index due_at on rules.due (due_at);
