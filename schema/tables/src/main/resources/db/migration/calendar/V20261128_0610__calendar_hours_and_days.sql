-- When people work. What the State Council published is shipped with the program; here is only what
-- the house says itself: its hours, and days that are otherwise.
create schema calendar;

create table calendar.hours (
  single boolean primary key default true check (single),
  -- [["09:00", "12:00"], ["13:30", "18:00"]]
  spans jsonb not null,
  -- 1 is Monday
  weekdays int[] not null check (cardinality(weekdays) between 1 and 7),
  changed_at timestamptz not null
);

create table calendar.day (
  day date primary key,
  -- null: as the week says, whatever was published
  worked boolean,
  name text check (length(name) between 1 and 40),
  changed_at timestamptz not null
);
