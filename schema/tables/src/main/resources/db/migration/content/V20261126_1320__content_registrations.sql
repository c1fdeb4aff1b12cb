-- Signs the addresses of gated files and what a reader's cookie says.
create table content.signing_key (
  only_row boolean primary key default true check (only_row),
  key bytea not null
);

-- Somebody filled a form on an item's page: the browser that did holds a pass for that form.
create table content.registration (
  submission_id uuid primary key,
  form_id uuid not null,
  item_id uuid not null references content.item on delete cascade,
  holder uuid not null,
  person_id uuid,
  lead_id uuid,
  registered_at timestamptz not null
);
create index registration_holder on content.registration (holder, form_id);
create index registration_item on content.registration (item_id, registered_at desc);
