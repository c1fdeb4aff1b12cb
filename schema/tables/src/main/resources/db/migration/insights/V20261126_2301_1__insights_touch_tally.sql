-- Touches of all times, counted as they change: a report over ten million touches adds up some hundred
-- rows here. People and leads cannot be added up over days, but over people and leads they can: what
-- each of them counts for depends on its own touches only. So triggers mark what changed, with how it
-- was, and count_touches() takes from the figures what the marked people and leads counted for, and
-- adds what they count for now (docs/adr/0020).
create table insights.touch_tally (
  -- scene, frame, channel, campaign, content, or all; a key is empty where there is none
  cut text not null,
  key text not null,
  touches bigint not null,
  people bigint not null,
  leads bigint not null,
  mql bigint not null,
  opportunity bigint not null,
  won bigint not null,
  revenue_fen bigint not null,
  first bigint not null,
  last_before_mql bigint not null,
  last_before_contract bigint not null,
  primary key (cut, key)
);

-- How things were before a change that is not counted yet. Of several marks of one thing the first says
-- what was counted: whoever changes it next waits for its row, so they are numbered in that order.
create table insights.touch_change (
  seq bigint generated always as identity,
  touch_id uuid not null,
  person_id uuid,
  lead_id uuid,
  scene text,
  channel_id uuid,
  campaign_id uuid,
  content text,
  -- null where there was no such touch
  happened_at timestamptz
);
create table insights.lead_change (
  seq bigint generated always as identity,
  lead_id uuid not null,
  mql_at timestamptz,
  opportunity_at timestamptz
);
create table insights.contract_change (
  seq bigint generated always as identity,
  contract_id uuid not null,
  -- null where there was no such contract
  lead_id uuid,
  amount_fen bigint,
  signed_at timestamptz
);

-- Wishes to count everything anew: the figures do not hold while there is one.
create table insights.touch_recount (
  wished_at timestamptz not null default now()
);

create function insights.mark_touches() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into insights.touch_change (touch_id)
    select id from arrived where withdrawn_at is null;
  elsif tg_op = 'DELETE' then
    insert into insights.touch_change
      (touch_id, person_id, lead_id, scene, channel_id, campaign_id, content, happened_at)
    select id, person_id, lead_id, scene, channel_id, campaign_id, content, happened_at
    from gone where withdrawn_at is null;
  else
    insert into insights.touch_change
      (touch_id, person_id, lead_id, scene, channel_id, campaign_id, content, happened_at)
    select g.id, g.person_id, g.lead_id, g.scene, g.channel_id, g.campaign_id, g.content,
      case when g.withdrawn_at is null then g.happened_at end
    from gone g
    join arrived a on a.id = g.id
    where (g.person_id, g.lead_id, g.scene, g.channel_id, g.campaign_id, g.content, g.happened_at, g.withdrawn_at is null)
      is distinct from
      (a.person_id, a.lead_id, a.scene, a.channel_id, a.campaign_id, a.content, a.happened_at, a.withdrawn_at is null);
  end if;
  return null;
end
$$;

-- A lead that has just come has no touches yet.
create function insights.mark_leads() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into insights.lead_change (lead_id, mql_at, opportunity_at)
    select id, reached_mql_at, reached_opportunity_at from gone;
  else
    insert into insights.lead_change (lead_id, mql_at, opportunity_at)
    select g.id, g.reached_mql_at, g.reached_opportunity_at
    from gone g
    join arrived a on a.id = g.id
    where (g.reached_mql_at, g.reached_opportunity_at)
      is distinct from (a.reached_mql_at, a.reached_opportunity_at);
  end if;
  return null;
end
$$;

create function insights.mark_contracts() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into insights.contract_change (contract_id) select id from arrived;
  else
    insert into insights.contract_change (contract_id, lead_id, amount_fen, signed_at)
    select id, lead_id, amount_fen, signed_at from gone;
  end if;
  return null;
end
$$;

create function insights.wish_recount() returns trigger language plpgsql as $$
begin
  insert into insights.touch_recount default values;
  return null;
end
$$;

create trigger marked_arrived after insert on leads.touch
referencing new table as arrived for each statement execute function insights.mark_touches();
create trigger marked_gone after delete on leads.touch
referencing old table as gone for each statement execute function insights.mark_touches();
create trigger marked_changed after update on leads.touch
referencing old table as gone new table as arrived for each statement execute function insights.mark_touches();
create trigger touches_emptied after truncate on leads.touch
for each statement execute function insights.wish_recount();

create trigger marked_gone after delete on leads.lead
referencing old table as gone for each statement execute function insights.mark_leads();
create trigger marked_changed after update on leads.lead
referencing old table as gone new table as arrived for each statement execute function insights.mark_leads();

create trigger marked_arrived after insert on deals.contract
referencing new table as arrived for each statement execute function insights.mark_contracts();
create trigger marked_gone after delete on deals.contract
referencing old table as gone for each statement execute function insights.mark_contracts();
create trigger marked_changed after update on deals.contract
referencing old table as gone for each statement execute function insights.mark_contracts();
create trigger contracts_emptied after truncate on deals.contract
for each statement execute function insights.wish_recount();

-- Another frame of a channel is another frame of all its touches.
create trigger frame_changed after update of frame on campaigns.channel
for each row when (old.frame is distinct from new.frame) execute function insights.wish_recount();

-- Counts what changed, or everything where nothing is counted. One statement, as marks and what they
-- speak of must be of one moment; it is planned anew each time, as a plan for everything would read
-- everything for one touch.
create function insights.count_touches() returns void language plpgsql as $count$
declare
  marks constant text := $sql$
    with touch_mark as (delete from insights.touch_change returning *),
    lead_mark as (delete from insights.lead_change returning *),
    contract_mark as (delete from insights.contract_change returning *),
  $sql$;
  everything constant text := $sql$
    person_touch as (
      select 1 as sign, touch_id, person_id, lead_id, scene, frame, channel_id, campaign_id, content, happened_at
      from insights.touch_fact
    ),
    lead_touch as (select * from person_touch where lead_id is not null),
    dated as (select 1 as sign, lead_id, mql_at, opportunity_at from insights.lead_fact),
    signed as (select 1 as sign, lead_id, amount_fen, signed_at from insights.contract_fact),
  $sql$;
  changed constant text := $sql$
    touch_was as (
      select distinct on (m.touch_id) m.touch_id, m.person_id, m.lead_id,
        coalesce(nullif(btrim(m.scene), ''), 'unknown') as scene, c.frame, m.channel_id, m.campaign_id,
        nullif(btrim(m.content), '') as content, m.happened_at
      from touch_mark m
      left join insights.channel_dim c on c.channel_id = m.channel_id
      order by m.touch_id, m.seq
    ),
    lead_was as (select distinct on (lead_id) * from lead_mark order by lead_id, seq),
    contract_was as (select distinct on (contract_id) * from contract_mark order by contract_id, seq),
    touch_is as (
      select t.person_id, t.lead_id
      from (select distinct touch_id from touch_mark) w
      join insights.touch_fact t on t.touch_id = w.touch_id
    ),
    person as (
      select person_id from touch_was where happened_at is not null
      union select person_id from touch_is
    ),
    led as (
      select lead_id from touch_was where happened_at is not null and lead_id is not null
      union select lead_id from touch_is where lead_id is not null
      union select lead_id from lead_was
      union select lead_id from contract_was where lead_id is not null
      union select c.lead_id
      from contract_was w
      join insights.contract_fact c on c.contract_id = w.contract_id
    ),
    person_touch as (
      select s.sign, t.touch_id, t.person_id, t.lead_id, t.scene, t.frame, t.channel_id, t.campaign_id, t.content,
        t.happened_at
      from person p
      join insights.touch_fact t on t.person_id = p.person_id
      cross join (values (1), (-1)) s (sign)
      where s.sign = 1 or not exists (select from touch_was w where w.touch_id = t.touch_id)
      union all
      select -1, w.* from touch_was w where w.happened_at is not null
    ),
    lead_touch as (
      select s.sign, t.touch_id, t.person_id, t.lead_id, t.scene, t.frame, t.channel_id, t.campaign_id, t.content,
        t.happened_at
      from led l
      join insights.touch_fact t on t.lead_id = l.lead_id
      cross join (values (1), (-1)) s (sign)
      where s.sign = 1 or not exists (select from touch_was w where w.touch_id = t.touch_id)
      union all
      select -1, w.* from touch_was w where w.happened_at is not null and w.lead_id is not null
    ),
    dated as (
      select 1 as sign, f.lead_id, f.mql_at, f.opportunity_at
      from led l
      join insights.lead_fact f on f.lead_id = l.lead_id
      union all
      select -1, f.lead_id, f.mql_at, f.opportunity_at
      from led l
      join insights.lead_fact f on f.lead_id = l.lead_id
      where not exists (select from lead_was w where w.lead_id = l.lead_id)
      union all
      select -1, w.lead_id, w.mql_at, w.opportunity_at from lead_was w
    ),
    signed as (
      select s.sign, c.lead_id, c.amount_fen, c.signed_at
      from led l
      join insights.contract_fact c on c.lead_id = l.lead_id
      cross join (values (1), (-1)) s (sign)
      where s.sign = 1 or not exists (select from contract_was w where w.contract_id = c.contract_id)
      union all
      select -1, w.lead_id, w.amount_fen, w.signed_at from contract_was w where w.lead_id is not null
    ),
  $sql$;
  figures constant text := $sql$
    met as (
      select t.sign, t.person_id, k.cut, k.key, count(*) as touches
      from person_touch t
      cross join lateral insights.touch_keys(t.scene, t.frame, t.channel_id, t.campaign_id, t.content) k
      group by 1, 2, 3, 4
    ),
    led_by as (
      select t.sign, t.lead_id, k.cut, k.key, min(t.happened_at) as earliest
      from lead_touch t
      cross join lateral insights.touch_keys(t.scene, t.frame, t.channel_id, t.campaign_id, t.content) k
      group by 1, 2, 3, 4
    ),
    first as (
      select distinct on (sign, person_id) * from person_touch order by sign, person_id, happened_at, touch_id
    ),
    last_before_mql as (
      select distinct on (t.sign, t.lead_id) t.*
      from lead_touch t
      join dated d on d.sign = t.sign and d.lead_id = t.lead_id
      where t.happened_at <= d.mql_at
      order by t.sign, t.lead_id, t.happened_at desc, t.touch_id desc
    ),
    last_before_contract as (
      select distinct on (t.sign, t.lead_id) t.*
      from lead_touch t
      join (select sign, lead_id, min(signed_at) as at from signed group by sign, lead_id) s
        on s.sign = t.sign and s.lead_id = t.lead_id
      where t.happened_at <= s.at
      order by t.sign, t.lead_id, t.happened_at desc, t.touch_id desc
    ),
    won as (
      select l.sign, l.lead_id, l.cut, l.key, sum(s.amount_fen) as amount_fen
      from led_by l
      join signed s on s.sign = l.sign and s.lead_id = l.lead_id and l.earliest <= s.signed_at
      group by 1, 2, 3, 4
    ),
    part (cut, key, touches, people, leads, mql, opportunity, won, revenue_fen, first, last_mql, last_contract) as (
      select cut, key, sum(sign * touches), sum(sign), 0, 0, 0, 0, 0, 0, 0, 0 from met group by cut, key
      union all
      select l.cut, l.key, 0, 0, sum(l.sign), sum(l.sign) filter (where l.earliest <= d.mql_at),
        sum(l.sign) filter (where l.earliest <= d.opportunity_at), 0, 0, 0, 0, 0
      from led_by l
      left join dated d on d.sign = l.sign and d.lead_id = l.lead_id
      group by l.cut, l.key
      union all
      select cut, key, 0, 0, 0, 0, 0, sum(sign), sum(sign * amount_fen), 0, 0, 0 from won group by cut, key
      union all
      select k.cut, k.key, 0, 0, 0, 0, 0, 0, 0, sum(t.first), sum(t.last_mql), sum(t.last_contract)
      from (
        select scene, frame, channel_id, campaign_id, content, sign as first, 0 as last_mql, 0 as last_contract from first
        union all
        select scene, frame, channel_id, campaign_id, content, 0, sign, 0 from last_before_mql
        union all
        select scene, frame, channel_id, campaign_id, content, 0, 0, sign from last_before_contract
      ) t
      cross join lateral insights.touch_keys(t.scene, t.frame, t.channel_id, t.campaign_id, t.content) k
      group by k.cut, k.key
      union all
      select 'all', '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    )
    insert into insights.touch_tally as t
    select cut, key, sum(touches), sum(people), sum(leads), coalesce(sum(mql), 0), coalesce(sum(opportunity), 0),
      sum(won), sum(revenue_fen), sum(first), sum(last_mql), sum(last_contract)
    from part
    group by cut, key
    on conflict (cut, key) do update set
      touches = t.touches + excluded.touches,
      people = t.people + excluded.people,
      leads = t.leads + excluded.leads,
      mql = t.mql + excluded.mql,
      opportunity = t.opportunity + excluded.opportunity,
      won = t.won + excluded.won,
      revenue_fen = t.revenue_fen + excluded.revenue_fen,
      first = t.first + excluded.first,
      last_before_mql = t.last_before_mql + excluded.last_before_mql,
      last_before_contract = t.last_before_contract + excluded.last_before_contract
  $sql$;
begin
  perform pg_advisory_xact_lock(hashtextextended('insights.touch_tally', 0));
  -- A wish is seen together with why it was made; one that comes later is for the next time.
  if exists (select from insights.touch_recount) then
    delete from insights.touch_recount;
    delete from insights.touch_tally;
  end if;
  if exists (select from insights.touch_tally where cut = 'all') then
    execute marks || changed || figures;
  else
    execute marks || everything || figures;
  end if;
  delete from insights.touch_tally where touches = 0 and cut <> 'all';
end
$count$;

-- The rows of the report in which a touch stands.
create function insights.touch_keys(scene text, frame text, channel_id uuid, campaign_id uuid, content text)
returns table (cut text, key text) language sql immutable as $$
  values ('all', ''), ('scene', scene), ('frame', coalesce(frame, '')), ('channel', coalesce(channel_id::text, '')),
    ('campaign', coalesce(campaign_id::text, '')), ('content', coalesce(content, ''))
$$;
