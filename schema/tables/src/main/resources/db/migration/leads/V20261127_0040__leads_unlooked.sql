-- People to be held against the others: new ones, changed ones, everybody when the pool is searched. The
-- row goes in the transaction that keeps what was found.
create table leads.unlooked (
  person_id uuid primary key references leads.person on delete cascade,
  -- of a search of the whole pool nothing is merged by itself: somebody asked to see it
  by_search boolean not null default false
);
