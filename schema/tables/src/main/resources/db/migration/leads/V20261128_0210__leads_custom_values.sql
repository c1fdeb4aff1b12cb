-- Values of custom fields as they are shown, folded from the records like every other field: by the field's
-- key, a choice of several as an array. Null where there is none, so that rows without them stay as small.
alter table leads.person add column custom jsonb;
alter table leads.lead add column custom jsonb;
alter table leads.company add column custom jsonb;
create index person_custom on leads.person using gin (custom jsonb_path_ops) where custom is not null;
create index lead_custom on leads.lead using gin (custom jsonb_path_ops) where custom is not null;
create index company_custom on leads.company using gin (custom jsonb_path_ops) where custom is not null;

-- What somebody said of a company by hand. Taken back it stays, but does not count; told of a spelling that
-- was merged it counts for the company that spelling leads to.
create table leads.company_edit (
  id uuid primary key,
  company_id uuid not null references leads.company on delete cascade,
  fields jsonb not null,
  actor_id uuid references workspace.member,
  told_at timestamptz not null,
  withdrawn_at timestamptz
);
create index company_edit_company on leads.company_edit (company_id, told_at);

-- Which of several values of a field is shown; a field without a row goes by the usual rule.
create table leads.survivorship (
  field text primary key,
  rule text not null check (rule in ('source', 'newest', 'oldest', 'longest')),
  changed_at timestamptz not null,
  changed_by uuid references workspace.member
);
-- How far a kind of source is trusted: the smaller, the more. One that is not named comes last.
create table leads.trusted_source (
  source text primary key,
  place int not null
);
-- Folding everybody anew after a change of the rules: one at a time, and where it is.
create table leads.survivorship_run (
  id uuid primary key,
  state text not null check (state in ('running', 'done', 'cancelled')),
  total bigint not null,
  done bigint not null default 0,
  changed bigint not null default 0,
  -- first everybody, then the companies; up to which of them
  part text not null default 'people' check (part in ('people', 'companies')),
  last_id uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  started_by uuid references workspace.member,
  started_by_name text not null
);
create unique index survivorship_run_running on leads.survivorship_run (state) where state = 'running';
create index survivorship_run_started on leads.survivorship_run (started_at desc);
