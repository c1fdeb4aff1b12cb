-- Whom the workspace knows and does not sell to: competitors, peers, and whoever is not to be contacted.
create table leads.known_party (
  id uuid primary key,
  kind text not null check (kind in ('competitor', 'peer', 'blocked')),
  what text not null check (what in ('company', 'domain', 'phone', 'email')),
  -- as somebody wrote it, and folded as it is compared
  value text not null check (length(btrim(value)) between 1 and 200),
  value_key text not null,
  note text check (length(note) <= 500),
  added_by uuid,
  added_by_name text,
  added_at timestamptz not null,
  unique (what, value_key)
);

-- What the duplicate check said as the lead came in; nothing where it was simply new.
alter table leads.lead
  add column verdict text check (verdict in ('customer', 'opportunity', 'competitor', 'peer', 'blocked')),
  add column verdict_detail jsonb;
create index lead_verdict on leads.lead (verdict, first_contact_at desc, id desc) where verdict is not null;

-- Whose mailboxes end alike work at one company.
create index identifier_domain on leads.identifier (split_part(value, '@', 2)) where kind = 'email';
