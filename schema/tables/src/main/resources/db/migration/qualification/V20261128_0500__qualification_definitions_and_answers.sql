-- What an MQL is: agreed by the heads of marketing and sales, in versions. A version takes effect when both
-- have signed it, and from then on is never changed.
create schema qualification;

create table qualification.definition (
  id uuid primary key,
  version int not null unique,
  -- in words, for people
  said text not null check (length(btrim(said)) between 1 and 4000),
  -- the condition that a lead must meet
  rule jsonb not null,
  -- fields that must be known
  required text[] not null default '{}',
  created_by uuid references workspace.member,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  in_force_at timestamptz,
  replaced_at timestamptz,
  discarded_at timestamptz,
  check (replaced_at is null or in_force_at is not null),
  check (discarded_at is null or in_force_at is null)
);
-- One is in force, and one at most is being agreed.
create unique index definition_in_force on qualification.definition ((true))
  where in_force_at is not null and replaced_at is null;
create unique index definition_draft on qualification.definition ((true))
  where in_force_at is null and discarded_at is null;

create table qualification.signature (
  definition_id uuid not null references qualification.definition on delete cascade,
  role text not null check (role in ('marketing_head', 'sales_head')),
  member_id uuid not null references workspace.member,
  -- the name as it was then
  signed_by text not null,
  signed_at timestamptz not null,
  primary key (definition_id, role)
);

-- Budget, authority, need and time of a lead, as far as they are known. No foreign key: a lead is asked for
-- where it is read.
create table qualification.bant (
  lead_id uuid primary key,
  budget text check (budget in ('yes', 'no', 'unclear')),
  budget_note text check (length(budget_note) <= 500),
  authority text check (authority in ('yes', 'no', 'unclear')),
  -- the contact who decides, named
  authority_contact text check (length(authority_contact) <= 80),
  authority_note text check (length(authority_note) <= 500),
  need text check (need in ('yes', 'no', 'unclear')),
  need_note text check (length(need_note) <= 500),
  timing text check (timing in ('yes', 'no', 'unclear')),
  timing_note text check (length(timing_note) <= 500),
  version int not null default 1,
  changed_by uuid,
  changed_at timestamptz not null
);

-- Under which version a lead became MQL. Whether it met it is known for those who were looked at then, not for
-- what a file tells of last year.
create table qualification.qualified (
  lead_id uuid primary key,
  mql_at timestamptz not null,
  definition_id uuid references qualification.definition,
  met boolean
);
create index qualified_definition on qualification.qualified (definition_id);
