-- Files on their way into the system. The file itself lies in the data folder; rows_done moves in
-- the same transaction as the rows' effects, so a killed import goes on where it was.
create schema imports;

create table imports.import_batch (
  id uuid primary key,
  kind text not null check (length(kind) between 1 and 40),
  file_name text not null,
  size_bytes bigint not null,
  sha256 bytea not null,
  format text not null check (format in ('csv', 'xlsx')),
  encoding text,
  delimiter text,
  sheet text,
  sheets jsonb not null default '[]',
  headers jsonb not null default '[]',
  mapping jsonb not null default '{}',
  remembered_name text,
  remembered_at timestamptz,
  status text not null check (status in ('mapping', 'checking', 'checked', 'committing', 'stopped', 'cancelled', 'done', 'failed', 'undoing', 'undone', 'partly_undone')),
  cancel_asked boolean not null default false,
  rows_total bigint,
  rows_done bigint not null default 0,
  -- where the present work began: the rate counts from there
  rows_at_start bigint not null default 0,
  new_rows bigint not null default 0,
  changed_rows bigint not null default 0,
  same_rows bigint not null default 0,
  bad_rows bigint not null default 0,
  check_result jsonb,
  undo_result jsonb,
  error jsonb,
  created_by uuid,
  created_by_name text not null,
  -- on whose behalf rows are written: whoever asked for the work last
  acting_kind text not null,
  acting_id uuid,
  acting_name text not null,
  created_at timestamptz not null default now(),
  work_started_at timestamptz,
  finished_at timestamptz
);
create index import_batch_created on imports.import_batch (created_at desc, id);
create index import_batch_working on imports.import_batch (status) where status in ('checking', 'committing', 'undoing');

create table imports.bad_row (
  import_id uuid not null references imports.import_batch on delete cascade,
  row_number bigint not null,
  problems jsonb not null,
  cells jsonb not null,
  primary key (import_id, row_number)
);

create table imports.remembered_mapping (
  kind text not null,
  -- the header names of a file, folded: the same report next month finds its mapping
  header_key bytea not null,
  mapping jsonb not null,
  file_name text not null,
  used_at timestamptz not null,
  used_by uuid,
  primary key (kind, header_key)
);
