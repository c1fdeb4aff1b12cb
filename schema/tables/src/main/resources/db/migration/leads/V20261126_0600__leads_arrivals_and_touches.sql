-- Leads that come in by themselves: verified identifiers in their records, touches told again and
-- again as a visit goes on, and the search words a lead came by.
alter table leads.source_record add column identities jsonb;

alter table leads.lead
  add column plan text,
  add column unit text,
  add column keyword text;
create index lead_keyword on leads.lead (keyword, first_contact_at desc) where keyword is not null;

-- A touch without a record of its own is known by its key: telling it again changes it, never doubles it.
alter table leads.touch
  add column touch_key text,
  add column detail jsonb;
create unique index touch_key on leads.touch (touch_key) where touch_key is not null;
-- Touches of people who had no open lead wait for the next one.
create index touch_waiting on leads.touch (person_id) where lead_id is null;
