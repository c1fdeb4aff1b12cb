-- A message to somebody who was erased is counted and says nothing; why one was not sent is told.
alter table messaging.message
  add column erased_at timestamptz,
  add column refusal text check (refusal in ('suppressed', 'withdrawn', 'not_given'));
