-- Filters offer the provinces and industries in use; with these each is found by one step.
create index lead_province on leads.lead (province);
create index lead_industry on leads.lead (industry);
