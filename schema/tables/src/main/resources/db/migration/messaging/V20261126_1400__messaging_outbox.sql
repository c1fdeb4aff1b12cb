-- Messages that leave the house: each once, each with what became of it.
create schema messaging;

-- The mail server; one row at most.
create table messaging.smtp (
  single boolean primary key default true check (single),
  host text not null check (length(host) between 1 and 253),
  port int not null check (port between 1 and 65535),
  security text not null check (security in ('none', 'starttls', 'tls')),
  user_name text,
  -- sealed; see the vault
  password text,
  from_address text not null check (length(from_address) between 3 and 254),
  from_name text not null check (length(btrim(from_name)) between 1 and 100),
  enabled boolean not null default true,
  changed_at timestamptz not null default now()
);

create table messaging.smtp_test (
  id uuid primary key,
  at timestamptz not null,
  by_name text not null,
  recipient text not null,
  trouble text,
  answer text
);
create index smtp_test_newest on messaging.smtp_test (at desc);

create table messaging.message (
  id uuid primary key,
  -- what for, to whom, on which occasion: together they are sent once
  purpose text not null check (purpose ~ '^[a-z]+([._][a-z]+)*$' and length(purpose) <= 60),
  recipient text not null check (recipient = lower(recipient) and length(recipient) between 3 and 254),
  occasion text not null check (length(occasion) between 1 and 120),
  recipient_name text,
  kind text not null check (kind in ('service', 'marketing')),
  language text not null check (language in ('zh-CN', 'en')),
  person_id uuid,
  subject text not null check (length(btrim(subject)) between 1 and 200),
  paragraphs text[] not null,
  link text,
  link_label text,
  -- an iCalendar file that goes along
  calendar text,
  state text not null default 'queued'
    check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'suppressed', 'expired')),
  attempts int not null default 0,
  not_before timestamptz not null,
  -- a reminder after the event helps nobody
  not_after timestamptz,
  claimed_at timestamptz,
  trouble text,
  answer text,
  -- opens the page that ends marketing mail to this reader
  leave_token text not null unique,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint message_once unique (purpose, recipient, occasion),
  constraint message_claim check ((state = 'sending') <= (claimed_at is not null))
);
create index message_due on messaging.message (not_before) where state = 'queued';
create index message_sending on messaging.message (claimed_at) where state = 'sending';
create index message_newest on messaging.message (created_at desc, id desc);
create index message_of_person on messaging.message (person_id) where person_id is not null;

-- Addresses that get no marketing mail any more.
create table messaging.suppression (
  address text primary key check (address = lower(address)),
  reason text not null check (reason in ('unsubscribed', 'by_hand')),
  message_id uuid,
  since timestamptz not null
);
