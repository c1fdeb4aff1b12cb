-- Who agreed to be contacted for what, by which means and on which words; whom nobody may contact; and who
-- was erased.
create schema consent;

-- What people are asked to agree to.
create table consent.purpose (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z][a-z0-9_]{1,39}$'),
  place int not null,
  name_zh text not null check (length(btrim(name_zh)) between 1 and 40),
  name_en text not null check (length(btrim(name_en)) between 1 and 60),
  -- opt_in: only who agreed · opt_out: everybody who did not object
  rule text not null check (rule in ('opt_in', 'opt_out')),
  archived boolean not null default false,
  created_at timestamptz not null
);

-- The words of a purpose. A text is never changed; another text is another number.
create table consent.purpose_text (
  purpose_id uuid not null references consent.purpose,
  number int not null,
  zh text not null check (length(btrim(zh)) between 1 and 4000),
  en text not null check (length(btrim(en)) between 1 and 4000),
  published_by text not null,
  published_at timestamptz not null,
  primary key (purpose_id, number)
);

-- Append-only: what somebody said, when, where, and what proves it. The person is whose it was then; a merge
-- changes nothing here (docs/adr/0026).
create table consent.entry (
  id uuid primary key,
  person_id uuid not null,
  purpose_id uuid not null references consent.purpose,
  means text not null check (means in ('email', 'sms', 'phone', 'wecom')),
  state text not null check (state in ('given', 'withdrawn')),
  source text not null check (source in ('form', 'event', 'api', 'import', 'hand', 'unsubscribe', 'merge')),
  -- what proves it: a submission, a message, an import, a merge
  proof_id uuid,
  note text check (length(note) <= 1000),
  -- the words agreed to: those of the purpose, or of the form that is named
  text_of text check (length(text_of) <= 200),
  text_number int,
  by_name text,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  -- only entries that a merge made, when it is undone
  undone_at timestamptz,
  check (undone_at is null or source = 'merge')
);
create index entry_person on consent.entry (person_id, happened_at desc, id desc);
create index entry_proof on consent.entry (proof_id) where proof_id is not null;
-- The same proof told again says nothing new.
create unique index entry_proof_once on consent.entry (proof_id, person_id, purpose_id, means, state)
  where proof_id is not null;

-- Addresses that nobody may write to or call, by means. After an erasure only a keyed hash is left.
create table consent.suppression (
  id uuid primary key,
  means text not null check (means in ('email', 'sms', 'phone', 'wecom')),
  value text check (length(value) between 1 and 254),
  hash bytea,
  reason text not null check (reason in ('unsubscribed', 'complaint', 'bounced', 'asked', 'imported', 'erased')),
  note text check (length(note) <= 500),
  proof_id uuid,
  by_name text,
  since timestamptz not null,
  check ((value is null) <> (hash is null)),
  unique (means, value),
  unique (means, hash)
);
create index suppression_newest on consent.suppression (since desc, id desc);

-- Signs the hashes; sealed, see the vault.
create table consent.hash_key (
  single boolean primary key default true check (single),
  secret text not null
);

-- Who was erased, without saying who it was.
create table consent.erasure (
  id uuid primary key,
  erased_at timestamptz not null,
  by_name text not null,
  by_id uuid,
  reason text not null check (length(btrim(reason)) between 1 and 500),
  people int not null,
  counts jsonb not null
);
create index erasure_newest on consent.erasure (erased_at desc, id desc);

-- One list for the whole house: what mail knew moves here.
insert into consent.suppression (id, means, value, reason, proof_id, since)
select gen_random_uuid(), 'email', address, case reason when 'by_hand' then 'asked' else reason end, message_id, since
from messaging.suppression;
drop table messaging.suppression;
