-- Appointments, holds, closures, and the claims that make double booking impossible.

-- What a write with an idempotency key did: ids, version and status only, kept 7 days.
create table idempotency (
  org_id uuid not null references organisation,
  actor text not null,
  key text not null check (length(key) between 8 and 200),
  body_hash bytea not null,
  effect jsonb,
  at timestamptz not null default clock_timestamp(),
  primary key (org_id, actor, key)
);
select protect_tenant_table('idempotency', 'select, insert, update', 'select, delete');
create index idempotency_at on idempotency (org_id, at);

create table appointment (
  org_id uuid not null references organisation,
  id uuid not null,
  reference text not null,
  version int not null default 1,
  sequence int not null default 0,
  status text not null check (status in
    ('proposed', 'pending', 'booked', 'arrived', 'checked-in', 'fulfilled', 'cancelled', 'noshow', 'entered-in-error')),
  confirmed_at timestamptz,
  rescheduled_at timestamptz,
  started_at timestamptz,
  acknowledged_at timestamptz,
  ended_from text,
  ended_at timestamptz,
  patient_id uuid not null,
  service_id uuid not null,
  provider_id uuid not null,
  room_id uuid,
  department_id uuid not null,
  location_id uuid not null,
  modality text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  buffer_before_minutes int not null default 0,
  buffer_after_minutes int not null default 0,
  zone text not null,
  local_start text not null,
  channel text not null check (channel in ('online', 'phone', 'desk', 'link', 'import', 'api')),
  reason_cipher bytea,
  notes_cipher bytea,
  policy jsonb not null default '{}',
  overrides jsonb,
  reschedule_count int not null default 0,
  identity_checked_by text,
  booked_by uuid,
  booked_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, reference),
  check (starts_at < ends_at),
  foreign key (org_id, patient_id) references patient (org_id, id),
  foreign key (org_id, service_id) references service (org_id, id),
  foreign key (org_id, provider_id) references provider (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id)
);
select protect_tenant_table('appointment', 'select, insert, update', 'select');
create index appointment_start on appointment (org_id, starts_at);
create index appointment_provider on appointment (org_id, provider_id, starts_at);
create index appointment_patient on appointment (org_id, patient_id, starts_at);
create index appointment_service on appointment (org_id, service_id, starts_at);

create table appointment_change (
  org_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  version int not null,
  kind text not null,
  at timestamptz not null,
  actor_id uuid,
  actor_role text not null,
  requester text check (requester in ('patient', 'provider', 'clinic', 'carer')),
  channel text,
  reason_cipher bytea,
  from_status text,
  to_status text,
  old_values jsonb not null default '{}',
  new_values jsonb not null default '{}',
  primary key (org_id, id),
  unique (org_id, appointment_id, version),
  foreign key (org_id, appointment_id) references appointment (org_id, id)
);
select protect_tenant_table('appointment_change', 'select, insert', 'select');

create table appointment_confirmation (
  org_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  about text not null check (about in ('booking', 'change', 'cancellation')),
  method text not null check (method in ('verbal', 'email', 'sms', 'portal', 'link')),
  at timestamptz not null,
  by_id uuid,
  primary key (org_id, id),
  foreign key (org_id, appointment_id) references appointment (org_id, id)
);
select protect_tenant_table('appointment_confirmation', 'select, insert', 'select');
create index appointment_confirmation_appointment on appointment_confirmation (org_id, appointment_id);

-- Changes that the client has still to be told of; the row goes when the confirmation is recorded [BOOK-09].
create table still_to_contact (
  org_id uuid not null,
  appointment_id uuid not null,
  about text not null check (about in ('booking', 'change', 'cancellation')),
  since timestamptz not null,
  primary key (org_id, appointment_id),
  foreign key (org_id, appointment_id) references appointment (org_id, id)
);
select protect_tenant_table('still_to_contact', 'select, insert, update, delete', 'select');

create table hold (
  org_id uuid not null references organisation,
  id uuid not null,
  holder bytea not null,
  -- Hash of the address of an anonymous holder, for the cap per address; null for everyone who signed in.
  address_hash bytea,
  purpose text not null default 'booking' check (purpose in ('booking', 'offer', 'approval')),
  service_id uuid not null,
  provider_id uuid not null,
  room_id uuid,
  location_id uuid not null,
  patient_id uuid,
  moving_appointment_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  expires_at timestamptz not null,
  extended boolean not null default false,
  guest_cipher bytea,
  guest_code_id uuid,
  guest_contact text,
  guest_verified_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  primary key (org_id, id)
);
select protect_tenant_table('hold', 'select, insert, update, delete', 'select, delete');
create index hold_holder on hold (org_id, holder);
create index hold_address on hold (org_id, address_hash) where address_hash is not null;
create index hold_expiry on hold (org_id, expires_at);

-- Time off, absence, maintenance, a meeting: true at once, even over live visits.
create table closure (
  org_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  kind text not null check (kind in ('time-off', 'absence', 'maintenance', 'meeting')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  zone text not null,
  note_cipher bytea,
  created_by uuid,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (org_id, id),
  check (starts_at < ends_at),
  foreign key (org_id, resource_id) references resource (org_id, id)
);
select protect_tenant_table('closure', 'select, insert, update', 'select');
create index closure_resource on closure (org_id, resource_id, starts_at);
create index closure_end on closure (org_id, ends_at);

-- The heart: two live claims of an exclusive resource never overlap. `exclusive` copies the resource's flag, held true by
-- the composite foreign key; an overbooking claim of a provider stands outside the constraint.
create table claim (
  org_id uuid not null,
  id uuid not null default gen_random_uuid(),
  resource_id uuid not null,
  exclusive boolean not null default true,
  overbook boolean not null default false,
  kind text not null check (kind in ('hold', 'appointment', 'closure')),
  hold_id uuid,
  appointment_id uuid,
  closure_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  during tstzrange not null generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  primary key (org_id, id),
  foreign key (org_id, resource_id, exclusive) references resource (org_id, id, exclusive),
  foreign key (org_id, hold_id) references hold (org_id, id) on delete cascade,
  foreign key (org_id, appointment_id) references appointment (org_id, id),
  foreign key (org_id, closure_id) references closure (org_id, id),
  constraint claim_not_empty check (starts_at < ends_at and isfinite(starts_at) and isfinite(ends_at)),
  constraint claim_bounded check (ends_at - starts_at <= interval '31 days'),
  constraint claim_one_owner check (
    (kind = 'hold' and hold_id is not null and appointment_id is null and closure_id is null)
    or (kind = 'appointment' and hold_id is null and appointment_id is not null and closure_id is null)
    or (kind = 'closure' and hold_id is null and appointment_id is null and closure_id is not null)),
  constraint claim_visit_bounded check (kind = 'closure' or ends_at - starts_at <= interval '24 hours'),
  constraint claim_no_overlap exclude using gist (org_id with =, resource_id with =, during with &&)
    where (exclusive and not overbook)
);
select protect_tenant_table('claim', 'select, insert, update, delete', 'select, delete');
create index claim_resource_start on claim (org_id, resource_id, starts_at);
create index claim_start on claim (org_id, starts_at);
create index claim_hold on claim (org_id, hold_id) where hold_id is not null;
create index claim_appointment on claim (org_id, appointment_id) where appointment_id is not null;
create index claim_closure on claim (org_id, closure_id) where closure_id is not null;

-- Everything that must happen after a commit stands here in the same transaction; ids only.
create table outbox (
  org_id uuid not null references organisation,
  id uuid not null,
  type text not null,
  subject_id uuid not null,
  sequence int not null default 0,
  payload jsonb not null default '{}',
  at timestamptz not null default clock_timestamp(),
  attempts int not null default 0,
  claimed_until timestamptz,
  processed_at timestamptz,
  primary key (org_id, id)
);
select protect_tenant_table('outbox', 'select, insert', 'select, update, delete');
create index outbox_open on outbox (org_id, at) where processed_at is null;
create index outbox_done on outbox (org_id, processed_at) where processed_at is not null;
