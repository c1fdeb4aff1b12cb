-- What was sent to whom with a link: a list made for a tool outside, or mails that left by our outbox.
create table links.sending (
  id uuid primary key,
  link_id uuid not null references links.link on delete cascade,
  -- the name under which the readers' links know it; see links.bearer
  message text not null check (length(message) between 1 and 100),
  kind text not null check (kind in ('list', 'mail')),
  name text not null check (length(btrim(name)) between 1 and 100),
  -- by which way it reaches its readers; who can't be reached by it is left out
  way text not null check (way in ('sms', 'mail', 'other')),
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  constraint sending_once unique (link_id, message)
);
create index sending_of_link on links.sending (link_id, created_at desc, id desc);

-- Who was chosen and got no link, and why.
create table links.left_out (
  sending_id uuid not null references links.sending on delete cascade,
  person_id uuid not null,
  reason text not null
    check (reason in ('no_phone', 'not_mobile', 'no_email', 'unsubscribed', 'same_address')),
  primary key (sending_id, person_id)
);

-- The readers of a sending, those who opened it first.
create index bearer_of_message on links.bearer (link_id, message, opened_at desc nulls last, id);
drop index links.bearer_link;

-- A link that another part of the house keeps for itself, by the name it gave it.
alter table links.link add column kept_for text unique check (length(kept_for) between 1 and 100);
