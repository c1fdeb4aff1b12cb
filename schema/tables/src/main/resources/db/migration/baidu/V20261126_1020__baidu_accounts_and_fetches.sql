-- Search accounts whose reports are fetched, and every fetch with what became of it.
create schema baidu;

create table baidu.account (
  id uuid primary key,
  user_name text not null check (length(btrim(user_name)) between 1 and 100),
  -- sealed; see the vault
  token text not null,
  token_hint text not null check (length(token_hint) <= 8),
  channel_id uuid not null,
  level text not null check (level in ('plan', 'unit', 'keyword')),
  enabled boolean not null default true,
  -- from this hour of the day (Asia/Shanghai) on, yesterday is fetched
  fetch_hour int not null default 8 check (fetch_hour between 0 and 23),
  -- the last day of which everything is here
  fetched_until date,
  created_at timestamptz not null default now()
);
create unique index account_once on baidu.account (lower(btrim(user_name)));

create table baidu.fetch (
  id uuid primary key,
  account_id uuid not null references baidu.account on delete cascade,
  -- the day whose daily fetch this is; null when somebody asked for it
  scheduled_on date,
  day_from date not null,
  day_to date not null,
  status text not null check (status in ('waiting', 'running', 'done', 'partial', 'failed', 'cancelled')),
  cancel_asked boolean not null default false,
  -- the next day to fetch: moves in the transaction of what the day brought
  next_day date not null,
  -- days given up, with the reason of each
  failed_days jsonb not null default '[]',
  lines_new bigint not null default 0,
  lines_changed bigint not null default 0,
  lines_same bigint not null default 0,
  amount_fen bigint not null default 0,
  other_level_days int not null default 0,
  trouble text,
  vendor_code text,
  vendor_message text,
  attempts int not null default 0,
  not_before timestamptz not null default now(),
  -- who works on it says so all along; one that falls silent is taken over
  alive_at timestamptz,
  asked_by uuid,
  asked_by_name text not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint fetch_days check (day_from <= day_to and day_to - day_from <= 366)
);
create index fetch_of_account on baidu.fetch (account_id, created_at desc);
create index fetch_open on baidu.fetch (not_before) where status in ('waiting', 'running');
create unique index fetch_daily on baidu.fetch (account_id, scheduled_on) where scheduled_on is not null;
-- One at a time: two fetches of the same days would only wait for each other.
create unique index fetch_one_open on baidu.fetch (account_id) where status in ('waiting', 'running');
