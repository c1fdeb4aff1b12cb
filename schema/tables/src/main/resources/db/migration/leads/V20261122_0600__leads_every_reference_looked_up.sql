-- Deleting a row asks each table that refers to it whether it still does. Without an index over all
-- rows each asking reads the whole table, and taking back a large import never ends.
drop index leads.link_person;
drop index leads.link_lead;
create index link_person on leads.link (person_id);
create index link_lead on leads.link (lead_id);
create index link_record on leads.link (record_id);
create index company_redirect on leads.company (redirect_to) where redirect_to is not null;
create index person_redirect on leads.person (redirect_to) where redirect_to is not null;
create index removed_tag_person on leads.removed_tag (person_id);
