-- A customer, or somebody of an opportunity, came in again: whoever works with them is told.
alter table tasks.task
  drop constraint task_kind_check,
  add constraint task_kind_check check (kind in ('contact', 'customer', 'opportunity'));
