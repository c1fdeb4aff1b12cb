-- How often contents were read, kept as pages and deeds are written: a list of contents is then as quick with
-- millions of pages, and the figures outlive the visits they came of.
create table collect.readership (
  content text primary key,
  views bigint not null default 0,
  visitors bigint not null default 0,
  dwell_ms bigint not null default 0,
  ends bigint not null default 0,
  shares bigint not null default 0,
  downloads bigint not null default 0
);

-- Who has been counted among the visitors.
create table collect.counted_visitor (
  content text not null,
  visitor_id uuid not null references collect.visitor on delete cascade,
  primary key (content, visitor_id)
);
create index counted_visitor_visitor on collect.counted_visitor (visitor_id);

create function collect.count_view() returns trigger language plpgsql as $$
begin
  insert into collect.readership as r (content, views, dwell_ms)
  select content, count(url), sum(dwell_ms) from fresh where content is not null group by content
  on conflict (content) do update
  set views = r.views + excluded.views, dwell_ms = r.dwell_ms + excluded.dwell_ms;
  perform collect.count_visitors(array(select visit_id from fresh where content is not null and url is not null));
  return null;
end $$;

-- A row without an address is a dwell that came before its page; the content comes with the page.
create function collect.count_change() returns trigger language plpgsql as $$
begin
  insert into collect.readership as r (content, views, dwell_ms)
  select f.content,
         count(f.url) - count(g.url) filter (where g.content is not null),
         sum(f.dwell_ms - case when g.content is null then 0 else g.dwell_ms end)
  from fresh f join gone g on g.visit_id = f.visit_id and g.id = f.id
  where f.content is not null
  group by f.content
  on conflict (content) do update
  set views = r.views + excluded.views, dwell_ms = r.dwell_ms + excluded.dwell_ms;
  perform collect.count_visitors(array(
    select f.visit_id from fresh f join gone g on g.visit_id = f.visit_id and g.id = f.id
    where f.content is not null and f.url is not null and (g.content is null or g.url is null)));
  return null;
end $$;

-- The plan is kept, and must do for the first visit as for the millionth: visits are found by their key.
create function collect.count_visitors(visits uuid[]) returns void language plpgsql
set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if cardinality(visits) > 0 then
    with met as (
      insert into collect.counted_visitor (content, visitor_id)
      select distinct p.content, v.visitor_id
      from unnest(visits) t (id) join collect.visit v on v.id = t.id join collect.visit_page p on p.visit_id = t.id
      where p.content is not null and p.url is not null
      on conflict do nothing
      returning content
    )
    update collect.readership r
    set visitors = r.visitors + m.new
    from (select content, count(*) as new from met group by content) m
    where r.content = m.content;
  end if;
end $$;

create function collect.count_deed() returns trigger language plpgsql as $$
begin
  insert into collect.readership as r (content, ends, shares, downloads)
  select content,
         count(*) filter (where name = 'read_end'),
         count(*) filter (where name = 'share'),
         count(*) filter (where name = 'content_download')
  from fresh
  where content is not null and name in ('read_end', 'share', 'content_download')
  group by content
  on conflict (content) do update
  set ends = r.ends + excluded.ends,
      shares = r.shares + excluded.shares,
      downloads = r.downloads + excluded.downloads;
  return null;
end $$;

create trigger page_seen after insert on collect.visit_page
  referencing new table as fresh for each statement execute function collect.count_view();
create trigger page_changed after update on collect.visit_page
  referencing old table as gone new table as fresh for each statement execute function collect.count_change();
create trigger deed_done after insert on collect.action
  referencing new table as fresh for each statement execute function collect.count_deed();
