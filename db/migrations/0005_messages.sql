-- Messages: one intent to one recipient on one channel, and every attempt to send it.

create table message (
  org_id uuid not null references organisation,
  id uuid not null,
  subject_type text not null check (subject_type in ('appointment', 'code')),
  subject_id uuid not null,
  -- The appointment's sequence it speaks of: a stale one is never sent.
  sequence int not null,
  kind text not null check (kind in ('booked', 'changed', 'cancelled', 'code')),
  channel text not null check (channel in ('email', 'sms')),
  recipient_kind text not null check (recipient_kind in ('patient', 'provider', 'contact')),
  recipient_id uuid not null,
  locale text not null check (locale in ('en', 'es')),
  state text not null default 'queued' check (state in
    ('queued', 'claimed', 'accepted', 'delivered', 'failed', 'unknown', 'suppressed')),
  state_reason text,
  due_at timestamptz not null,
  claimed_until timestamptz,
  attempts int not null default 0,
  gateway_id text,
  -- What cannot be read again later (a code), and after sending the message as it was sent.
  payload_cipher bytea,
  sent_cipher bytea,
  address_hint text not null default '',
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  unique (org_id, subject_id, sequence, kind, channel, recipient_id)
);
select protect_tenant_table('message', 'select, insert', 'select, insert, update');
create index message_due on message (org_id, due_at) where state in ('queued', 'claimed');
create index message_gateway on message (org_id, gateway_id) where gateway_id is not null;

create table message_attempt (
  org_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  at timestamptz not null,
  outcome text not null check (outcome in ('started', 'accepted', 'failed-for-now', 'failed-for-good', 'unknown')),
  detail text not null default '',
  primary key (org_id, id),
  foreign key (org_id, message_id) references message (org_id, id)
);
select protect_tenant_table('message_attempt', 'select', 'select, insert, update');
create index message_attempt_message on message_attempt (org_id, message_id);
