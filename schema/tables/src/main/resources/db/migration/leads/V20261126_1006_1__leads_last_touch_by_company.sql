-- Asked for the greatest of one company, PostgreSQL may walk all leads from the latest on until it meets one
-- of that company, and meets none when the last has gone: an undo of 30,000 leads took half a minute until
-- the tables had been analysed. A join by company leaves no such way.
create or replace function leads.find_last_touch(companies uuid[]) returns void language plpgsql
set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  if cardinality(companies) > 0 then
    update leads.company_figures f
    set last_touch_at = latest.touched
    from (
      select c.id, coalesce(max(l.last_touch_at), 'epoch') as touched
      from unnest(companies) c (id) left join leads.lead l on l.company_id = c.id
      group by c.id
    ) latest
    where f.company_id = latest.id;
  end if;
end $$;
