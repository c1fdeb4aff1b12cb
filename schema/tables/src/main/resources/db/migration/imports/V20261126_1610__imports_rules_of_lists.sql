-- Rows that wait for a decision, rows left out by a rule, and rows that came in with a remark.
alter table imports.import_batch
  add column waiting_rows bigint not null default 0,
  add column left_out_rows bigint not null default 0,
  add column remarked_rows bigint not null default 0;
