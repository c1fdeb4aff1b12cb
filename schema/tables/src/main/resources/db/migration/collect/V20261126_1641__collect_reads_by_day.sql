-- What was read in a period: the figures of readership are kept for all times only.
create index visit_page_read on collect.visit_page (happened_at) include (content, visit_id, dwell_ms)
  where content is not null and url is not null;
create index action_read on collect.action (happened_at) include (content, name)
  where content is not null and name in ('read_end', 'share', 'content_download');
