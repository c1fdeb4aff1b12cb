-- Who works here, what they may see and do, and what they did.
create schema workspace;

create table workspace.department (
  id uuid primary key,
  parent_id uuid references workspace.department,
  name text not null check (length(btrim(name)) between 1 and 80),
  created_at timestamptz not null default now()
);
create unique index department_name on workspace.department (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name));

-- A member is anybody who owns leads. Without e-mail and password (imported history names many)
-- a member is known by name only and cannot sign in.
create table workspace.member (
  id uuid primary key,
  name text not null check (length(btrim(name)) between 1 and 80),
  email text,
  password_hash text,
  role text not null check (role in ('admin', 'marketing_head', 'marketer', 'sdr', 'sales_head', 'salesperson', 'executive')),
  scope text not null check (scope in ('self', 'reports', 'department', 'department_below', 'all')),
  may_export boolean not null default false,
  department_id uuid references workspace.department,
  manager_id uuid references workspace.member,
  locale text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
  active boolean not null default true,
  created_at timestamptz not null default now(),
  last_sign_in_at timestamptz,
  constraint sign_in_needs_both check (password_hash is null or email is not null)
);
create unique index member_email on workspace.member (lower(email)) where email is not null;
-- One entry per imported name, so that two imports at once cannot make it twice.
create unique index member_known_by_name on workspace.member (lower(name)) where email is null;
create index member_department on workspace.member (department_id);
create index member_manager on workspace.member (manager_id);

create table workspace.session (
  id uuid primary key,
  token_hash bytea not null unique,
  member_id uuid not null references workspace.member on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ip text,
  user_agent text
);
create index session_member on workspace.session (member_id);

create table workspace.api_key (
  id uuid primary key,
  name text not null check (length(btrim(name)) between 1 and 80),
  prefix text not null unique,
  secret_hash bytea not null,
  role text not null check (role in ('admin', 'marketing_head', 'marketer', 'sdr', 'sales_head', 'salesperson', 'executive')),
  created_by uuid references workspace.member,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);

-- Append-only; each row carries the hash of the one before, so a removed row shows.
create table workspace.audit_entry (
  id bigint generated always as identity primary key,
  happened_at timestamptz not null,
  actor_kind text not null check (actor_kind in ('member', 'key', 'system', 'anonymous')),
  actor_id uuid,
  actor_name text not null,
  action text not null,
  object_kind text,
  object_id text,
  object_label text,
  detail jsonb not null default '{}',
  ip text,
  previous_hash bytea,
  hash bytea not null
);
create index audit_entry_time on workspace.audit_entry (happened_at desc, id desc);
create index audit_entry_action on workspace.audit_entry (action, id desc);
create index audit_entry_actor on workspace.audit_entry (actor_id, id desc);

-- One row: the workspace itself. Its presence means the first-run set-up is done.
create table workspace.workspace (
  only_one boolean primary key default true check (only_one),
  name text not null,
  money_unit text not null default 'wan' check (money_unit in ('yuan', 'wan', 'yi')),
  time_zone text not null default 'Asia/Shanghai',
  demo boolean not null default false,
  created_at timestamptz not null default now()
);

create table workspace.saved_view (
  id uuid primary key,
  member_id uuid not null references workspace.member on delete cascade,
  page text not null check (length(page) between 1 and 40),
  name text not null check (length(btrim(name)) between 1 and 60),
  filter jsonb not null,
  shared boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index saved_view_name on workspace.saved_view (member_id, page, lower(name));
