-- The pool: source records are immutable, a person is the set of live links to them, a lead is one
-- buying cycle, and every stage it enters or leaves is a row.
create schema leads;

create table leads.company (
  id uuid primary key,
  name text not null,
  -- the name folded (width, brackets, blanks, case): equal for every spelling of one full name
  name_key text not null,
  uscc text,
  industry text,
  size_band text,
  province text,
  city text,
  domain text,
  redirect_to uuid references leads.company,
  grams int[] not null default '{}',
  created_at timestamptz not null default now()
);
create unique index company_name_key on leads.company (name_key) where redirect_to is null;
create unique index company_uscc on leads.company (uscc) where uscc is not null and redirect_to is null;
create index company_grams on leads.company using gin (grams);
create index company_created on leads.company (created_at desc, id);

create table leads.person (
  id uuid primary key,
  name text,
  title text,
  phone text,
  email text,
  company_id uuid references leads.company,
  province text,
  city text,
  redirect_to uuid references leads.person,
  -- folded text that a search must contain, and its grams (see leads.SearchText)
  search_text text not null default '',
  grams int[] not null default '{}',
  created_at timestamptz not null default now()
);
create index person_company on leads.person (company_id);
create index person_grams on leads.person using gin (grams);

create table leads.source_record (
  id uuid primary key,
  source text not null,
  source_key text,
  received_at timestamptz not null default now(),
  import_id uuid,
  row_number bigint,
  raw jsonb not null,
  fields jsonb not null,
  content_hash bytea not null,
  -- highest wins when golden fields are folded: 100 a person's own edit, 10 an import
  rank smallint not null,
  actor_id uuid,
  superseded_by uuid references leads.source_record deferrable initially deferred
);
-- The live record of a source key is one, so a repeated import or call cannot double it.
create unique index source_record_key on leads.source_record (source, source_key) where superseded_by is null and source_key is not null;
create index source_record_import on leads.source_record (import_id) where import_id is not null;
create index source_record_superseded on leads.source_record (superseded_by) where superseded_by is not null;

create table leads.identifier (
  id uuid primary key,
  kind text not null check (kind in ('phone', 'email', 'wecom', 'unionid', 'openid', 'cookie', 'crm')),
  scope text not null default '',
  value text not null,
  person_id uuid not null references leads.person,
  -- A verified and unique · B typed, may be shared · C weak, never merges people
  trust text not null check (trust in ('A', 'B', 'C')),
  verified_at timestamptz,
  record_id uuid references leads.source_record,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null
);
create unique index identifier_verified on leads.identifier (kind, scope, value) where trust = 'A';
create unique index identifier_of_person on leads.identifier (kind, scope, value, person_id);
create index identifier_person on leads.identifier (person_id);
create index identifier_record on leads.identifier (record_id);

create table leads.employment (
  id uuid primary key,
  person_id uuid not null references leads.person,
  company_id uuid not null references leads.company,
  title text,
  record_id uuid references leads.source_record,
  valid_from timestamptz not null,
  valid_to timestamptz
);
create index employment_person on leads.employment (person_id);
create index employment_company on leads.employment (company_id);
create index employment_record on leads.employment (record_id);

create table leads.lead (
  id uuid primary key,
  person_id uuid not null references leads.person,
  first_contact_at timestamptz not null,
  last_touch_at timestamptz not null,
  -- What reports count by is kept in the row, and in front of all that varies in length, as they
  -- read every row: when a lead counts as having reached a stage (a skipped one at the next later
  -- entry), its first and last date, and marks: 1 to 64 the stages entered by itself, 128 won
  -- before the first contact, 256 stages out of order, 512 no channel, 1024 in sales without owner.
  marks int not null generated always as (
    num_nonnulls(lead_at) + 2 * num_nonnulls(mql_at) + 4 * num_nonnulls(sal_at) + 8 * num_nonnulls(sql_at)
    + 16 * num_nonnulls(opportunity_at) + 32 * num_nonnulls(poc_at) + 64 * num_nonnulls(won_at)
    + 128 * coalesce(won_at < first_contact_at, false)::int
    + 256 * coalesce(
      mql_at < lead_at
      or sal_at < greatest(lead_at, mql_at)
      or sql_at < greatest(lead_at, mql_at, sal_at)
      or opportunity_at < greatest(lead_at, mql_at, sal_at, sql_at)
      or poc_at < greatest(lead_at, mql_at, sal_at, sql_at, opportunity_at)
      or won_at < greatest(lead_at, mql_at, sal_at, sql_at, opportunity_at, poc_at),
      false)::int
    + 512 * num_nulls(channel_id)
    + 1024 * (owner_id is null and stage in ('mql', 'sal', 'sql', 'opportunity', 'poc', 'won'))::int) stored,
  earliest_at timestamptz not null generated always as (least(first_contact_at, lead_at, mql_at, sal_at, sql_at, opportunity_at, poc_at, won_at)) stored,
  latest_at timestamptz not null generated always as (greatest(first_contact_at, lead_at, mql_at, sal_at, sql_at, opportunity_at, poc_at, won_at, lost_at)) stored,
  reached_lead_at timestamptz not null generated always as (coalesce(lead_at, mql_at, sal_at, sql_at, opportunity_at, poc_at, won_at, first_contact_at)) stored,
  reached_mql_at timestamptz generated always as (coalesce(mql_at, sal_at, sql_at, opportunity_at, poc_at, won_at)) stored,
  reached_sal_at timestamptz generated always as (coalesce(sal_at, sql_at, opportunity_at, poc_at, won_at)) stored,
  reached_sql_at timestamptz generated always as (coalesce(sql_at, opportunity_at, poc_at, won_at)) stored,
  reached_opportunity_at timestamptz generated always as (coalesce(opportunity_at, poc_at, won_at)) stored,
  reached_poc_at timestamptz generated always as (coalesce(poc_at, won_at)) stored,
  channel_id uuid references campaigns.channel,
  campaign_id uuid references campaigns.campaign,
  owner_id uuid references workspace.member,
  sdr_id uuid references workspace.member,
  lead_at timestamptz,
  mql_at timestamptz,
  sal_at timestamptz,
  sql_at timestamptz,
  opportunity_at timestamptz,
  poc_at timestamptz,
  won_at timestamptz,
  lost_at timestamptz,
  company_id uuid references leads.company,
  business_line text not null default '',
  content text,
  source_class text check (source_class in ('marketing', 'sales', 'executive', 'referral', 'partner')),
  industry text,
  province text,
  city text,
  note text,
  created_at timestamptz not null default now(),
  -- Projection of the ledger below, written in the same transaction by leads.StageLedger only:
  -- current stage, since when; the first entry into each stage of the funnel stands above.
  stage text not null check (stage in ('lead', 'mql', 'sal', 'sql', 'opportunity', 'poc', 'won', 'lost', 'nurture', 'recycled')),
  stage_since timestamptz not null,
  -- what its contracts sum to, told by deals
  revenue_fen bigint not null default 0
);
create index lead_person on leads.lead (person_id);
create index lead_company on leads.lead (company_id);
create index lead_first_contact on leads.lead (first_contact_at desc, id desc);
create index lead_last_touch on leads.lead (last_touch_at desc, id desc);
create index lead_channel on leads.lead (channel_id, first_contact_at desc);
create index lead_campaign on leads.lead (campaign_id, first_contact_at desc) where campaign_id is not null;
create index lead_owner on leads.lead (owner_id, first_contact_at desc) where owner_id is not null;
create index lead_sdr on leads.lead (sdr_id, first_contact_at desc) where sdr_id is not null;
create index lead_stage on leads.lead (stage, first_contact_at desc, id desc);
create index lead_revenue on leads.lead (revenue_fen desc, id desc);
-- What happened in a period: recent ones are at the end of it.
create index lead_dates on leads.lead (latest_at, earliest_at);
create index lead_won on leads.lead (won_at) where won_at is not null;

-- Which person and lead a record says something about. A person is the set of live links.
create table leads.link (
  id uuid primary key,
  record_id uuid not null references leads.source_record,
  person_id uuid not null references leads.person,
  lead_id uuid references leads.lead,
  decision text not null check (decision in ('new', 'key', 'verified', 'match', 'manual')),
  rule text not null,
  weight real,
  weights jsonb,
  actor_id uuid,
  linked_at timestamptz not null default now(),
  superseded_at timestamptz
);
create unique index link_live on leads.link (record_id) where superseded_at is null;
create index link_person on leads.link (person_id) where superseded_at is null;
create index link_lead on leads.link (lead_id) where superseded_at is null;

create table leads.touch (
  id uuid primary key,
  record_id uuid references leads.source_record,
  person_id uuid not null references leads.person,
  lead_id uuid references leads.lead,
  scene text not null default 'unknown',
  channel_id uuid references campaigns.channel,
  campaign_id uuid references campaigns.campaign,
  content text,
  plan text,
  unit text,
  keyword text,
  utm jsonb,
  click_id text,
  happened_at timestamptz not null,
  ingested_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index touch_lead on leads.touch (lead_id, happened_at desc);
create index touch_person on leads.touch (person_id, happened_at desc);
create index touch_record on leads.touch (record_id);
create index touch_campaign on leads.touch (campaign_id) where campaign_id is not null;

-- Append-only. A leave is a row of its own; nothing is updated but the withdrawal of an undone or
-- corrected record.
create table leads.stage_entry (
  id uuid primary key,
  lead_id uuid not null references leads.lead,
  stage text not null check (stage in ('lead', 'mql', 'sal', 'sql', 'opportunity', 'poc', 'won', 'lost', 'nurture', 'recycled')),
  move text not null check (move in ('enter', 'leave')),
  happened_at timestamptz not null,
  actor_id uuid,
  reason text,
  record_id uuid references leads.source_record,
  opportunity_id uuid,
  import_id uuid,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index stage_entry_lead on leads.stage_entry (lead_id, happened_at);
create index stage_entry_record on leads.stage_entry (record_id);
create index stage_entry_import on leads.stage_entry (import_id) where import_id is not null;

create table leads.tag (
  id uuid primary key,
  name text not null check (length(btrim(name)) between 1 and 40),
  color text not null default 'blue',
  created_at timestamptz not null default now()
);
create unique index tag_name on leads.tag (lower(name));

create table leads.person_tag (
  person_id uuid not null references leads.person on delete cascade,
  tag_id uuid not null references leads.tag on delete cascade,
  record_id uuid,
  -- the bulk action that tagged, for its undo
  action_id uuid,
  tagged_by uuid,
  tagged_at timestamptz not null default now(),
  primary key (person_id, tag_id)
);
create index person_tag_tag on leads.person_tag (tag_id);
create index person_tag_action on leads.person_tag (action_id) where action_id is not null;
create index person_tag_record on leads.person_tag (record_id) where record_id is not null;

-- Tags a bulk action took away, so that its undo can give them back.
create table leads.removed_tag (
  action_id uuid not null,
  person_id uuid not null references leads.person on delete cascade,
  tag_id uuid not null references leads.tag on delete cascade,
  record_id uuid,
  tagged_by uuid,
  tagged_at timestamptz not null,
  removed_at timestamptz not null default now(),
  primary key (action_id, person_id, tag_id)
);
