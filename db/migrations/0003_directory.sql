-- What can be claimed (resources), what can be booked (services), and when it is open.

-- Anything whose time can be claimed: providers, rooms, equipment, staff, and patients.
create table resource (
  org_id uuid not null references organisation,
  id uuid not null,
  kind text not null check (kind in ('provider', 'room', 'equipment', 'staff', 'patient')),
  exclusive boolean not null default true,
  primary key (org_id, id),
  unique (org_id, id, exclusive)
);
select protect_tenant_table('resource', 'select, insert, update', 'select');

-- A provider's public profile is in clear: patients see it before they sign in [ID-07]. Contacts are not.
create table provider (
  org_id uuid not null,
  id uuid not null,
  key text not null,
  role text not null check (role in ('doctor', 'nurse')),
  prefix text not null default '',
  given text not null,
  family text not null,
  second_family text,
  languages text[] not null,
  bio_en text not null default '',
  bio_es text not null default '',
  email_cipher bytea,
  phone_cipher bytea,
  schedule_version int not null default 1,
  version int not null default 1,
  position int not null default 0,
  active boolean not null default true,
  primary key (org_id, id),
  unique (org_id, key),
  foreign key (org_id, id) references resource (org_id, id)
);
select protect_tenant_table('provider', 'select, insert, update', 'select');

create table provider_department (
  org_id uuid not null,
  provider_id uuid not null,
  department_id uuid not null,
  primary key (org_id, provider_id, department_id),
  foreign key (org_id, provider_id) references provider (org_id, id),
  foreign key (org_id, department_id) references department (org_id, id)
);
select protect_tenant_table('provider_department', 'select, insert, delete', 'select');

create table provider_specialty (
  org_id uuid not null,
  provider_id uuid not null,
  specialty_code text not null,
  primary key (org_id, provider_id, specialty_code),
  foreign key (org_id, provider_id) references provider (org_id, id),
  foreign key (org_id, specialty_code) references specialty (org_id, code)
);
select protect_tenant_table('provider_specialty', 'select, insert, delete', 'select');

create table room (
  org_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  location_id uuid not null,
  kind text not null default 'consulting',
  schedule_version int not null default 1,
  position int not null default 0,
  active boolean not null default true,
  primary key (org_id, id),
  unique (org_id, key),
  foreign key (org_id, id) references resource (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id)
);
select protect_tenant_table('room', 'select, insert, update', 'select');

create table service (
  org_id uuid not null,
  id uuid not null,
  key text not null,
  name_en text not null,
  name_es text not null,
  description_en text not null default '',
  description_es text not null default '',
  department_id uuid not null,
  specialty_code text,
  duration_minutes int not null check (duration_minutes between 5 and 1440),
  buffer_before_minutes int not null default 0 check (buffer_before_minutes between 0 and 240),
  buffer_after_minutes int not null default 0 check (buffer_after_minutes between 0 and 240),
  modality text not null default 'in-person' check (modality in ('in-person', 'video', 'phone')),
  instructions_en text not null default '',
  instructions_es text not null default '',
  what_to_bring_en text not null default '',
  what_to_bring_es text not null default '',
  online_bookable boolean not null default true,
  policy jsonb not null default '{}',
  position int not null default 0,
  active boolean not null default true,
  version int not null default 1,
  primary key (org_id, id),
  unique (org_id, key),
  foreign key (org_id, department_id) references department (org_id, id),
  foreign key (org_id, specialty_code) references specialty (org_id, code)
);
select protect_tenant_table('service', 'select, insert, update', 'select');

create table service_provider (
  org_id uuid not null,
  service_id uuid not null,
  provider_id uuid not null,
  duration_minutes int check (duration_minutes between 5 and 1440),
  primary key (org_id, service_id, provider_id),
  foreign key (org_id, service_id) references service (org_id, id),
  foreign key (org_id, provider_id) references provider (org_id, id)
);
select protect_tenant_table('service_provider', 'select, insert, delete', 'select');
create index service_provider_provider on service_provider (org_id, provider_id);

create table service_room (
  org_id uuid not null,
  service_id uuid not null,
  room_id uuid not null,
  primary key (org_id, service_id, room_id),
  foreign key (org_id, service_id) references service (org_id, id),
  foreign key (org_id, room_id) references room (org_id, id)
);
select protect_tenant_table('service_room', 'select, insert, delete', 'select');

-- Weekly hours in wall-clock minutes of the location's zone; `to_minute` beyond 1440 runs past midnight.
create table opening (
  org_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  location_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  from_minute smallint not null check (from_minute between 0 and 1439),
  to_minute smallint not null check (to_minute between 1 and 2879),
  effect text not null check (effect in ('open', 'break')),
  valid_from date,
  valid_to date,
  primary key (org_id, id),
  check (from_minute < to_minute and to_minute - from_minute <= 1440),
  check (valid_from <= valid_to),
  foreign key (org_id, resource_id) references resource (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id)
);
select protect_tenant_table('opening', 'select, insert, update, delete', 'select');
create index opening_resource on opening (org_id, resource_id);

create table schedule_exception (
  org_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  location_id uuid,
  local_date date not null,
  kind text not null check (kind in ('closed', 'hours', 'extra')),
  from_minute smallint check (from_minute between 0 and 1439),
  to_minute smallint check (to_minute between 1 and 2879),
  primary key (org_id, id),
  check ((kind = 'closed') = (from_minute is null)),
  check ((from_minute is null) = (to_minute is null)),
  check (kind = 'closed' or location_id is not null),
  check (from_minute < to_minute),
  foreign key (org_id, resource_id) references resource (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id)
);
select protect_tenant_table('schedule_exception', 'select, insert, delete', 'select');
create index schedule_exception_resource on schedule_exception (org_id, resource_id, local_date);

create table holiday (
  org_id uuid not null references organisation,
  id uuid not null,
  location_id uuid,
  local_date date not null,
  name_en text not null,
  name_es text not null,
  primary key (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id)
);
select protect_tenant_table('holiday', 'select, insert, delete', 'select');
create unique index holiday_once on holiday (org_id, local_date, location_id) nulls not distinct;
