-- What somebody is to do about a lead, by when. The module of tasks alone writes here.
create schema tasks;

create table tasks.task (
  id uuid primary key,
  kind text not null check (kind in ('contact')),
  -- whose task it is
  member_id uuid not null references workspace.member,
  -- A lead that is taken back with its file leaves what was done about it: the call was made.
  lead_id uuid references leads.lead on delete set null,
  campaign_id uuid references campaigns.campaign,
  -- whom it is about, as the list called them when it came
  about text not null,
  notes text,
  due_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'done', 'cancelled')),
  outcome text check (length(outcome) <= 2000),
  -- the row of a list that asked for it: the same row again asks for nothing new
  origin text unique,
  import_id uuid,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid references workspace.member,
  check ((state = 'open') = (closed_at is null))
);
create index task_open on tasks.task (member_id, due_at, id) where state = 'open';
create index task_closed on tasks.task (member_id, closed_at desc, id) where state <> 'open';
create index task_lead on tasks.task (lead_id) where lead_id is not null;
create index task_import on tasks.task (import_id) where import_id is not null;
