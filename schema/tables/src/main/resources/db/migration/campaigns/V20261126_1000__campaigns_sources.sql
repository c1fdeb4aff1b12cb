-- Which channel and campaign a landing address and its referrer mean.

-- What utm_campaign says in links of the campaign.
alter table campaigns.campaign add column code text check (length(code) between 1 and 100);
create unique index campaign_code on campaigns.campaign (lower(code)) where code is not null;

create table campaigns.source_rule (
  id uuid primary key,
  kind text not null check (kind in ('utm', 'click_id', 'paid_referrer', 'referrer', 'direct', 'ignored')),
  -- utm_source, the parameter of a click id, or a host; empty where the kind asks for none
  pattern text not null check (length(pattern) <= 200),
  -- utm_medium; empty is any
  medium text not null default '' check (length(medium) <= 100),
  channel_id uuid references campaigns.channel,
  created_at timestamptz not null default now(),
  -- what is to be ignored has no channel, everything else has one
  constraint source_rule_channel check ((kind = 'ignored') = (channel_id is null)),
  constraint source_rule_once unique (kind, pattern, medium)
);
create index source_rule_of_channel on campaigns.source_rule (channel_id);

-- Names of parameters that mean a plan, a unit, a keyword …, beside those everybody uses.
create table campaigns.source_parameter (
  name text primary key check (length(name) between 1 and 60),
  meaning text not null check (meaning in ('source', 'medium', 'campaign', 'plan', 'unit', 'keyword')),
  created_at timestamptz not null default now()
);

-- Landings that no rule knows, counted until somebody says what they are.
create table campaigns.unrecognised_source (
  kind text not null,
  value text not null,
  medium text not null default '',
  landings bigint not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  sample_url text not null,
  sample_referrer text,
  primary key (kind, value, medium)
);
create index unrecognised_source_most on campaigns.unrecognised_source (landings desc);

-- What is planted once and then belongs to the user.
create table campaigns.planted (
  what text primary key,
  planted_at timestamptz not null default now()
);
