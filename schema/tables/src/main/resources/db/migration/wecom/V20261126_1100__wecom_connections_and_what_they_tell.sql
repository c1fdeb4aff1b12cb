-- What is connected at Tencent, what it tells us and what we say first.
create schema wecom;

-- A WeCom corp through an app of its own, an official account, or a mini-program. Secret, token and
-- key are sealed (workspace.Vault); the secret of a connection never leaves the server.
create table wecom.connection (
  id uuid primary key,
  kind text not null check (kind in ('wecom', 'official', 'mini')),
  name text not null check (length(btrim(name)) between 1 and 60),
  app_id text not null,
  agent_id text,
  secret text,
  token text,
  aes_key text,
  -- of those who come without a code
  channel_id uuid references campaigns.channel,
  -- contacts and followers older than this were there before us and open no leads
  since timestamptz not null,
  -- what makes a follower a lead, of: message, click, scan
  interactions text[] not null default '{}',
  active boolean not null default true,
  greeted_at timestamptz,
  checked_at timestamptz,
  checked jsonb,
  caught_up_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index connection_app on wecom.connection (kind, app_id);
create index connection_channel on wecom.connection (channel_id) where channel_id is not null;

-- Everything that was called back, kept before it was acknowledged and taken in afterwards.
create table wecom.incoming (
  id uuid primary key,
  connection_id uuid not null references wecom.connection,
  -- of the whole text: what is told again is the same
  hash bytea not null,
  event text not null,
  content text not null,
  happened_at timestamptz not null,
  received_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'unknown', 'failed')),
  attempts int not null default 0,
  due_at timestamptz not null,
  problem jsonb,
  finished_at timestamptz
);
create unique index incoming_hash on wecom.incoming (connection_id, hash);
create index incoming_due on wecom.incoming (due_at) where state = 'waiting';
create index incoming_received on wecom.incoming (connection_id, received_at desc);
create index incoming_failed on wecom.incoming (connection_id) where state = 'failed';

-- Somebody at the corp who has contacts. The user id is WeCom's own and stable.
create table wecom.colleague (
  id uuid primary key,
  connection_id uuid not null references wecom.connection,
  user_id text not null,
  name text,
  member_id uuid references workspace.member,
  matched_by text check (matched_by in ('email', 'phone', 'hand')),
  -- by hand it was said that this is nobody of ours: not asked again
  settled boolean not null default false,
  seen_at timestamptz not null,
  gone_at timestamptz
);
create unique index colleague_user on wecom.colleague (connection_id, user_id);
create index colleague_member on wecom.colleague (member_id) where member_id is not null;

-- A picture of a welcome message, and where Tencent keeps its copy: a media id is good for three days.
create table wecom.picture (
  id uuid primary key,
  name text not null,
  type text not null check (type in ('image/png', 'image/jpeg')),
  content bytea not null,
  created_by uuid,
  created_at timestamptz not null default now()
);
create table wecom.picture_copy (
  picture_id uuid not null references wecom.picture on delete cascade,
  connection_id uuid not null references wecom.connection on delete cascade,
  url text,
  media_id text,
  media_until timestamptz,
  primary key (picture_id, connection_id)
);
create index picture_copy_connection on wecom.picture_copy (connection_id);

-- A way in that says which channel it stands for: a contact way of WeCom (way), an acquisition link
-- (link), a QR code of an official account (follow), a link into a mini-program (mini).
create table wecom.code (
  id uuid primary key,
  connection_id uuid not null references wecom.connection,
  kind text not null check (kind in ('way', 'link', 'follow', 'mini')),
  name text not null check (length(btrim(name)) between 1 and 60),
  channel_id uuid references campaigns.channel,
  campaign_id uuid references campaigns.campaign,
  -- comes back with everybody who came by it
  state text not null,
  users text[] not null default '{}',
  skip_verify boolean not null default false,
  welcome jsonb,
  page text,
  query text,
  -- Tencent's handle of it, and what a visitor opens or scans
  remote_id text,
  url text,
  picture bytea,
  picture_type text,
  expires_at timestamptz,
  status text not null check (status in ('making', 'live', 'failed', 'ended')),
  problem jsonb,
  tried_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now()
);
create unique index code_state on wecom.code (connection_id, state);
create index code_channel on wecom.code (channel_id);
create index code_campaign on wecom.code (campaign_id);
create index code_making on wecom.code (tried_at) where status = 'making';

-- What Tencent counts of a link by day: clicks, and people who came by it.
create table wecom.code_day (
  code_id uuid not null references wecom.code on delete cascade,
  day date not null,
  clicks int not null,
  added int not null,
  primary key (code_id, day)
);

-- The first words to somebody, at most once: its id is that of what was called back.
create table wecom.welcome (
  id uuid primary key,
  connection_id uuid not null references wecom.connection,
  code_id uuid references wecom.code,
  to_id text not null,
  welcome_code text,
  state text not null check (state in ('waiting', 'sending', 'sent', 'spent', 'refused', 'late', 'unknown', 'none')),
  attempts int not null default 0,
  problem jsonb,
  received_at timestamptz not null,
  deadline_at timestamptz not null,
  ended_at timestamptz
);
create index welcome_open on wecom.welcome (deadline_at) where state in ('waiting', 'sending');
create index welcome_code on wecom.welcome (code_id, received_at desc) where code_id is not null;
create index welcome_connection on wecom.welcome (connection_id, received_at desc);
