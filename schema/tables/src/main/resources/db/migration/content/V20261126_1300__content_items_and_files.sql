-- What marketing publishes for people to read, watch and download.
create schema content;

-- Bytes in the data folder, known by their hash: the same file twice is there once.
create table content.file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('pdf', 'video', 'picture')),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  pages int,
  seconds int,
  width int,
  height int,
  -- what the pages of a PDF say, for the search and for readers without scripts
  page_texts text[] not null default '{}',
  created_by uuid references workspace.member,
  created_at timestamptz not null default now()
);

create table content.item (
  id uuid primary key,
  kind text not null check (kind in ('article', 'white_paper', 'industry_reading', 'product_demo', 'customer_case', 'video', 'live_replay', 'parameter_package')),
  status text not null default 'draft' check (status in ('draft', 'published', 'archived')),
  -- also what touches and leads name as their content
  title text not null check (length(btrim(title)) between 1 and 120),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  language text not null check (language in ('zh-CN', 'en')),
  summary text,
  -- HTML as the sanitiser of this module wrote it
  body text,
  file text references content.file,
  file_name text,
  cover text references content.file,
  downloadable boolean not null default false,
  tags text[] not null default '{}',
  author_id uuid references workspace.member,
  guest_name text,
  guest_title text,
  department_id uuid references workspace.department,
  business_line text,
  serves text check (serves in ('impression', 'lead', 'mql', 'sal', 'sql', 'opportunity', 'poc', 'won')),
  channel_id uuid references campaigns.channel,
  action_text text,
  action_link text,
  action_form uuid,
  gate text not null default 'none' check (gate in ('none', 'before', 'middle')),
  gate_after int check (gate_after > 0),
  gate_form uuid,
  -- folded text that a search must contain, and its grams
  search_text text not null default '',
  grams int[] not null default '{}',
  -- counts saves: of two who change the same item at once, the second is told
  version int not null default 1,
  created_by uuid references workspace.member,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  published_at timestamptz,
  constraint item_gate check ((gate = 'none' and gate_after is null and gate_form is null)
    or (gate_form is not null and (gate = 'middle') = (gate_after is not null))),
  constraint item_published check (status <> 'published' or published_at is not null)
);
create index item_public on content.item (published_at desc, id desc) where status = 'published';
create index item_changed on content.item (changed_at desc, id desc);
create index item_grams on content.item using gin (grams);
create index item_tags on content.item using gin (tags);
create index item_file on content.item (file) where file is not null;
create index item_cover on content.item (cover) where cover is not null;
create index item_author on content.item (author_id) where author_id is not null;
create index item_department on content.item (department_id) where department_id is not null;
create index item_channel on content.item (channel_id) where channel_id is not null;

-- Every address an item has had: an old link still finds it, and no other item takes it.
create table content.address (
  slug text primary key,
  item_id uuid not null references content.item on delete cascade
);
create index address_item on content.address (item_id);

-- Every title an item has had: touches and leads name content by its title.
create table content.title (
  title_key text primary key,
  title text not null,
  item_id uuid not null references content.item on delete cascade
);
create index title_item on content.title (item_id);
