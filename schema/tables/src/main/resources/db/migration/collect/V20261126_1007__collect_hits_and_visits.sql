-- What visitors do, as it came in, and the visits it adds up to.
create schema collect;

-- A website whose visitors are counted. `key` stands in the snippet's address; 'own' are the pages of this server.
create table collect.site (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z0-9]{8,16}$' or key = 'own'),
  name text not null check (length(btrim(name)) between 1 and 80),
  origins text[] not null,
  consent_required boolean not null,
  do_not_track boolean not null,
  cookie_domain text,
  archived boolean not null default false,
  created_at timestamptz not null default now()
);

-- How long things are kept; no row is the usual.
create table collect.retention (
  only_row boolean primary key default true check (only_row),
  hit_days int not null check (hit_days between 8 and 3650),
  visit_days int not null check (visit_days between 30 and 3650)
);

-- The end of the log. Whoever appends holds this row until it commits, so positions are handed out
-- in the order of commits: a reader that has seen one has seen all before it.
create table collect.log_end (
  only_row boolean primary key default true check (only_row),
  position bigint not null
);

-- The log: one partition a day (Asia/Shanghai) by the time of arrival, made by open_day.
create table collect.hit (
  position bigint not null,
  day date not null,
  id uuid not null,
  site text not null,
  name text not null,
  visitor uuid not null,
  visit uuid,
  happened_at timestamptz not null,
  received_at timestamptz not null,
  facts jsonb not null,
  primary key (position, day),
  unique (id, day)
) partition by range (day);

-- Made aside and attached: readers and the writer of the log need not wait.
create function collect.open_day(wanted date) returns void language plpgsql set lock_timeout = '5s' as $$
declare
  part text := 'hit_' || to_char(wanted, 'YYYYMMDD');
begin
  if to_regclass(format('collect.%I', part)) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('collect.days', 0));
  if to_regclass(format('collect.%I', part)) is null then
    execute format('create table collect.%I (like collect.hit including all)', part);
    execute format('alter table collect.hit attach partition collect.%I for values from (%L) to (%L)', part, wanted, wanted + 1);
  end if;
end $$;

-- Drops the days before `first_kept` whose hits every reader has read; says how many.
create function collect.drop_days(first_kept date, all_read bigint) returns int language plpgsql set lock_timeout = '2s' as $$
declare
  part text;
  unread boolean;
  dropped int := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended('collect.days', 0));
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'collect.hit'::regclass and c.relname < 'hit_' || to_char(first_kept, 'YYYYMMDD')
    order by c.relname
  loop
    execute format('select exists (select from collect.%I where position > $1)', part) into unread using all_read;
    if not unread then
      execute format('drop table collect.%I', part);
      dropped := dropped + 1;
    end if;
  end loop;
  return dropped;
end $$;

-- How far a reader of the log has come; moved in the transaction of what it made of the hits.
create table collect.reader (
  name text primary key,
  position bigint not null
);

-- Hits that could not be taken as they are, kept to be looked at and sent again.
create table collect.quarantined (
  id uuid primary key,
  site text not null,
  step text not null,
  reason text not null,
  pointer text not null,
  body text not null,
  origin text,
  circumstances jsonb not null,
  received_at timestamptz not null
);
create index quarantined_site on collect.quarantined (site, received_at desc);
create index quarantined_received on collect.quarantined (received_at);

-- What became of what came in, by day. `outcome` is stored, duplicate or a reason.
create table collect.tally (
  day date not null,
  site text not null,
  step text not null,
  outcome text not null,
  hits bigint not null,
  primary key (day, site, step, outcome)
);

-- When a site was first and last heard of.
create table collect.sighting (
  site text primary key,
  first_at timestamptz not null,
  last_at timestamptz not null,
  last_url text
);

-- A browser. Who used it last is what somebody told here; a person is the pool's.
create table collect.visitor (
  id uuid primary key,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  person_id uuid,
  joined_at timestamptz
);
create index visitor_person on collect.visitor (person_id) where person_id is not null;

create table collect.visit (
  id uuid primary key,
  visitor_id uuid not null references collect.visitor on delete cascade,
  site text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  -- the first page, and where it was come to from
  landed_at timestamptz,
  landing_url text,
  referrer text,
  channel_id uuid,
  campaign_id uuid,
  plan text,
  unit text,
  keyword text,
  utm jsonb,
  click_id_kind text,
  click_id text,
  referrer_host text,
  direct boolean not null,
  pages int not null default 0,
  dwell_ms bigint not null default 0,
  device text not null,
  os text,
  browser text,
  app text,
  country text,
  province text,
  city text,
  consent text,
  person_id uuid,
  -- the pool is to be told of it, or again of what it has become
  untold boolean not null default false
);
create index visit_visitor on collect.visit (visitor_id, started_at);
create index visit_person on collect.visit (person_id, started_at) where person_id is not null;
create index visit_site on collect.visit (site, started_at desc, id desc);
create index visit_started on collect.visit (started_at desc, id desc);
create index visit_untold on collect.visit (id) where untold;

-- A page as it was seen in a visit; `id` is that of the hit. A dwell may arrive before its page.
create table collect.visit_page (
  visit_id uuid not null references collect.visit on delete cascade,
  id uuid not null,
  happened_at timestamptz not null,
  url text,
  title text,
  content text,
  dwell_ms bigint not null default 0,
  depth int not null default 0,
  primary key (visit_id, id)
);

-- Anything else a visitor did, in a visit or outside of one; `id` is that of the hit.
create table collect.action (
  id uuid primary key,
  visitor_id uuid not null references collect.visitor on delete cascade,
  visit_id uuid references collect.visit on delete cascade,
  site text not null,
  happened_at timestamptz not null,
  name text not null,
  url text,
  referrer text,
  content text,
  props jsonb,
  person_id uuid,
  untold boolean not null default false
);
create index action_visitor on collect.action (visitor_id, happened_at);
create index action_visit on collect.action (visit_id, happened_at) where visit_id is not null;
create index action_untold on collect.action (id) where untold;
