-- Forms: what people are asked, the versions they were shown, what they answered, and what other
-- systems say over the API by the same rules.
create schema capture;

create table capture.form (
  id uuid primary key,
  name text not null check (length(btrim(name)) between 1 and 80),
  -- its place below /p/f
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
  -- what the builder works on; visitors see versions only
  draft jsonb not null,
  -- raised by every save, so that two people who edit at once do not overwrite each other unseen
  revision int not null default 1,
  -- the version visitors see; null before the first publishing
  live int,
  -- a closed form says so and takes nothing
  closed boolean not null default false,
  created_by uuid references workspace.member,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index form_changed on capture.form (changed_at desc, id);

-- What people agreed to, word for word. A text that was published is never changed; another text is
-- another number.
create table capture.consent_text (
  form_id uuid not null references capture.form,
  number int not null,
  content jsonb not null,
  published_at timestamptz not null,
  primary key (form_id, number)
);

-- As it was published; never changed.
create table capture.version (
  form_id uuid not null references capture.form,
  number int not null,
  design jsonb not null,
  consent int,
  published_by text not null,
  published_at timestamptz not null,
  primary key (form_id, number),
  foreign key (form_id, consent) references capture.consent_text
);
alter table capture.form add foreign key (id, live) references capture.version;

create table capture.submission (
  id uuid primary key,
  -- null for what came over the API
  form_id uuid references capture.form,
  version int,
  -- a form as it was handed out once: submitted twice, by whatever, it is one submission
  token uuid unique,
  -- a call of the API: the caller's key and the name it gave the call, once for ever
  key_id uuid references workspace.api_key,
  call_key text,
  call_hash bytea,
  -- the page it was filled in on
  way text not null check (way in ('page', 'frame', 'content', 'event', 'api')),
  -- taken: a lead knows of it · held: suspicious, waits for somebody to decide · discarded: was refused by somebody
  status text not null check (status in ('taken', 'held', 'discarded')),
  reason text,
  submitted_at timestamptz not null,
  day date not null generated always as ((submitted_at at time zone 'Asia/Shanghai')::date) stored,
  language text not null,
  -- by the keys of the fields, as normalised
  answers jsonb not null,
  -- what of it describes the person, by the words of leads.Fact
  facts jsonb not null,
  search_text text not null default '',
  landing_url text,
  referrer text,
  visitor uuid,
  channel_id uuid references campaigns.channel,
  campaign_id uuid references campaigns.campaign,
  -- the content or event around it
  context jsonb,
  consent int,
  -- what the caller of the API says was agreed to
  consent_told jsonb,
  ip text,
  agent text,
  person_id uuid,
  lead_id uuid,
  new_lead boolean,
  decided_by text,
  decided_at timestamptz,
  constraint submission_call unique (key_id, call_key),
  constraint submission_of_form_or_call check ((form_id is null) = (way = 'api')),
  foreign key (form_id, version) references capture.version,
  foreign key (form_id, consent) references capture.consent_text
);
create index submission_form on capture.submission (form_id, submitted_at desc, id desc);
create index submission_day on capture.submission (form_id, day);
create index submission_calls on capture.submission (submitted_at desc, id desc) where form_id is null;
create index submission_held on capture.submission (form_id, submitted_at desc) where status = 'held';
create index submission_visitor on capture.submission (visitor, submitted_at desc) where visitor is not null and status = 'taken';
create index submission_lead on capture.submission (lead_id) where lead_id is not null;
create index submission_channel on capture.submission (channel_id) where channel_id is not null;
create index submission_campaign on capture.submission (campaign_id) where campaign_id is not null;

-- How often a form was shown, begun and refused, by day (Asia/Shanghai), way and the channel that brought the visitor.
create table capture.form_day (
  form_id uuid not null references capture.form,
  day date not null,
  way text not null,
  channel_id uuid references campaigns.channel,
  views bigint not null default 0,
  starts bigint not null default 0,
  refused bigint not null default 0,
  unique nulls not distinct (form_id, day, way, channel_id)
);
create index form_day_channel on capture.form_day (channel_id) where channel_id is not null;

-- Work that was shown already proves nothing again.
create table capture.spent_proof (
  proof bytea primary key,
  expires_at timestamptz not null
);
create index spent_proof_expired on capture.spent_proof (expires_at);

-- Signs what is handed out with a form; made by the first form that is shown.
create table capture.signing_key (
  id int primary key check (id = 1),
  secret bytea not null
);
