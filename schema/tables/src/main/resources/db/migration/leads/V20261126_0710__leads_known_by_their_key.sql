-- The key its source gave a lead: what a lead is called that has no name, and what it is found by.
-- Of its records one at most came with a key of its own; keys made of the content begin with made:.
alter table leads.lead add column source_key text;

update leads.lead l
set source_key = r.source_key
from leads.link k
join leads.source_record r on r.id = k.record_id
where k.lead_id = l.id
  and k.superseded_at is null
  and r.rank = 10
  and r.source_key not like 'made:%';

create index lead_source_key on leads.lead (source_key) where source_key is not null;
