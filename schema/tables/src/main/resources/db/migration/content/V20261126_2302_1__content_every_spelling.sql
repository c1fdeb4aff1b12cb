-- A title that changes in case or width only is the same title, spelled anew. What was read and what came in
-- under the old spelling is still the item's: every spelling is kept, and leads to the title and its item.
create table content.spelling (
  spelling text primary key,
  title_key text not null references content.title on delete cascade
);
create index spelling_title on content.spelling (title_key);
insert into content.spelling (spelling, title_key) select title, title_key from content.title;
drop index content.title_title;
