-- A search of the whole pool merges nobody by itself: what it is certain of is kept with the pair,
-- so that somebody can have all of these merged at once.
alter table leads.suspect add column certain boolean not null default false;
create index suspect_certain on leads.suspect (id) where certain is true and decision is null;
