-- The row whose cells name the columns; reports have lines above it. Null in imports of former releases: it is found anew.
alter table imports.import_batch add column header_row bigint check (header_row > 0);
