-- What a message is about, and whether its reader followed the link in it.
alter table messaging.message
  add column about uuid,
  -- the name under which the link in it knows its reader; without one nobody can tell
  add column sending text check (length(sending) between 1 and 100),
  add column clicked_at timestamptz,
  add column clicks int not null default 0,
  add constraint message_clicked check ((clicked_at is null) = (clicks = 0)),
  add constraint message_clickable check (clicked_at is null or sending is not null);
create index message_about on messaging.message (about) where about is not null;
create index message_of_sending on messaging.message (sending, person_id) where sending is not null;
create index message_clicked on messaging.message (created_at desc, id desc)
  where clicked_at is not null;
create index message_of_purpose on messaging.message (purpose, created_at desc, id desc);
