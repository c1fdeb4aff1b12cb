-- Two people who turn out to be one. The merged person stays as a signpost to the other; what was theirs
-- is written down row by row, so that it can be given back, whatever came in since.
create table leads.merge (
  id uuid primary key,
  survivor_id uuid not null references leads.person on delete cascade,
  merged_id uuid not null references leads.person on delete cascade,
  -- what the two were called then
  survivor_name text,
  merged_name text,
  -- hand: somebody said so · rule: a verified identifier or a certain likeness did
  decided text not null check (decided in ('hand', 'rule')),
  -- what spoke for it and against it, in the order of its weight
  evidence jsonb not null,
  probability real,
  -- the tags of the merged person, as they stood
  tags jsonb not null default '[]',
  merged_at timestamptz not null,
  merged_by uuid,
  merged_by_name text,
  undone_at timestamptz,
  undone_by uuid,
  undone_by_name text
);
create index merge_survivor on leads.merge (survivor_id) where undone_at is null;
-- Nobody is merged away twice at once.
create unique index merge_merged on leads.merge (merged_id) where undone_at is null;

-- Where a row stood before the merge moved it.
create table leads.merge_part (
  merge_id uuid not null references leads.merge on delete cascade,
  part text not null check (part in ('link', 'lead', 'touch', 'entry')),
  row_id uuid not null,
  -- of a stage entry only the lead is kept
  person_id uuid,
  lead_id uuid,
  primary key (merge_id, part, row_id)
);

-- Two open leads of one person and one business line are one buying cycle: the one that nobody works on
-- yet goes into the other, and its id leads there.
create table leads.folded_lead (
  lead_id uuid primary key,
  -- perhaps folded itself since
  into_id uuid not null,
  merge_id uuid not null references leads.merge on delete cascade,
  created_at timestamptz not null
);
create index folded_lead_into on leads.folded_lead (into_id);
create index folded_lead_merge on leads.folded_lead (merge_id);

-- A link that does not count any more may tell of a lead that was folded.
alter table leads.link
  drop constraint link_lead_id_fkey,
  drop constraint link_decision_check,
  add constraint link_decision_check check (decision in ('new', 'key', 'verified', 'match', 'manual', 'merge'));

alter table leads.person
  drop constraint person_redirect_to_fkey,
  add constraint person_redirect_to_fkey foreign key (redirect_to) references leads.person on delete cascade;

-- Pairs that may be one person, and what was decided: it is asked once.
create table leads.suspect (
  id uuid primary key,
  one_id uuid not null references leads.person on delete cascade,
  other_id uuid not null references leads.person on delete cascade,
  probability real not null check (probability between 0 and 1),
  evidence jsonb not null,
  found_by text not null check (found_by in ('arrival', 'search', 'hand')),
  found_at timestamptz not null,
  decision text check (decision in ('merged', 'apart')),
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  check (one_id < other_id),
  check ((decision is null) = (decided_at is null)),
  unique (one_id, other_id)
);
create index suspect_other on leads.suspect (other_id);
create index suspect_open on leads.suspect (probability desc, id) where decision is null;
create index suspect_decided on leads.suspect (decided_at desc, id) where decision is not null;
