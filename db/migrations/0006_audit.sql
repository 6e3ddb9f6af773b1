-- Audit: events that commit with the change, sealed in batches into a chain; append-only for everyone.

create table audit_event (
  org_id uuid not null references organisation,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  role text not null,
  action text not null,
  intent text not null default '',
  subject_type text,
  subject_id uuid,
  patient_id uuid,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  code text,
  details jsonb not null default '{}',
  request_id text not null,
  origin text not null,
  -- The transaction that wrote the row: the sealer takes rows of finished transactions only.
  recorded_in bigint not null default (pg_current_xact_id()::text::bigint),
  -- HMAC-SHA-256 of the canonical content under a key that the database never sees.
  mac bytea not null,
  primary key (org_id, id)
);
select protect_tenant_table('audit_event', 'select, insert', 'select, insert');
create index audit_event_recorded on audit_event (org_id, recorded_in);
create index audit_event_at on audit_event (org_id, at);
create index audit_event_patient on audit_event (org_id, patient_id, at) where patient_id is not null;

-- Who saw which patient on a list: one event and a row per patient, once per person, patient, screen and 15 minutes.
create table audit_subject (
  org_id uuid not null,
  patient_id uuid not null,
  at timestamptz not null,
  event_id uuid not null,
  primary key (org_id, patient_id, at, event_id),
  foreign key (org_id, event_id) references audit_event (org_id, id)
);
select protect_tenant_table('audit_subject', 'select, insert', 'select');
create index audit_subject_event on audit_subject (org_id, event_id);

create table audit_seal (
  org_id uuid not null references organisation,
  number int not null,
  sealed_at timestamptz not null,
  first_entry bigint not null,
  last_entry bigint not null,
  -- Rows written by transactions below this one were all finished when the seal was made.
  below bigint not null,
  previous_mac bytea not null,
  content_hash bytea not null,
  mac bytea not null,
  primary key (org_id, number)
);
select protect_tenant_table('audit_seal', 'select', 'select, insert');

create table audit_seal_entry (
  org_id uuid not null,
  entry bigint not null,
  event_id uuid not null,
  primary key (org_id, entry),
  unique (org_id, event_id),
  foreign key (org_id, event_id) references audit_event (org_id, id)
);
select protect_tenant_table('audit_seal_entry', 'select', 'select, insert');

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = '42501';
end $$;
create trigger append_only before update or delete on audit_event for each row execute function refuse_change();
create trigger append_only before update or delete on audit_seal for each row execute function refuse_change();
create trigger append_only before update or delete on audit_seal_entry for each row execute function refuse_change();
create trigger append_only before update or delete on appointment_change for each row execute function refuse_change();
