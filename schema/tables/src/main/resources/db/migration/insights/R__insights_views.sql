-- What reports may read of other modules, declared once: PostgreSQL refuses to drop a column that a
-- report still needs.
create schema if not exists insights;

-- When each month from 1900 to 2100 begins in Asia/Shanghai. width_bucket finds the number of a
-- moment's month in it several times faster than a calendar does.
create or replace function insights.months() returns timestamptz[] language sql stable as $$
  select array_agg(month at time zone 'Asia/Shanghai' order by month)
  from generate_series(timestamp '1900-01-01', timestamp '2100-12-01', interval '1 month') month
$$;

drop view if exists insights.lead_fact;
drop view if exists insights.contract_fact;
drop view if exists insights.customer_fact;
drop view if exists insights.spend_fact;
drop view if exists insights.channel_dim;
drop view if exists insights.campaign_dim;
drop view if exists insights.member_dim;
drop view if exists insights.person_dim;
drop view if exists insights.department_dim;
drop view if exists insights.item_dim;
drop view if exists insights.item_readership;
drop view if exists insights.item_view;
drop view if exists insights.item_deed;
drop view if exists insights.item_registration;
drop view if exists insights.item_spelling;
drop view if exists insights.touch_fact;

create view insights.channel_dim as
with recursive tree as (
  select id, parent_id, name, frame, source_class, archived, id as root_id, name as root_name, name as path
  from campaigns.channel
  where parent_id is null
  union all
  select c.id, c.parent_id, c.name, c.frame, c.source_class, c.archived, t.root_id, t.root_name, t.path || ' › ' || c.name
  from campaigns.channel c
  join tree t on t.id = c.parent_id
)
select id as channel_id, parent_id, name, frame, source_class, archived, root_id, root_name, path
from tree;

create view insights.campaign_dim as
select id as campaign_id, name, kind, channel_id
from campaigns.campaign;

create view insights.member_dim as
select id as member_id, name, role
from workspace.member;

create view insights.person_dim as
select id as person_id, name
from leads.person;

create view insights.department_dim as
select id as department_id, name
from workspace.department;

-- Who wrote an item is who its page names now: a correction of the author corrects what it brought.
-- A guest has no account and goes by name.
create view insights.item_dim as
select
  id as item_id,
  title,
  coalesce(author_id::text, guest_name) as author,
  department_id,
  published_at
from content.item;

-- The words that name an item: every title it has had, in every spelling.
create view insights.item_spelling as
select s.spelling, t.item_id
from content.spelling s
join content.title t on t.title_key = s.title_key;

-- How items were read, for all times, under all titles they have had.
create view insights.item_readership as
select t.item_id, r.views, r.visitors, r.dwell_ms, r.ends, r.shares, r.downloads
from insights.item_spelling t
join collect.readership r on r.content = t.spelling;

-- The same one by one, as far back as visits are kept.
create view insights.item_view as
select t.item_id, v.visitor_id, p.happened_at, p.dwell_ms
from collect.visit_page p
join collect.visit v on v.id = p.visit_id
join insights.item_spelling t on t.spelling = p.content
where p.content is not null and p.url is not null;

create view insights.item_deed as
select t.item_id, a.happened_at, a.name
from collect.action a
join insights.item_spelling t on t.spelling = a.content
where a.content is not null and a.name in ('read_end', 'share', 'content_download');

create view insights.item_registration as
select submission_id, item_id, registered_at
from content.registration;

-- One row per touch that stands. Those of people without an open lead have no lead yet.
create view insights.touch_fact as
select
  t.id as touch_id,
  t.person_id,
  t.lead_id,
  coalesce(nullif(btrim(t.scene), ''), 'unknown') as scene,
  t.channel_id,
  c.frame,
  c.source_class,
  t.campaign_id,
  nullif(btrim(t.content), '') as content,
  t.keyword,
  t.detail,
  t.happened_at
from leads.touch t
left join campaigns.channel c on c.id = t.channel_id
where t.withdrawn_at is null;

-- One row per lead. own_… is when the lead entered a stage by itself. …_at is when it counts as
-- having entered: a skipped stage takes the time of the next later one, as rates would exceed 1
-- otherwise; own_… is null then, and the entry is called implied. Days run between own times only.
create view insights.lead_fact as
select
  l.id as lead_id,
  l.person_id,
  l.company_id,
  l.channel_id,
  c.frame,
  coalesce(l.source_class, c.source_class) as source_class,
  l.campaign_id,
  nullif(btrim(l.content), '') as content,
  i.id as item_id,
  coalesce(i.author_id::text, i.guest_name) as author,
  i.department_id,
  -- search engines know no upper case; plans and units are names and stay as they are
  nullif(btrim(l.plan), '') as plan,
  nullif(btrim(l.unit), '') as unit,
  nullif(lower(btrim(l.keyword)), '') as keyword,
  nullif(btrim(l.industry), '') as industry,
  nullif(btrim(l.province), '') as province,
  l.owner_id,
  l.sdr_id,
  l.stage,
  l.marks,
  l.earliest_at,
  l.latest_at,
  l.first_contact_at,
  l.lead_at as own_lead_at,
  l.mql_at as own_mql_at,
  l.sal_at as own_sal_at,
  l.sql_at as own_sql_at,
  l.opportunity_at as own_opportunity_at,
  l.poc_at as own_poc_at,
  l.won_at as own_won_at,
  l.reached_lead_at as lead_at,
  l.reached_mql_at as mql_at,
  l.reached_sal_at as sal_at,
  l.reached_sql_at as sql_at,
  l.reached_opportunity_at as opportunity_at,
  l.reached_poc_at as poc_at,
  l.won_at,
  l.lost_at,
  date_part('epoch', l.lead_at - l.first_contact_at) / 86400 as days_contact_lead,
  date_part('epoch', l.mql_at - l.first_contact_at) / 86400 as days_contact_mql,
  date_part('epoch', l.sal_at - l.first_contact_at) / 86400 as days_contact_sal,
  date_part('epoch', l.sql_at - l.first_contact_at) / 86400 as days_contact_sql,
  date_part('epoch', l.opportunity_at - l.first_contact_at) / 86400 as days_contact_opportunity,
  date_part('epoch', l.poc_at - l.first_contact_at) / 86400 as days_contact_poc,
  date_part('epoch', l.won_at - l.first_contact_at) / 86400 as days_contact_won,
  date_part('epoch', l.mql_at - l.lead_at) / 86400 as days_lead_mql,
  date_part('epoch', l.sal_at - l.mql_at) / 86400 as days_mql_sal,
  date_part('epoch', l.sql_at - l.sal_at) / 86400 as days_sal_sql,
  date_part('epoch', l.opportunity_at - l.sql_at) / 86400 as days_sql_opportunity,
  date_part('epoch', l.poc_at - l.opportunity_at) / 86400 as days_opportunity_poc,
  date_part('epoch', l.won_at - l.poc_at) / 86400 as days_poc_won
from leads.lead l
left join campaigns.channel c on c.id = l.channel_id
-- all three are passed over by whoever asks for no author
left join content.spelling s on s.spelling = nullif(btrim(l.content), '')
left join content.title w on w.title_key = s.title_key
left join content.item i on i.id = w.item_id;

create view insights.contract_fact as
select
  id as contract_id,
  lead_id,
  amount_fen,
  signed_at
from deals.contract;

-- One row per customer: the contract that was signed first. A customer is the company, or the
-- person where no company is known.
create view insights.customer_fact as
select distinct on (coalesce(k.company_id, l.company_id, l.person_id))
  k.id as contract_id,
  k.lead_id,
  k.signed_at
from deals.contract k
join leads.lead l on l.id = k.lead_id
order by coalesce(k.company_id, l.company_id, l.person_id), k.signed_at, k.id;

-- What was spent on each day.
create view insights.spend_fact as
select
  d.spend_id,
  d.day,
  to_char(d.day, 'YYYY-MM') as month,
  s.channel_id,
  c.frame,
  c.source_class,
  s.campaign_id,
  nullif(btrim(s.plan), '') as plan,
  nullif(btrim(s.unit), '') as unit,
  nullif(lower(btrim(s.keyword)), '') as keyword,
  d.amount_fen,
  d.impressions,
  d.clicks
from campaigns.spend_day d
join campaigns.spend s on s.id = d.spend_id
left join campaigns.channel c on c.id = s.channel_id;
