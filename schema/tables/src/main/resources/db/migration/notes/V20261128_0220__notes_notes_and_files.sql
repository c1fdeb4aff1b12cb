-- What people write down about a lead or a company, and what they put beside it. They hang on the lead or the
-- company they were written at; whoever reads follows merges, so that an unmerge has nothing to put back.
create schema notes;

create table notes.note (
  id uuid primary key,
  lead_id uuid,
  company_id uuid,
  body text not null check (length(body) between 1 and 10000),
  pinned boolean not null default false,
  author_id uuid references workspace.member,
  author_name text not null,
  written_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  deleted_by uuid references workspace.member,
  check (num_nonnulls(lead_id, company_id) = 1)
);
create index note_lead on notes.note (lead_id, written_at desc) where lead_id is not null;
create index note_company on notes.note (company_id, written_at desc) where company_id is not null;

create table notes.file (
  id uuid primary key,
  lead_id uuid,
  company_id uuid,
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  author_id uuid references workspace.member,
  author_name text not null,
  uploaded_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by uuid references workspace.member,
  check (num_nonnulls(lead_id, company_id) = 1)
);
create index file_lead on notes.file (lead_id, uploaded_at desc) where lead_id is not null;
create index file_company on notes.file (company_id, uploaded_at desc) where company_id is not null;
create index file_content on notes.file (sha256);
