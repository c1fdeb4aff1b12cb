-- A report whose header is known by the platform it comes from: nobody need map it.
alter table imports.import_batch add column recognised text check (length(recognised) <= 40);
