-- Persons (installation-wide: sign-in contacts, factors, sessions), memberships, patients.
-- Person tables have no organisation: their forced policy lets a session see its own person only, and the look-ups of
-- sign-in are the few `security definer` functions below (DESIGN.md 7). Their fields are under the installation's key.

create table person (
  id uuid primary key,
  name_cipher bytea not null,
  birth_date_cipher bytea,
  password_hash text,
  locale text not null check (locale in ('en', 'es')),
  zone text,
  suspended_at timestamptz,
  created_at timestamptz not null default now()
);

create table person_contact (
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('email', 'phone')),
  value_cipher bytea not null,
  value_hash bytea not null,
  verified_at timestamptz,
  primary key (person_id, kind)
);
-- A contact belongs to one person once it is verified; unverified claims to it may be several.
create unique index person_contact_verified on person_contact (kind, value_hash) where verified_at is not null;
create index person_contact_value on person_contact (value_hash, kind);

-- Second factors: the shape; enrolment comes with the full set of factors.
create table person_factor (
  person_id uuid not null references person on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('totp', 'passkey', 'recovery-code')),
  secret_cipher bytea not null,
  confirmed_at timestamptz,
  last_used_at timestamptz,
  primary key (person_id, id)
);

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person on delete cascade,
  agent text not null default '',
  started_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  idle_minutes int not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_person on session (person_id);

-- A six-digit code sent to a contact: registration, verification, password reset, guest booking.
create table verification_code (
  id uuid not null,
  contact text not null check (contact in ('email', 'phone')),
  purpose text not null check (purpose in ('register', 'verify', 'password-reset', 'guest')),
  person_id uuid,
  contact_hash bytea not null,
  code_hash bytea not null,
  tries int not null default 0,
  sent_count int not null default 1,
  sent_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (id, contact)
);
create index verification_code_contact on verification_code (contact_hash, sent_at);

-- Sign-ins tried and failed, by keyed hashes of account and address, for throttling; swept after a day.
create table sign_in_try (
  subject_hash bytea not null,
  at timestamptz not null default clock_timestamp()
);
create index sign_in_try_subject on sign_in_try (subject_hash, at);

do $$
declare t text;
begin
  foreach t in array array['person', 'person_contact', 'person_factor', 'session', 'verification_code', 'sign_in_try'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_functions on %I to {{owner}} using (true) with check (true)', t);
  end loop;
end $$;
create policy own_person on person to {{app}}, {{worker}}
  using (id = nullif(current_setting('app.person', true), '')::uuid)
  with check (id = nullif(current_setting('app.person', true), '')::uuid);
create policy own_contact on person_contact to {{app}}, {{worker}}
  using (person_id = nullif(current_setting('app.person', true), '')::uuid)
  with check (person_id = nullif(current_setting('app.person', true), '')::uuid);
create policy own_factor on person_factor to {{app}}, {{worker}}
  using (person_id = nullif(current_setting('app.person', true), '')::uuid)
  with check (person_id = nullif(current_setting('app.person', true), '')::uuid);
create policy own_session on session to {{app}}, {{worker}}
  using (person_id = nullif(current_setting('app.person', true), '')::uuid)
  with check (person_id = nullif(current_setting('app.person', true), '')::uuid);
grant select, insert, update on person, person_contact, session to {{app}};
grant select, insert, update, delete on person_factor to {{app}};
grant select on person, person_contact to {{worker}};

-- Sign-in's look-ups. Each takes what only the rightful asker knows (a hash of a secret or of the contact typed).
create function person_by_contact(p_kind text, p_hash bytea)
returns table (person_id uuid, password_hash text, verified boolean, suspended boolean, locale text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.password_hash, c.verified_at is not null, p.suspended_at is not null, p.locale
  from person_contact c join person p on p.id = c.person_id
  where c.kind = p_kind and c.value_hash = p_hash
  order by c.verified_at nulls last
  limit 1
$$;

-- Finds a live session and says when it was last seen; writes at most once a minute.
create function session_by_token(p_hash bytea, p_touch boolean)
returns table (session_id uuid, person_id uuid, started_at timestamptz, expires_at timestamptz, locale text, zone text)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update session s set last_seen_at = clock_timestamp()
  where p_touch and s.token_hash = p_hash and s.ended_at is null and s.last_seen_at < clock_timestamp() - interval '1 minute'
    and s.expires_at > clock_timestamp() and s.last_seen_at > clock_timestamp() - make_interval(mins => s.idle_minutes);
  return query
    select s.id, s.person_id, s.started_at, s.expires_at, p.locale, p.zone
    from session s join person p on p.id = s.person_id
    where s.token_hash = p_hash and s.ended_at is null and p.suspended_at is null
      and s.expires_at > clock_timestamp()
      and s.last_seen_at > clock_timestamp() - make_interval(mins => s.idle_minutes);
end $$;

create function issue_code(p_id uuid, p_contact text, p_purpose text, p_person uuid, p_contact_hash bytea, p_code_hash bytea, p_minutes int)
returns table (outcome text, expires_at timestamptz, next_allowed_at timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
declare recent int; last_sent timestamptz;
begin
  -- At most five messages per contact and day, 30 seconds apart [SMS pumping, TRIALS.md 6].
  perform pg_advisory_xact_lock(hashtextextended(encode(p_contact_hash, 'hex'), 7));
  select coalesce(sum(c.sent_count), 0), max(c.sent_at) into recent, last_sent from verification_code c
    where c.contact_hash = p_contact_hash and c.sent_at > clock_timestamp() - interval '1 day';
  if last_sent > clock_timestamp() - interval '30 seconds' or recent >= 5 then
    return query select 'wait'::text, null::timestamptz,
      case when recent >= 5 then last_sent + interval '1 day' else last_sent + interval '30 seconds' end;
    return;
  end if;
  insert into verification_code (id, contact, purpose, person_id, contact_hash, code_hash, expires_at)
    values (p_id, p_contact, p_purpose, p_person, p_contact_hash, p_code_hash, clock_timestamp() + make_interval(mins => p_minutes))
  on conflict (id, contact) do update set code_hash = excluded.code_hash, contact_hash = excluded.contact_hash,
    person_id = excluded.person_id, purpose = excluded.purpose, expires_at = excluded.expires_at, tries = 0,
    sent_at = clock_timestamp(), sent_count = verification_code.sent_count + 1, used_at = null;
  return query select 'issued'::text, clock_timestamp() + make_interval(mins => p_minutes), clock_timestamp() + interval '30 seconds';
end $$;

-- Five tries, ten minutes, single use. The comparison is of hashes, under a row lock.
create function use_code(p_id uuid, p_contact text, p_purpose text, p_code_hash bytea)
returns table (outcome text, person_id uuid, contact_hash bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
declare c verification_code;
begin
  select * into c from verification_code v where v.id = p_id and v.contact = p_contact and v.purpose = p_purpose for update;
  if not found then return query select 'unknown'::text, null::uuid, null::bytea; return; end if;
  if c.used_at is not null or c.expires_at <= clock_timestamp() then
    return query select 'expired'::text, c.person_id, c.contact_hash; return;
  end if;
  if c.tries >= 5 then return query select 'too_many_tries'::text, c.person_id, c.contact_hash; return; end if;
  if c.code_hash <> p_code_hash then
    update verification_code v set tries = v.tries + 1 where v.id = p_id and v.contact = p_contact;
    return query select 'wrong'::text, c.person_id, c.contact_hash; return;
  end if;
  update verification_code v set used_at = clock_timestamp() where v.id = p_id and v.contact = p_contact;
  return query select 'ok'::text, c.person_id, c.contact_hash;
end $$;

create function code_person(p_id uuid, p_contact text)
returns table (person_id uuid, contact_hash bytea, purpose text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.person_id, c.contact_hash, c.purpose from verification_code c where c.id = p_id and c.contact = p_contact
$$;

-- Guessing passwords: within 15 minutes 10 tries at one account from one address, 50 at one account, 100 from one address.
-- The try is on record before the password is looked at, so that a storm of guesses at once counts one by one.
create function begin_sign_in(p_pair bytea, p_account bytea, p_address bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare since timestamptz := clock_timestamp() - interval '15 minutes';
begin
  perform pg_advisory_xact_lock(hashtextextended(encode(p_pair, 'hex'), 8));
  if (select count(*) from sign_in_try t where t.subject_hash = p_pair and t.at > since) >= 10
    or (select count(*) from sign_in_try t where t.subject_hash = p_account and t.at > since) >= 50
    or (select count(*) from sign_in_try t where t.subject_hash = p_address and t.at > since) >= 100 then
    return false;
  end if;
  insert into sign_in_try (subject_hash) values (p_pair);
  return true;
end $$;

-- A right password takes back what its owner mistyped before; a wrong one counts for account and address too.
create function end_sign_in(p_pair bytea, p_account bytea, p_address bytea, p_right boolean) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_right then
    delete from sign_in_try t where t.subject_hash = p_pair;
  else
    insert into sign_in_try (subject_hash) values (p_account), (p_address);
  end if;
end $$;

-- Organisations of one person: where they work and where they are a patient.
create table membership (
  org_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  roles text[] not null,
  department_ids uuid[] not null default '{}',
  resource_id uuid,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, person_id)
);
select protect_tenant_table('membership', 'select, insert, update', 'select');
create index membership_person on membership (person_id);

create table patient (
  org_id uuid not null references organisation,
  id uuid not null,
  person_id uuid,
  name_cipher bytea not null,
  birth_date_cipher bytea,
  email_cipher bytea,
  phone_cipher bytea,
  record_number_cipher bytea,
  email_verified_at timestamptz,
  phone_verified_at timestamptz,
  locale text not null check (locale in ('en', 'es')),
  origin text not null check (origin in ('desk', 'account', 'guest', 'import')),
  import_key bytea,
  version int not null default 1,
  registered_at timestamptz not null default now(),
  primary key (org_id, id)
);
select protect_tenant_table('patient', 'select, insert, update', 'select');
create unique index patient_one_per_person on patient (org_id, person_id) where person_id is not null;
create unique index patient_import on patient (org_id, import_key) where import_key is not null;
create index patient_person on patient (person_id) where person_id is not null;

-- The patient's own key, wrapped by the organisation's: deleting it is erasure.
create table patient_key (
  org_id uuid not null,
  patient_id uuid not null,
  wrapped_key bytea not null,
  primary key (org_id, patient_id),
  foreign key (org_id, patient_id) references patient (org_id, id)
);
select protect_tenant_table('patient_key', 'select, insert, delete', 'select');

-- Blind index: keyed hashes of words, prefixes, sounds, contacts, dates. Narrow, and read by its primary key only.
create table patient_search (
  org_id uuid not null,
  kind smallint not null,
  hash bytea not null,
  patient_id uuid not null,
  primary key (org_id, kind, hash, patient_id),
  foreign key (org_id, patient_id) references patient (org_id, id)
);
select protect_tenant_table('patient_search', 'select, insert, delete', 'select');
create index patient_search_patient on patient_search (org_id, patient_id);

create function organisations_of_person(p_person uuid)
returns table (org_id uuid, slug text, is_patient boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.org_id, a.slug, false from membership m join organisation_address a on a.org_id = m.org_id and a.current
  where m.person_id = p_person and m.active
  union all
  select p.org_id, a.slug, true from patient p join organisation_address a on a.org_id = p.org_id and a.current
  where p.person_id = p_person
$$;

-- What has served its time: tries and codes after a day, sessions a month after their end, and accounts of which no
-- contact was verified within a day, unless an organisation knows the person.
create function sweep_accounts() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare swept int;
begin
  delete from sign_in_try t where t.at < clock_timestamp() - interval '1 day';
  delete from verification_code c where c.sent_at < clock_timestamp() - interval '1 day';
  delete from session s where s.expires_at < clock_timestamp() - interval '30 days';
  delete from person p where p.created_at < clock_timestamp() - interval '1 day'
    and not exists (select from person_contact c where c.person_id = p.id and c.verified_at is not null)
    and not exists (select from membership m where m.person_id = p.id)
    and not exists (select from patient r where r.person_id = p.id);
  get diagnostics swept = row_count;
  return swept;
end $$;
revoke all on function sweep_accounts() from public;
grant execute on function sweep_accounts() to {{app}}, {{worker}};

create policy owner_functions on membership to {{owner}} using (true);
create policy owner_functions on patient for select to {{owner}} using (true);
create policy owner_functions on organisation for select to {{owner}} using (true);
create policy owner_functions on location for select to {{owner}} using (true);

do $$
declare f text;
begin
  foreach f in array array[
    'person_by_contact(text, bytea)', 'session_by_token(bytea, boolean)',
    'issue_code(uuid, text, text, uuid, bytea, bytea, int)', 'use_code(uuid, text, text, bytea)', 'code_person(uuid, text)',
    'begin_sign_in(bytea, bytea, bytea)', 'end_sign_in(bytea, bytea, bytea, boolean)', 'organisations_of_person(uuid)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to {{app}}', f);
  end loop;
end $$;
