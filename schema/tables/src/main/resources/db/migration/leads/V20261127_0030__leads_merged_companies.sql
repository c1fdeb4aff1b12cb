-- Two companies that are one in two spellings. The merged one stays as a signpost: whoever names it from
-- then on names the other.
create table leads.company_merge (
  id uuid primary key,
  survivor_id uuid not null references leads.company on delete cascade,
  merged_id uuid not null references leads.company on delete cascade,
  merged_at timestamptz not null,
  merged_by uuid,
  merged_by_name text,
  undone_at timestamptz,
  undone_by uuid,
  undone_by_name text
);
create unique index company_merge_merged on leads.company_merge (merged_id) where undone_at is null;
create index company_merge_survivor on leads.company_merge (survivor_id) where undone_at is null;

alter table leads.company
  drop constraint company_redirect_to_fkey,
  add constraint company_redirect_to_fkey foreign key (redirect_to) references leads.company on delete cascade;
create index company_redirected_key on leads.company (name_key) where redirect_to is not null;
