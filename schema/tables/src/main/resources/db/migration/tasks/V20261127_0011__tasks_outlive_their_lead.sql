-- A lead may be folded into another of the same person; its id leads there (leads.folded_lead).
alter table tasks.task drop constraint task_lead_id_fkey;
