-- The uploaded file names somebody who was erased: it goes, now or when the server comes back.
alter table imports.import_batch add column file_to_go boolean not null default false;
create index import_batch_file_to_go on imports.import_batch (id) where file_to_go;
