-- What reports may read of other modules, declared once: PostgreSQL refuses to drop a column that a
-- report still needs.
create schema if not exists insights;
