-- All leads of all times, counted as they change: a cockpit over a million leads adds up some
-- thousand rows here instead of reading every lead. Each statement that changes leads appends what
-- it changed, in its own transaction and without waiting for anybody; now and then the rows are
-- folded into one for each key. A sum over the rows is exact at any moment (docs/adr).
create schema if not exists insights;

create table insights.lead_tally (
  -- what the row counts by: channel and source class, campaign, or the month a stage was reached
  cut text not null check (cut in ('origin', 'campaign', 'entry')),
  channel_id uuid,
  source_class text,
  campaign_id uuid,
  stage smallint,
  month date,
  marks int not null,
  leads bigint not null
);

-- The rows that one lead counts in. Months are those of Asia/Shanghai, stages run as in the funnel.
create function insights.tally_rows(
  channel_id uuid, source_class text, campaign_id uuid, marks int, lead_at timestamptz, mql_at timestamptz,
  sal_at timestamptz, sql_at timestamptz, opportunity_at timestamptz, poc_at timestamptz, won_at timestamptz)
returns table (cut text, by_channel uuid, by_class text, by_campaign uuid, stage smallint, month date, by_marks int)
language sql immutable as $$
  select 'origin', channel_id, source_class, null::uuid, null::smallint, null::date, marks
  union all
  select 'campaign', null, null, campaign_id, null, null, marks
  union all
  select 'entry', null, null, null, entry.stage::smallint,
    date_trunc('month', entry.at at time zone 'Asia/Shanghai')::date, marks
  from (
    values (0, lead_at), (1, mql_at), (2, sal_at), (3, sql_at), (4, opportunity_at), (5, poc_at), (6, won_at)
  ) entry (stage, at)
  where entry.at is not null
$$;

create function insights.tally_leads() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into insights.lead_tally
    select r.*, count(*)
    from arrived l
    cross join lateral insights.tally_rows(
      l.channel_id, l.source_class, l.campaign_id, l.marks, l.reached_lead_at, l.reached_mql_at, l.reached_sal_at,
      l.reached_sql_at, l.reached_opportunity_at, l.reached_poc_at, l.won_at) r
    group by 1, 2, 3, 4, 5, 6, 7;
  elsif tg_op = 'DELETE' then
    insert into insights.lead_tally
    select r.*, -count(*)
    from gone l
    cross join lateral insights.tally_rows(
      l.channel_id, l.source_class, l.campaign_id, l.marks, l.reached_lead_at, l.reached_mql_at, l.reached_sal_at,
      l.reached_sql_at, l.reached_opportunity_at, l.reached_poc_at, l.won_at) r
    group by 1, 2, 3, 4, 5, 6, 7;
  else
    insert into insights.lead_tally
    select r.*, sum(l.leads)
    from (
      select 1 as leads, channel_id, source_class, campaign_id, marks, reached_lead_at, reached_mql_at, reached_sal_at,
        reached_sql_at, reached_opportunity_at, reached_poc_at, won_at
      from arrived
      union all
      select -1, channel_id, source_class, campaign_id, marks, reached_lead_at, reached_mql_at, reached_sal_at,
        reached_sql_at, reached_opportunity_at, reached_poc_at, won_at
      from gone
    ) l
    cross join lateral insights.tally_rows(
      l.channel_id, l.source_class, l.campaign_id, l.marks, l.reached_lead_at, l.reached_mql_at, l.reached_sal_at,
      l.reached_sql_at, l.reached_opportunity_at, l.reached_poc_at, l.won_at) r
    group by 1, 2, 3, 4, 5, 6, 7
    having sum(l.leads) <> 0;
  end if;
  return null;
end
$$;

-- Whoever takes rows away waits for others who do: rows that were folded meanwhile would be missed
-- under the keys they had, and counted twice or for ever. Those who append never come here.
create function insights.take_turn_with_tally() returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('insights.lead_tally', 0))
$$;

create function insights.forget_leads() returns trigger language plpgsql as $$
begin
  perform insights.take_turn_with_tally();
  delete from insights.lead_tally;
  return null;
end
$$;

create trigger tally_arrived after insert on leads.lead
referencing new table as arrived for each statement execute function insights.tally_leads();
create trigger tally_gone after delete on leads.lead
referencing old table as gone for each statement execute function insights.tally_leads();
create trigger tally_changed after update on leads.lead
referencing old table as gone new table as arrived for each statement execute function insights.tally_leads();
create trigger tally_emptied after truncate on leads.lead
for each statement execute function insights.forget_leads();

-- One row for each key. Rows that others are writing meanwhile are not seen, and stay.
create function insights.fold_lead_tally() returns void language sql as $$
  select insights.take_turn_with_tally();
  with folded as (delete from insights.lead_tally returning *)
  insert into insights.lead_tally
  select cut, channel_id, source_class, campaign_id, stage, month, marks, sum(leads)
  from folded
  group by 1, 2, 3, 4, 5, 6, 7
  having sum(leads) <> 0
$$;

-- Counts anew: for the leads that are here already, and after rows came in past the triggers.
create function insights.recount_leads() returns void language sql as $$
  select insights.take_turn_with_tally();
  with forgotten as (delete from insights.lead_tally)
  insert into insights.lead_tally
  select r.*, count(*)
  from leads.lead l
  cross join lateral insights.tally_rows(
    l.channel_id, l.source_class, l.campaign_id, l.marks, l.reached_lead_at, l.reached_mql_at, l.reached_sal_at,
    l.reached_sql_at, l.reached_opportunity_at, l.reached_poc_at, l.won_at) r
  group by 1, 2, 3, 4, 5, 6, 7
$$;

select insights.recount_leads();
