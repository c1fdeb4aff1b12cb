-- Events people register for, come to and are met at.
create schema events;

create table events.event (
  id uuid primary key,
  status text not null default 'draft' check (status in ('draft', 'published', 'closed', 'cancelled', 'ended')),
  title text not null check (length(btrim(title)) between 1 and 120),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  language text not null check (language in ('zh-CN', 'en')),
  format text not null check (format in ('offline', 'online', 'hybrid')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  venue text,
  address text,
  online_link text,
  -- HTML as the sanitiser of content wrote it
  description text,
  campaign_id uuid not null references campaigns.campaign,
  form_id uuid,
  approval text not null default 'automatic' check (approval in ('automatic', 'manual')),
  -- the item of content that shows what was missed
  replay_item uuid,
  -- minutes before the start
  reminders int[] not null default '{1440,60}' check (cardinality(reminders) <= 5),
  thanks boolean not null default true,
  missed boolean not null default true,
  -- goes into every mail before the event
  mail_note text,
  capacity int check (capacity > 0),
  -- Seats are taken and freed by updates of this row alone; the constraint is what no race passes.
  taken int not null default 0,
  -- of the calendar entries that were handed out (RFC 5545 SEQUENCE): raised when time or place changes
  sequence int not null default 0,
  -- counts saves: of two who change the same event at once, the second is told
  version int not null default 1,
  created_by uuid references workspace.member,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  wrapped_up_at timestamptz,
  constraint event_time check (ends_at > starts_at),
  constraint event_seats check (taken >= 0 and (capacity is null or taken <= capacity)),
  constraint event_published check (status in ('draft', 'cancelled') or published_at is not null)
);
create index event_starts on events.event (starts_at desc, id desc);
create index event_over on events.event (ends_at) where status in ('published', 'closed');
create index event_campaign on events.event (campaign_id);
create index event_form on events.event (form_id) where form_id is not null;

create table events.session (
  id uuid primary key,
  event_id uuid not null references events.event on delete cascade,
  title text not null check (length(btrim(title)) between 1 and 120),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  room text,
  speaker text,
  capacity int check (capacity > 0),
  taken int not null default 0,
  constraint session_time check (ends_at > starts_at),
  constraint session_seats check (taken >= 0 and (capacity is null or taken <= capacity))
);
create index session_event on events.session (event_id, starts_at, id);

create table events.attendee (
  id uuid primary key,
  event_id uuid not null references events.event on delete cascade,
  person_id uuid not null,
  lead_id uuid,
  -- whether the registration opened it
  new_lead boolean not null default false,
  status text not null check (status in ('waiting_for_approval', 'approved', 'waitlisted', 'declined', 'cancelled')),
  way text not null check (way in ('form', 'walk_in', 'file', 'by_hand')),
  -- holds one of the seats; who stands at the door without a registration holds none
  seated boolean not null default false,
  language text not null check (language in ('zh-CN', 'en')),
  -- opens the personal page
  token text not null unique check (length(token) >= 20),
  submission_id uuid,
  import_id uuid,
  -- counts registrations after a cancellation: each is confirmed anew
  round int not null default 1,
  registered_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  constraint attendee_once unique (event_id, person_id),
  constraint attendee_seat check (not seated or status = 'approved')
);
create index attendee_waiting on events.attendee (event_id, registered_at, id) where status = 'waitlisted';
create index attendee_person on events.attendee (person_id);
create index attendee_submission on events.attendee (submission_id) where submission_id is not null;
create index attendee_import on events.attendee (import_id) where import_id is not null;

-- What of the programme somebody wants to see.
create table events.choice (
  attendee_id uuid not null references events.attendee on delete cascade,
  session_id uuid not null references events.session on delete cascade,
  seated boolean not null default false,
  primary key (attendee_id, session_id)
);
create index choice_session on events.choice (session_id);

-- What was asked for beside a form that is held back until somebody has looked at it.
create table events.wish (
  submission_id uuid primary key,
  event_id uuid not null references events.event on delete cascade,
  language text not null check (language in ('zh-CN', 'en')),
  sessions uuid[] not null,
  wished_at timestamptz not null
);
create index wish_event on events.wish (event_id);

-- Somebody came through the door. The id is the device's own, so that sending again changes nothing.
create table events.check_in (
  id uuid primary key,
  event_id uuid not null references events.event on delete cascade,
  attendee_id uuid not null references events.attendee on delete cascade,
  way text not null check (way in ('scan', 'search', 'walk_in', 'file')),
  import_id uuid,
  at timestamptz not null,
  by_name text not null,
  received_at timestamptz not null,
  undone_at timestamptz,
  undone_by text
);
create unique index check_in_once on events.check_in (attendee_id) where undone_at is null;
create index check_in_event on events.check_in (event_id, at desc);
create index check_in_import on events.check_in (import_id) where import_id is not null;

-- A stretch of time that a meeting's report says somebody was there; whose it was, as far as is known.
create table events.presence (
  id uuid primary key,
  event_id uuid not null references events.event on delete cascade,
  import_id uuid,
  -- the same line of the same report again
  line_key text not null,
  attendee_id uuid references events.attendee on delete cascade,
  kind text not null check (kind in ('live', 'replay')),
  name text,
  phone text,
  email text,
  company text,
  joined_at timestamptz,
  left_at timestamptz,
  seconds int not null check (seconds >= 0),
  -- a person said whose it is
  assigned_by text,
  created_at timestamptz not null,
  constraint presence_line unique (event_id, kind, line_key),
  constraint presence_time check (left_at is null or joined_at is null or left_at >= joined_at)
);
create index presence_attendee on events.presence (attendee_id) where attendee_id is not null;
create index presence_unmatched on events.presence (event_id, created_at) where attendee_id is null;
create index presence_import on events.presence (import_id) where import_id is not null;
