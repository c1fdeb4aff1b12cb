-- A company is what records say; when none speaks of it any more it goes, and the deal stays without it.
alter table deals.opportunity
  drop constraint opportunity_company_id_fkey,
  add constraint opportunity_company_id_fkey foreign key (company_id) references leads.company on delete set null;
alter table deals.contract
  drop constraint contract_company_id_fkey,
  add constraint contract_company_id_fkey foreign key (company_id) references leads.company on delete set null;
