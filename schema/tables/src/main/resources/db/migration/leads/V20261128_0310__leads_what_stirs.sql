-- Whatever rules ask about leaves a mark when it changes, whoever changes it: door, import, merge, undo.
create function leads.stir_leads() returns trigger language plpgsql as $$
begin
  insert into rules.stirred (lead_id) select id from fresh;
  return null;
end $$;
create trigger lead_arrived_stirs after insert on leads.lead
  referencing new table as fresh for each statement execute function leads.stir_leads();

-- What is counted for others (the marks, first and last dates) follows from the rest of the row.
create function leads.stir_changed_leads() returns trigger language plpgsql as $$
begin
  insert into rules.stirred (lead_id)
  select n.id from fresh n join gone o on o.id = n.id where n is distinct from o;
  return null;
end $$;
create trigger lead_changed_stirs after update on leads.lead
  referencing old table as gone new table as fresh for each statement execute function leads.stir_changed_leads();

create function leads.stir_lost_leads() returns trigger language plpgsql as $$
begin
  insert into rules.stirred (lead_id) select id from gone;
  return null;
end $$;
create trigger lead_lost_stirs after delete on leads.lead
  referencing old table as gone for each statement execute function leads.stir_lost_leads();

-- Somebody new has no lead yet.
create function leads.stir_changed_people() returns trigger language plpgsql as $$
begin
  insert into rules.stirred (person_id)
  select n.id from fresh n join gone o on o.id = n.id where n is distinct from o;
  return null;
end $$;
create trigger person_changed_stirs after update on leads.person
  referencing old table as gone new table as fresh for each statement execute function leads.stir_changed_people();

-- Figures of a company are no fact about its leads.
create function leads.stir_changed_companies() returns trigger language plpgsql as $$
begin
  insert into rules.stirred (company_id)
  select n.id from fresh n join gone o on o.id = n.id
  where (n.name, n.industry, n.size_band, n.province, n.city, n.domain, n.custom, n.redirect_to)
    is distinct from (o.name, o.industry, o.size_band, o.province, o.city, o.domain, o.custom, o.redirect_to);
  return null;
end $$;
create trigger company_changed_stirs after update on leads.company
  referencing old table as gone new table as fresh for each statement execute function leads.stir_changed_companies();

create function leads.stir_people_of() returns trigger language plpgsql as $$
begin
  insert into rules.stirred (person_id) select distinct person_id from fresh;
  return null;
end $$;
create trigger touch_made_stirs after insert on leads.touch
  referencing new table as fresh for each statement execute function leads.stir_people_of();
create trigger tag_given_stirs after insert on leads.person_tag
  referencing new table as fresh for each statement execute function leads.stir_people_of();

create function leads.stir_people_who_had() returns trigger language plpgsql as $$
begin
  insert into rules.stirred (person_id) select distinct person_id from gone;
  return null;
end $$;
create trigger touch_gone_stirs after delete on leads.touch
  referencing old table as gone for each statement execute function leads.stir_people_who_had();
create trigger tag_taken_stirs after delete on leads.person_tag
  referencing old table as gone for each statement execute function leads.stir_people_who_had();

create function leads.stir_both() returns trigger language plpgsql as $$
begin
  insert into rules.stirred (person_id)
  select person_id from gone union select person_id from fresh;
  return null;
end $$;
create trigger touch_changed_stirs after update on leads.touch
  referencing old table as gone new table as fresh for each statement execute function leads.stir_both();
