-- Where traffic comes from, what marketing did, and what it cost.
create schema campaigns;

create table campaigns.channel (
  id uuid primary key,
  parent_id uuid references campaigns.channel,
  name text not null check (length(btrim(name)) between 1 and 120),
  -- the name folded (case, width, blanks): a name stands for one channel, wherever it hangs in the
  -- tree, as imports find channels by name
  name_key text not null unique,
  frame text not null check (frame in ('digital', 'event', 'content', 'other')),
  source_class text not null check (source_class in ('marketing', 'sales', 'executive', 'referral', 'partner')),
  archived boolean not null default false,
  created_at timestamptz not null default now()
);
create index channel_parent on campaigns.channel (parent_id);

create table campaigns.campaign (
  id uuid primary key,
  name text not null check (length(btrim(name)) between 1 and 200),
  name_key text not null unique,
  kind text not null check (kind in ('digital', 'event', 'content')),
  channel_id uuid references campaigns.channel,
  starts_on date,
  ends_on date,
  budget_fen bigint check (budget_fen >= 0),
  status text not null default 'running' check (status in ('planned', 'running', 'done')),
  owner_id uuid references workspace.member,
  note text,
  created_at timestamptz not null default now(),
  constraint campaign_days check (starts_on is null or ends_on is null or starts_on <= ends_on)
);
create index campaign_channel on campaigns.campaign (channel_id);

create table campaigns.budget (
  month date not null check (extract(day from month) = 1),
  channel_id uuid references campaigns.channel,
  amount_fen bigint not null check (amount_fen > 0),
  unique nulls not distinct (month, channel_id)
);

create table campaigns.spend (
  id uuid primary key,
  day_from date not null,
  day_to date not null,
  channel_id uuid references campaigns.channel,
  campaign_id uuid references campaigns.campaign,
  account text,
  plan text,
  unit text,
  keyword text,
  amount_fen bigint not null,
  impressions bigint check (impressions >= 0),
  clicks bigint check (clicks >= 0),
  note text,
  import_id uuid,
  -- what identifies the line in its source, hashed, and which of several equal ones it is
  line_key bytea,
  line_number int not null default 1,
  -- the last import that had this line, changed or not
  seen_import_id uuid,
  created_by uuid references workspace.member,
  created_at timestamptz not null default now(),
  -- when a person last changed it by hand
  edited_at timestamptz,
  constraint spend_days check (day_from <= day_to and day_to - day_from <= 366)
);
-- The same line of the same report is one row, however often it is uploaded.
create unique index spend_line on campaigns.spend (line_key, line_number) where line_key is not null;
create index spend_import on campaigns.spend (import_id) where import_id is not null;
create index spend_channel on campaigns.spend (channel_id, day_from);
create index spend_campaign on campaigns.spend (campaign_id) where campaign_id is not null;
create index spend_days_listed on campaigns.spend (day_from desc, id);

-- A spend row spread evenly over its days, spare fen to the earlier ones: the days sum to the row.
create table campaigns.spend_day (
  spend_id uuid not null references campaigns.spend on delete cascade,
  day date not null,
  amount_fen bigint not null,
  impressions bigint not null default 0,
  clicks bigint not null default 0,
  primary key (spend_id, day)
);
create index spend_day_day on campaigns.spend_day (day);

-- What an import replaced, so that its undo can put it back.
create table campaigns.spend_replaced (
  import_id uuid not null,
  spend_id uuid not null references campaigns.spend on delete cascade,
  replaced_at timestamptz not null,
  day_from date not null,
  day_to date not null,
  channel_id uuid references campaigns.channel,
  campaign_id uuid references campaigns.campaign,
  account text,
  plan text,
  unit text,
  keyword text,
  amount_fen bigint not null,
  impressions bigint,
  clicks bigint,
  note text,
  primary key (import_id, spend_id)
);
create index spend_replaced_spend on campaigns.spend_replaced (spend_id, replaced_at);
