-- A title leads to its item: reports look from the word a lead carries to the item's author. The key is made of
-- the title, so a title is there once; said as an index, it lets a report that asks for no author skip the look.
create unique index title_title on content.title (title);
