-- From the opportunity over the proof of concept to the contract. Money is in fen.
create schema deals;

create table deals.opportunity (
  id uuid primary key,
  lead_id uuid not null references leads.lead,
  company_id uuid references leads.company,
  name text not null,
  stage text not null check (stage in ('open', 'poc', 'won', 'lost')),
  amount_fen bigint,
  product text,
  owner_id uuid references workspace.member,
  loss_reason text,
  competitor text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  source text not null default 'manual',
  source_key text,
  content_hash bytea,
  import_id uuid,
  created_at timestamptz not null default now()
);
create unique index opportunity_source_key on deals.opportunity (source, source_key) where source_key is not null;
create index opportunity_lead on deals.opportunity (lead_id);
create index opportunity_company on deals.opportunity (company_id);
create index opportunity_import on deals.opportunity (import_id) where import_id is not null;
create index opportunity_owner on deals.opportunity (owner_id);

create table deals.poc (
  id uuid primary key,
  opportunity_id uuid not null references deals.opportunity on delete cascade,
  started_at timestamptz not null,
  ended_at timestamptz,
  result text check (result in ('passed', 'failed')),
  failure_reason text
);
create index poc_opportunity on deals.poc (opportunity_id);

create table deals.contract (
  id uuid primary key,
  opportunity_id uuid not null references deals.opportunity on delete cascade,
  lead_id uuid not null references leads.lead,
  company_id uuid references leads.company,
  number text,
  signed_at timestamptz not null,
  amount_fen bigint not null,
  arr_fen bigint,
  product text,
  starts_on date,
  ends_on date,
  import_id uuid,
  created_at timestamptz not null default now()
);
create index contract_opportunity on deals.contract (opportunity_id);
create index contract_lead on deals.contract (lead_id);
create index contract_company on deals.contract (company_id);
create index contract_signed on deals.contract (signed_at);
create index contract_import on deals.contract (import_id) where import_id is not null;

-- What a re-import replaced, so that its undo can put it back.
create table deals.replaced (
  import_id uuid not null,
  opportunity_id uuid not null references deals.opportunity on delete cascade,
  before jsonb not null,
  primary key (import_id, opportunity_id)
);
