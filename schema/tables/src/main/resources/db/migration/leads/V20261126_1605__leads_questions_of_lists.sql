-- Rows of a list that wait for somebody's word: the row as it was read, so that nothing of it is lost.
create table leads.list_question (
  id uuid primary key,
  import_id uuid not null,
  row_number bigint not null,
  source text not null,
  source_key text not null,
  content_hash bytea not null,
  -- the case it was when it was read
  list_case text not null check (list_case in ('new', 'same', 'changed', 'taken')),
  told jsonb not null,
  -- a salesperson talked to them on site: there is a call waiting for the answer
  talked boolean not null,
  asked_at timestamptz not null,
  decision text check (decision in ('keep', 'overwrite', 'add', 'skip')),
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  check ((decision is null) = (decided_at is null)),
  -- The same row again asks nothing new, whether it was answered or not.
  unique (source, source_key, content_hash)
);
create index list_question_import on leads.list_question (import_id, talked desc, row_number) where decision is null;
create index list_question_decided on leads.list_question (import_id) where decision is not null;
