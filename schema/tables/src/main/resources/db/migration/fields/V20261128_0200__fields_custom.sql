-- What a company asks about its leads beside what everybody asks. The module of fields alone writes here.
create schema fields;

create table fields.field (
  id uuid primary key,
  entity text not null check (entity in ('lead', 'person', 'company')),
  -- names the field in records, imports and filters; it and the type never change
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  type text not null check (type in ('text', 'long_text', 'number', 'money', 'date', 'yes_no', 'choice', 'choices', 'phone', 'email', 'url')),
  label_zh text not null check (length(label_zh) between 1 and 60),
  label_en text not null check (length(label_en) between 1 and 60),
  help_zh text not null default '' check (length(help_zh) <= 300),
  help_en text not null default '' check (length(help_en) <= 300),
  required boolean not null default false,
  place int not null,
  -- values of an archived field stay, but nobody is asked any more
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid references workspace.member,
  unique (entity, key)
);

create table fields.option (
  field_id uuid not null references fields.field,
  value text not null check (value ~ '^[a-z0-9_]{1,40}$'),
  label_zh text not null check (length(label_zh) between 1 and 60),
  label_en text not null check (length(label_en) between 1 and 60),
  place int not null,
  archived_at timestamptz,
  primary key (field_id, value)
);
