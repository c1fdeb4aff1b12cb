-- The line comes from a platform's interface: it was neither typed nor brought by a file.
alter table campaigns.spend add column fetched boolean not null default false;
