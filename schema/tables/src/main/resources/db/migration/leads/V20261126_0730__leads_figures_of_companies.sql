-- What the leads of each company amount to, so that the list of companies can be read in the order of it.
-- The figures follow the leads in the same transaction, whoever writes them: nobody has to think of it.
create table leads.company_figures (
  company_id uuid primary key references leads.company on delete cascade,
  leads bigint not null default 0,
  revenue_fen bigint not null default 0,
  -- the epoch where there is no lead
  last_touch_at timestamptz not null default 'epoch'
);
insert into leads.company_figures
select c.id, count(l.id), coalesce(sum(l.revenue_fen), 0), coalesce(max(l.last_touch_at), 'epoch')
from leads.company c left join leads.lead l on l.company_id = c.id
group by c.id;
create index company_figures_leads on leads.company_figures (leads, company_id);
create index company_figures_revenue on leads.company_figures (revenue_fen, company_id);
create index company_figures_touch on leads.company_figures (last_touch_at, company_id);

drop index leads.company_created;
create index company_created on leads.company (created_at, id) where redirect_to is null;
-- names of Chinese companies are looked up by their pinyin
create index company_by_name on leads.company (name collate "zh-x-icu", id) where redirect_to is null;

-- The plans of these functions are kept: one made for a single lead must do for a whole file as well, so
-- figures are always found by their key.
create function leads.begin_figures() returns trigger language plpgsql as $$
begin
  insert into leads.company_figures (company_id) select id from fresh;
  return null;
end $$;

create function leads.add_to_figures() returns trigger language plpgsql
set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  update leads.company_figures f
  set leads = f.leads + d.leads,
      revenue_fen = f.revenue_fen + d.revenue,
      last_touch_at = greatest(f.last_touch_at, d.touched)
  from (
    select company_id, count(*) as leads, sum(revenue_fen) as revenue, max(last_touch_at) as touched
    from fresh where company_id is not null group by company_id
  ) d
  where f.company_id = d.company_id;
  return null;
end $$;

create function leads.take_from_figures() returns trigger language plpgsql
set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  update leads.company_figures f
  set leads = f.leads - d.leads, revenue_fen = f.revenue_fen - d.revenue
  from (
    select company_id, count(*) as leads, sum(revenue_fen) as revenue
    from gone where company_id is not null group by company_id
  ) d
  where f.company_id = d.company_id;
  perform leads.find_last_touch(array(
    select distinct f.company_id
    from gone g join leads.company_figures f on f.company_id = g.company_id and f.last_touch_at = g.last_touch_at
  ));
  return null;
end $$;

create function leads.change_figures() returns trigger language plpgsql
set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  update leads.company_figures f
  set leads = f.leads + d.leads,
      revenue_fen = f.revenue_fen + d.revenue,
      last_touch_at = greatest(f.last_touch_at, d.touched)
  from (
    select company_id, sum(sign) as leads, sum(sign * revenue_fen) as revenue,
           max(last_touch_at) filter (where sign = 1) as touched
    from (
      select company_id, revenue_fen, last_touch_at, 1 as sign from fresh
      union all
      select company_id, revenue_fen, last_touch_at, -1 from gone
    ) both_ways
    where company_id is not null
    group by company_id
  ) d
  where f.company_id = d.company_id and (d.leads <> 0 or d.revenue <> 0 or f.last_touch_at < d.touched);
  perform leads.find_last_touch(array(
    select distinct f.company_id
    from (
      select id, company_id, last_touch_at from gone
      except
      select id, company_id, last_touch_at from fresh
    ) g join leads.company_figures f on f.company_id = g.company_id and f.last_touch_at = g.last_touch_at
  ));
  return null;
end $$;

-- The latest touch was the one that went.
create function leads.find_last_touch(companies uuid[]) returns void language plpgsql
set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if cardinality(companies) > 0 then
    update leads.company_figures f
    set last_touch_at = coalesce(
      (select max(l.last_touch_at) from leads.lead l where l.company_id = f.company_id), 'epoch')
    where f.company_id = any (companies);
  end if;
end $$;

create trigger company_has_figures after insert on leads.company
  referencing new table as fresh for each statement execute function leads.begin_figures();
create trigger lead_adds after insert on leads.lead
  referencing new table as fresh for each statement execute function leads.add_to_figures();
create trigger lead_goes after delete on leads.lead
  referencing old table as gone for each statement execute function leads.take_from_figures();
create trigger lead_changes after update on leads.lead
  referencing old table as gone new table as fresh for each statement execute function leads.change_figures();
