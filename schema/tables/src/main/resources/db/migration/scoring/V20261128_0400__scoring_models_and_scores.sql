-- How good a lead is, by rules that marketing keeps.
create schema scoring;

-- A model of a business line; '' is that of all lines without one of their own. The draft of a line has no
-- version. Version 0 ships with the product and has no row.
create table scoring.model (
  id uuid primary key,
  business_line text not null,
  version int check (version > 0),
  definition jsonb not null,
  -- counts the changes of a draft: nobody overwrites what another has just written
  revision int not null,
  note text,
  changed_at timestamptz not null,
  changed_by text not null,
  published_at timestamptz,
  check ((version is null) = (published_at is null))
);
create unique index model_version on scoring.model (business_line, version) where version is not null;
create unique index model_draft on scoring.model (business_line) where version is null;

-- What was published never changes: scores say by which version they were given.
create function scoring.keep_published() returns trigger language plpgsql as $$
begin
  if old.version is not null and new is distinct from old then
    raise exception 'A published scoring model does not change';
  end if;
  return new;
end $$;
create trigger published_model_stays before update on scoring.model
  for each row execute function scoring.keep_published();

create table scoring.active (
  business_line text primary key,
  model_id uuid not null references scoring.model,
  since timestamptz not null,
  published_by text not null
);
create index active_model on scoring.active (model_id);

-- One row per lead, written only where something about it changed: what fades is kept as a mass, see
-- kernel.rules.Fading. No foreign key to the lead: scores follow behind it.
create table scoring.score (
  lead_id uuid primary key,
  business_line text not null,
  model_version int not null,
  fit int not null,
  engagement_mass double precision not null,
  half_life_seconds bigint not null,
  grade text not null,
  route text not null check (route in ('premium', 'sdr', 'incubation', 'none')),
  scored_at timestamptz not null
);
create index score_grade on scoring.score (grade);
create index score_route on scoring.score (route);

-- Every change of a grade or a route, in order.
create table scoring.grade_change (
  id bigint generated always as identity primary key,
  lead_id uuid not null,
  from_grade text,
  to_grade text not null,
  from_route text,
  to_route text not null,
  model_version int not null,
  why text not null check (why in ('first', 'model', 'fit', 'deed', 'time')),
  changed_at timestamptz not null
);
create index grade_change_lead on scoring.grade_change (lead_id, id desc);
create index grade_change_route on scoring.grade_change (to_route, id desc) where from_route is distinct from to_route;

-- What a draft would change, looked for behind the request.
create table scoring.simulation (
  id uuid primary key,
  business_line text not null,
  revision int not null,
  state text not null check (state in ('running', 'done', 'cancelled', 'failed')),
  looked int not null default 0,
  total int,
  leads int,
  result jsonb,
  started_at timestamptz not null,
  started_by text not null,
  -- one that stands still for long has lost its server
  alive_at timestamptz not null
);
create unique index simulation_running on scoring.simulation (business_line) where state = 'running';
create index simulation_latest on scoring.simulation (business_line, started_at desc);

-- Who was in the pool before is scored as well.
insert into rules.stirred (lead_id) select id from leads.lead;
