-- Scores learned from our own wins, beside those by rules. A version is a training; one of them may be applied.
create table scoring.learned (
  id uuid primary key,
  version int not null,
  state text not null check (state in ('running', 'done', 'not_enough', 'failed', 'cancelled')),
  looked int not null default 0,
  total int,
  report jsonb,
  started_at timestamptz not null,
  started_by text not null,
  alive_at timestamptz not null,
  applied_at timestamptz
);
create unique index learned_version on scoring.learned (version);
create unique index learned_running on scoring.learned (state) where state = 'running';
create unique index learned_applied on scoring.learned ((applied_at is not null)) where applied_at is not null;

-- What a version says of each lead there was when it was learned.
create table scoring.chance (
  version int not null,
  lead_id uuid not null,
  chance double precision not null,
  reasons jsonb not null,
  primary key (version, lead_id)
);
create index chance_lead on scoring.chance (lead_id);
