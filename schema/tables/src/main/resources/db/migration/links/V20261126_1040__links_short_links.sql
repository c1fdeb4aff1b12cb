-- Short links, who followed them, and links of messages that know their reader.
create schema links;

create table links.link (
  id uuid primary key,
  -- lower case; it may be printed, so it never changes and is never given to another link
  code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
  name text not null check (length(name) between 1 and 120),
  -- checked when it was written: http, https, or a public page of this server
  target text not null check (length(target) <= 2000 and target ~ '^(https?://|/p([/?#]|$))'),
  page text not null check (length(page) <= 2000),
  channel_id uuid,
  campaign_id uuid,
  content text,
  plan text,
  unit text,
  keyword text,
  enabled boolean not null default true,
  expires_at timestamptz,
  import_id uuid,
  line_key text unique,
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null
);
create index link_created on links.link (created_at desc, id desc);
create index link_channel on links.link (channel_id);
create index link_campaign on links.link (campaign_id);
create index link_import on links.link (import_id) where import_id is not null;

-- How often a link was followed, by day (Asia/Shanghai).
create table links.tally (
  link_id uuid not null references links.link on delete cascade,
  day date not null,
  clicks bigint not null default 0,
  scans bigint not null default 0,
  -- previews of messengers, crawlers, scanners of mail
  robots bigint not null default 0,
  primary key (link_id, day)
);

-- Browsers that followed a link.
create table links.visitor (
  link_id uuid not null references links.link on delete cascade,
  visitor_id uuid not null,
  first_at timestamptz not null,
  primary key (link_id, visitor_id)
);

-- Keys by which links of messages are signed; sealed, see the vault. The last one signs, all check.
create table links.signing_key (
  number int primary key check (number between 1 and 1295),
  secret text not null,
  created_at timestamptz not null,
  retired_at timestamptz
);

-- One person in one message, with one link. The id stands in the address, signed.
create table links.bearer (
  id bigint primary key,
  link_id uuid not null references links.link on delete cascade,
  person_id uuid not null,
  message text not null check (length(message) between 1 and 100),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- the browser that opened it first and is taken for the person's
  visitor_id uuid,
  opened_at timestamptz,
  opens int not null default 0,
  -- opened in a browser that is not taken for the person's: passed on, or another device
  strangers int not null default 0,
  constraint bearer_once unique (message, person_id, link_id)
);
create index bearer_visitor on links.bearer (visitor_id) where visitor_id is not null;
create index bearer_person on links.bearer (person_id);
create index bearer_link on links.bearer (link_id);
