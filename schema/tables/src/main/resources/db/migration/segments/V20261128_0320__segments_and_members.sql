-- Leads cut out of the pool: by a rule that is kept true as leads change and time goes by, or by hand.
create schema segments;

create table segments.segment (
  id uuid primary key,
  name text not null check (length(btrim(name)) between 1 and 80),
  description text,
  kind text not null check (kind in ('dynamic', 'static')),
  -- the condition as its author wrote it; of dynamic ones only
  rule jsonb check ((rule is null) = (kind = 'static')),
  -- counts saves: of two who change the same segment at once, the second is told
  version int not null default 1,
  -- the members are those of this version; below it they are being gathered
  gathered_version int not null default 0,
  gathered_at timestamptz,
  -- why the members could not be gathered: the rule asks for a field that is no more
  broken text,
  -- what the rule meant when the members were gathered: a channel stands for all below it
  meant text,
  created_by uuid references workspace.member,
  created_at timestamptz not null,
  changed_by uuid references workspace.member,
  changed_at timestamptz not null,
  archived_at timestamptz
);
create unique index segment_name on segments.segment (lower(btrim(name))) where archived_at is null;

create table segments.member (
  segment_id uuid not null references segments.segment on delete cascade,
  -- no foreign key: whoever works on leads need not ask whether they are members
  lead_id uuid not null,
  since timestamptz not null,
  -- of static ones: who put it there
  added_by uuid,
  primary key (segment_id, lead_id)
);
create index member_lead on segments.member (lead_id);

-- Members of static segments that are folded into another lead: they count there until they are their own
-- again.
create table segments.folded_member (
  segment_id uuid not null references segments.segment on delete cascade,
  lead_id uuid not null,
  into_id uuid not null,
  since timestamptz not null,
  added_by uuid,
  -- whether the other one was a member before
  was_member boolean not null,
  primary key (segment_id, lead_id)
);
create index folded_member_lead on segments.folded_member (lead_id);
