-- Who came by WeCom: somebody outside, known under one external id to all colleagues of the corp.
create table wecom.contact (
  id uuid primary key,
  connection_id uuid not null references wecom.connection,
  external_id text not null,
  union_id text,
  name text,
  -- 1 uses WeChat, 2 uses WeCom
  kind smallint,
  corp_name text,
  title text,
  avatar text,
  person_id uuid references leads.person on delete set null,
  lead_id uuid references leads.lead on delete set null,
  -- the colleague whose lead it is: where it opened the lead or found one that was nobody's
  owner_user text,
  -- whether it was this contact that opened the lead
  opened_lead boolean not null default false,
  -- what the pool was told last: the same is not told again
  told bytea,
  fetched_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index contact_external on wecom.contact (connection_id, external_id);
create index contact_person on wecom.contact (person_id) where person_id is not null;
create index contact_untold on wecom.contact (id) where told is null and person_id is not null;
create index contact_lead on wecom.contact (lead_id) where lead_id is not null;

-- The bond of a contact with one colleague. Who added whom and who left when is a fold of the moves
-- below, so it does not matter in which order Tencent tells them.
create table wecom.follow (
  id uuid primary key,
  contact_id uuid not null references wecom.contact,
  user_id text not null,
  -- the first that was told: somebody who comes back may bring a strange one
  state text,
  code_id uuid references wecom.code,
  add_way int,
  first_added_at timestamptz,
  added_at timestamptz,
  left_at timestamptz,
  left_by text check (left_by in ('customer', 'colleague')),
  remark text,
  description text,
  remark_corp text,
  remark_mobiles text[] not null default '{}',
  tags text[] not null default '{}',
  transfer_problem text
);
create unique index follow_user on wecom.follow (contact_id, user_id);
create index follow_code on wecom.follow (code_id, first_added_at) where code_id is not null;

-- Append-only.
create table wecom.follow_move (
  follow_id uuid not null references wecom.follow,
  move text not null check (move in ('add', 'leave')),
  happened_at timestamptz not null,
  by_customer boolean not null default true,
  state text,
  incoming_id uuid,
  primary key (follow_id, move, happened_at)
);

-- Half-private: somebody who follows an account of ours, and no lead yet.
create table wecom.follower (
  id uuid primary key,
  connection_id uuid references wecom.connection,
  -- official: 公众号 · channels: 视频号 · other
  source text not null check (source in ('official', 'channels', 'other')),
  -- which account: its app id, or its name where it is not connected
  account text not null,
  open_id text not null,
  union_id text,
  name text,
  remark text,
  scene text,
  state text,
  code_id uuid references wecom.code,
  channel_id uuid references campaigns.channel,
  campaign_id uuid references campaigns.campaign,
  first_followed_at timestamptz,
  followed_at timestamptz,
  left_at timestamptz,
  last_seen_at timestamptz not null,
  interactions int not null default 0,
  person_id uuid references leads.person on delete set null,
  lead_id uuid references leads.lead on delete set null,
  lead_at timestamptz,
  -- message, click, scan, details, or contact: known as a WeCom contact
  lead_by text,
  fetched_at timestamptz,
  import_id uuid,
  created_at timestamptz not null default now()
);
create unique index follower_open_id on wecom.follower (account, open_id);
create index follower_union_id on wecom.follower (union_id) where union_id is not null;
create index follower_seen on wecom.follower (last_seen_at desc, id desc);
create index follower_person on wecom.follower (person_id) where person_id is not null;
create index follower_lead on wecom.follower (lead_id) where lead_id is not null;
create index follower_connection on wecom.follower (connection_id);
create index follower_channel on wecom.follower (channel_id);
create index follower_campaign on wecom.follower (campaign_id);
create index follower_code on wecom.follower (code_id);
create index follower_import on wecom.follower (import_id) where import_id is not null;

-- What a follower did, by the callback that told it.
create table wecom.follower_move (
  id uuid primary key,
  follower_id uuid not null references wecom.follower on delete cascade,
  move text not null check (move in ('follow', 'leave', 'message', 'click', 'scan')),
  happened_at timestamptz not null,
  what text,
  code_id uuid references wecom.code
);
create index follower_move_follower on wecom.follower_move (follower_id, happened_at desc);
create index follower_move_code on wecom.follower_move (code_id) where code_id is not null;
