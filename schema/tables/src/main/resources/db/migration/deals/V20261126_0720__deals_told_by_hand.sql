-- What people type about deals. A change by hand is kept and taken back as one of a file is: its id
-- stands where the id of an import stands.
alter table deals.opportunity
  -- the import or the change by hand that wrote what stands here
  add column change_id uuid,
  -- a person's word stands before a file's: later files leave the deal alone
  add column edited_at timestamptz,
  add column removed_at timestamptz;
update deals.opportunity set change_id = import_id;

create table deals.hand_change (
  id uuid primary key,
  opportunity_id uuid not null references deals.opportunity on delete cascade,
  actor_id uuid,
  made_at timestamptz not null
);
create index hand_change_opportunity on deals.hand_change (opportunity_id);
