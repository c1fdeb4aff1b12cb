-- Somebody who was erased stays as nobody: leads, stages and touches go on counting.
alter table leads.person add column erased_at timestamptz;
create index source_record_of_row on leads.source_record (import_id, row_number) where import_id is not null;
