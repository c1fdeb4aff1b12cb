-- What is to be written, by whom, for whom, until when, and what it is expected to bring.
create table content.plan_entry (
  id uuid primary key,
  status text not null default 'idea' check (status in ('idea', 'writing', 'review', 'scheduled', 'published')),
  -- its place in the column, from 1
  place int not null,
  topic text not null check (length(btrim(topic)) between 1 and 200),
  kind text check (kind in ('article', 'white_paper', 'industry_reading', 'product_demo', 'customer_case', 'video', 'live_replay', 'parameter_package')),
  audience text,
  serves text check (serves in ('impression', 'lead', 'mql', 'sal', 'sql', 'opportunity', 'poc', 'won')),
  author_id uuid references workspace.member,
  guest_name text,
  department_id uuid references workspace.department,
  channel_id uuid references campaigns.channel,
  due_on date,
  expected_leads int check (expected_leads >= 0),
  expected_reads int check (expected_reads >= 0),
  item_id uuid references content.item on delete set null,
  note text,
  created_by uuid references workspace.member,
  created_at timestamptz not null default now()
);
create index plan_entry_column on content.plan_entry (status, place);
create index plan_entry_due on content.plan_entry (due_on);
create index plan_entry_item on content.plan_entry (item_id) where item_id is not null;
create index plan_entry_author on content.plan_entry (author_id) where author_id is not null;
create index plan_entry_department on content.plan_entry (department_id) where department_id is not null;
create index plan_entry_channel on content.plan_entry (channel_id) where channel_id is not null;
