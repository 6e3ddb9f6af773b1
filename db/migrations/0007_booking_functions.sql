-- The booking transaction (DESIGN.md 3): every way of booking, moving and holding goes through these functions.
-- Each statement of a volatile function sees what the one before did; the same steps as CTEs of one statement would run in
-- no defined order. Refusals are raised with a SQLSTATE of class CT, which undoes everything the call did:
--   CT409 slot_taken   CT410 hold_expired   CT404 not found   CT412 stale version   CT422 key with another body
--   CT429 hold limit   CT40P patient busy
-- Everyone locks in one order: idempotency row, hold and appointment rows, resources (guards), claims by resource.

-- Removes holds that lapsed by the database's clock and stand in the way of the claims asked for. Booking needs no reaper.
create function clear_lapsed_holds(p_org uuid, p_claims jsonb) returns void
language plpgsql as $$
declare lapsed uuid[];
begin
  select array_agg(h.id) into lapsed from (
    select h.id, h.expires_at from hold h
    where h.org_id = p_org and h.id in (
      select c.hold_id
      from jsonb_to_recordset(p_claims) as w (r uuid, s timestamptz, e timestamptz)
      join claim c on c.org_id = p_org and c.resource_id = w.r
        and c.starts_at >= w.s - interval '24 hours' and c.starts_at < w.e and c.ends_at > w.s
      where c.kind = 'hold')
    for update skip locked
  ) h where h.expires_at <= clock_timestamp();
  if lapsed is not null then
    delete from hold where org_id = p_org and id = any(lapsed);
  end if;
end $$;

-- Claims what is asked, sorted by resource; fewer than asked for raises and so undoes all. A plain insert under the
-- exclusion constraint would deadlock with others (measured: 18 to 23 in 500); `on conflict do nothing` does not.
create function win_claims(p_org uuid, p_claims jsonb, p_kind text, p_owner uuid, p_patient uuid) returns void
language plpgsql as $$
declare asked int := jsonb_array_length(p_claims); won int;
begin
  insert into claim (org_id, resource_id, exclusive, overbook, kind, hold_id, appointment_id, starts_at, ends_at)
  select p_org, w.r, true, coalesce(w.o, false), p_kind,
         case p_kind when 'hold' then p_owner end, case p_kind when 'appointment' then p_owner end, w.s, w.e
  from jsonb_to_recordset(p_claims) as w (r uuid, s timestamptz, e timestamptz, o boolean)
  order by w.r, w.s
  on conflict do nothing;
  get diagnostics won = row_count;
  if won < asked then
    if p_patient is not null and exists (
      select 1 from jsonb_to_recordset(p_claims) as w (r uuid, s timestamptz, e timestamptz)
      join claim c on c.org_id = p_org and c.resource_id = w.r
        and c.starts_at >= w.s - interval '24 hours' and c.starts_at < w.e and c.ends_at > w.s
      where w.r = p_patient and (c.appointment_id is distinct from p_owner) and (c.hold_id is distinct from p_owner)) then
      raise exception 'patient_busy' using errcode = 'CT40P';
    end if;
    raise exception 'slot_taken' using errcode = 'CT409';
  end if;
end $$;

-- Deletes the holds that claim time of the resource in the range; their claims cascade. Waits for one that is just being
-- confirmed or released.
create function revoke_holds_inside(p_org uuid, p_resource uuid, p_from timestamptz, p_to timestamptz) returns int
language plpgsql as $$
declare inside uuid[]; revoked int;
begin
  select array_agg(distinct k.hold_id) into inside from claim k
    where k.org_id = p_org and k.resource_id = p_resource and k.kind = 'hold'
      and k.starts_at >= p_from - interval '24 hours' and k.starts_at < p_to and k.ends_at > p_from;
  if inside is null then return 0; end if;
  perform 1 from hold where org_id = p_org and id = any(inside) order by id for update;
  delete from hold where org_id = p_org and id = any(inside);
  get diagnostics revoked = row_count;
  return revoked;
end $$;

-- A closure's claims fill the gaps between live visits in it; repeated until nothing free is left. The caller holds the
-- resource's row (the guard), so that no visit leaves a gap behind meanwhile. Holds come and go without the guard, so they
-- are no obstacle but give way: filling around a hold would leave a gap when it is released a moment later.
create function fill_closure(p_org uuid, p_closure uuid) returns int
language plpgsql as $$
declare c closure; added int; total int := 0; gaps int;
begin
  select * into c from closure where org_id = p_org and id = p_closure;
  if not found or c.ended_at is not null then return 0; end if;
  for round in 1..20 loop
    perform revoke_holds_inside(p_org, c.resource_id, c.starts_at, c.ends_at);
    with taken as (
      select greatest(k.starts_at, c.starts_at) as s, least(k.ends_at, c.ends_at) as e
      from claim k
      where k.org_id = p_org and k.resource_id = c.resource_id and k.kind <> 'hold' and not k.overbook
        and k.starts_at >= c.starts_at - interval '31 days' and k.starts_at < c.ends_at and k.ends_at > c.starts_at
    ), edges as (
      select s, max(e) over (order by s, e rows between unbounded preceding and 1 preceding) as reached, e from taken
      union all
      select c.ends_at, (select max(e) from taken), c.ends_at
    ), gap as (
      select coalesce(reached, c.starts_at) as s, s as e from edges where coalesce(reached, c.starts_at) < s
    ), piece as (
      select greatest(g.s, g.s + n * interval '30 days') as s, least(g.e, g.s + (n + 1) * interval '30 days') as e
      from gap g cross join lateral generate_series(0, (extract(epoch from g.e - g.s) / 2592000)::int) as n
      where g.s + n * interval '30 days' < g.e
    ), inserted as (
      insert into claim (org_id, resource_id, kind, closure_id, starts_at, ends_at)
      select p_org, c.resource_id, 'closure', p_closure, piece.s, piece.e from piece
      on conflict do nothing returning 1
    )
    select (select count(*) from inserted), (select count(*) from piece) into added, gaps;
    total := total + added;
    if gaps = added then return total; end if;
  end loop;
  raise exception 'a closure could not be filled' using errcode = '40001';
end $$;

-- Time freed inside a closure goes to that closure. Locks the resources against a closure being entered meanwhile.
create function give_freed_time_to_closures(p_org uuid, p_resources uuid[], p_from timestamptz, p_to timestamptz) returns void
language plpgsql as $$
declare found_closure uuid;
begin
  for found_closure in
    select k.id from closure k
    where k.org_id = p_org and k.resource_id = any(p_resources) and k.starts_at < p_to and k.ends_at > p_from and k.ended_at is null
    order by k.id
  loop
    perform fill_closure(p_org, found_closure);
  end loop;
end $$;

-- Lets go of an appointment's claims from a moment on, for a cancellation, a no-show or a move.
create function free_claims(p_org uuid, p_appointment uuid) returns void
language plpgsql as $$
declare resources uuid[]; first_start timestamptz; last_end timestamptz;
begin
  select array_agg(distinct resource_id), min(starts_at), max(ends_at) into resources, first_start, last_end
    from claim where org_id = p_org and appointment_id = p_appointment;
  if resources is null then return; end if;
  perform 1 from resource where org_id = p_org and id = any(resources) order by id for share;
  delete from claim where org_id = p_org and appointment_id = p_appointment;
  perform give_freed_time_to_closures(p_org, resources, first_start, last_end);
end $$;

-- Other time for an appointment in one step: what it lets go of goes to closures only after it has what it wants.
create function replace_claims(p_org uuid, p_appointment uuid, p_claims jsonb, p_patient uuid) returns void
language plpgsql as $$
declare resources uuid[]; first_start timestamptz; last_end timestamptz;
begin
  select array_agg(distinct resource_id), min(starts_at), max(ends_at) into resources, first_start, last_end
    from claim where org_id = p_org and appointment_id = p_appointment;
  perform 1 from resource where org_id = p_org and id = any(resources) order by id for share;
  delete from claim where org_id = p_org and appointment_id = p_appointment;
  perform clear_lapsed_holds(p_org, p_claims);
  perform win_claims(p_org, p_claims, 'appointment', p_appointment, p_patient);
  if resources is not null then
    perform give_freed_time_to_closures(p_org, resources, first_start, last_end);
  end if;
end $$;

-- Takes the idempotency row. Null: the caller is first. A second caller waits here for the first one's end.
create function take_idempotency_key(p_org uuid, p_actor text, p_key text, p_body_hash bytea) returns jsonb
language plpgsql as $$
declare stored idempotency; won int;
begin
  insert into idempotency (org_id, actor, key, body_hash) values (p_org, p_actor, p_key, p_body_hash) on conflict do nothing;
  get diagnostics won = row_count;
  if won = 1 then return null; end if;
  select * into stored from idempotency where org_id = p_org and actor = p_actor and key = p_key;
  if stored.body_hash <> p_body_hash then
    raise exception 'idempotency_mismatch' using errcode = 'CT422';
  end if;
  return stored.effect;
end $$;

create function insert_audit_event(p_org uuid, p_audit jsonb) returns void
language sql as $$
  insert into audit_event (org_id, id, at, actor_id, role, action, intent, subject_type, subject_id, patient_id, outcome, code,
                           details, request_id, origin, mac)
  select p_org, a.id, a.at, a.actor_id, a.role, a.action, a.intent, a.subject_type, a.subject_id, a.patient_id, a.outcome, a.code,
         a.details, a.request_id, a.origin, a.mac
  from jsonb_populate_record(null::audit_event, p_audit) a
$$;

create function insert_outbox(p_org uuid, p_outbox jsonb) returns void
language sql as $$
  insert into outbox (org_id, id, type, subject_id, sequence, payload)
  select p_org, o.id, o.type, o.subject_id, o.sequence, o.payload from jsonb_populate_record(null::outbox, p_outbox) o
$$;

-- Holds a free time. A holder has one hold per service (an older one gives way) and three at most; anonymous holders of one
-- address thirty in an organisation. `p_hold` carries the hold's columns, `p_claims` what it claims.
create function hold_visit(
  p_org uuid, p_actor text, p_key text, p_body_hash bytea, p_hold jsonb, p_claims jsonb, p_hold_minutes int,
  p_audit jsonb, p_outbox jsonb
) returns jsonb
language plpgsql as $$
declare h hold; what jsonb; others int; gave_way uuid[];
begin
  perform set_config('app.org', p_org::text, true);
  if p_key is not null then
    what := take_idempotency_key(p_org, p_actor, p_key, p_body_hash);
    if what is not null then return what || '{"replayed": true}'; end if;
  end if;
  h := jsonb_populate_record(null::hold, p_hold);
  -- One holder's holds are made one after the other, so that the caps hold under a storm from one browser.
  perform pg_advisory_xact_lock(hashtextextended(p_org::text || encode(h.holder, 'hex'), 11));
  select array_agg(distinct c.resource_id) into gave_way
    from hold o join claim c on c.org_id = o.org_id and c.hold_id = o.id
    where o.org_id = p_org and o.holder = h.holder and (o.service_id = h.service_id or o.expires_at <= clock_timestamp());
  delete from hold where org_id = p_org and holder = h.holder
    and (service_id = h.service_id or expires_at <= clock_timestamp());
  if gave_way is not null then
    -- Whoever keeps these calendars in memory reads them again.
    p_outbox := jsonb_set(p_outbox, '{payload,resourceIds}', (p_outbox #> '{payload,resourceIds}') || to_jsonb(gave_way));
  end if;
  select count(*) into others from hold where org_id = p_org and holder = h.holder;
  if others >= 3 then raise exception 'hold_limit' using errcode = 'CT429'; end if;
  if h.address_hash is not null then
    perform pg_advisory_xact_lock(hashtextextended(p_org::text || encode(h.address_hash, 'hex'), 12));
    select count(*) into others from hold
      where org_id = p_org and address_hash = h.address_hash and expires_at > clock_timestamp();
    if others >= 30 then raise exception 'hold_limit' using errcode = 'CT429'; end if;
  end if;
  perform clear_lapsed_holds(p_org, p_claims);
  insert into hold (org_id, id, holder, address_hash, purpose, service_id, provider_id, room_id, location_id, patient_id,
                    moving_appointment_id, starts_at, ends_at, expires_at)
  values (p_org, h.id, h.holder, h.address_hash, 'booking', h.service_id, h.provider_id, h.room_id, h.location_id, h.patient_id,
          h.moving_appointment_id, h.starts_at, h.ends_at, clock_timestamp() + make_interval(mins => p_hold_minutes));
  perform win_claims(p_org, p_claims, 'hold', h.id, h.patient_id);
  perform insert_audit_event(p_org, p_audit);
  perform insert_outbox(p_org, p_outbox);
  what := jsonb_build_object('id', h.id);
  if p_key is not null then
    update idempotency set effect = what where org_id = p_org and actor = p_actor and key = p_key;
  end if;
  return what || jsonb_build_object('gaveWay', coalesce(to_jsonb(gave_way), '[]'));
end $$;

-- Books or moves a visit: confirms a hold, books directly, or gives an appointment (`p_moving`) a new time.
-- `p_appointment` carries every column of the appointment as it shall be; `p_claims` [{r, s, e, o}] all its claims.
create function book_visit(
  p_org uuid, p_actor text, p_key text, p_body_hash bytea,
  p_hold uuid, p_holder bytea, p_reacquire boolean,
  p_moving uuid, p_expected_version int,
  p_claims jsonb, p_appointment jsonb, p_change jsonb, p_confirmation jsonb, p_contact text, p_audit jsonb, p_outbox jsonb
) returns jsonb
language plpgsql as $$
declare a appointment; old appointment; held hold; what jsonb; wanted jsonb := p_claims; reacquired boolean := false;
begin
  perform set_config('app.org', p_org::text, true);
  if p_key is not null then
    what := take_idempotency_key(p_org, p_actor, p_key, p_body_hash);
    if what is not null then return what || '{"replayed": true}'; end if;
  end if;
  a := jsonb_populate_record(null::appointment, p_appointment);
  a.org_id := p_org;

  if p_hold is not null then
    select * into held from hold where org_id = p_org and id = p_hold and holder = p_holder for update;
    if not found then
      -- Reaped, or replaced: the time may still be free; otherwise it is the holder's expired hold.
      if not p_reacquire then raise exception 'hold_expired' using errcode = 'CT410'; end if;
      reacquired := true;
    elsif held.expires_at <= clock_timestamp() then
      if not p_reacquire then raise exception 'hold_expired' using errcode = 'CT410'; end if;
      reacquired := true;
      delete from hold where org_id = p_org and id = p_hold;
    end if;
  end if;

  if p_moving is not null then
    select * into old from appointment where org_id = p_org and id = p_moving for update;
    if not found then raise exception 'not_found' using errcode = 'CT404'; end if;
    if old.version <> p_expected_version then raise exception 'stale_version' using errcode = 'CT412'; end if;
    perform free_claims(p_org, p_moving);
  end if;

  perform clear_lapsed_holds(p_org, p_claims);

  if p_moving is null then
    insert into appointment values (a.*);
  else
    update appointment set
      version = a.version, sequence = a.sequence, status = a.status, confirmed_at = a.confirmed_at, rescheduled_at = a.rescheduled_at,
      provider_id = a.provider_id, room_id = a.room_id, location_id = a.location_id, department_id = a.department_id,
      modality = a.modality, starts_at = a.starts_at, ends_at = a.ends_at,
      buffer_before_minutes = a.buffer_before_minutes, buffer_after_minutes = a.buffer_after_minutes,
      zone = a.zone, local_start = a.local_start, reschedule_count = a.reschedule_count, overrides = a.overrides
    where org_id = p_org and id = p_moving;
  end if;

  if p_hold is not null and not reacquired then
    -- The hold's claims become the visit's where they are the same; the rest of them go.
    update claim c set kind = 'appointment', hold_id = null, appointment_id = a.id
      from jsonb_to_recordset(p_claims) as w (r uuid, s timestamptz, e timestamptz)
      where c.org_id = p_org and c.hold_id = p_hold and c.resource_id = w.r and c.starts_at = w.s and c.ends_at = w.e;
    delete from hold where org_id = p_org and id = p_hold;
    select coalesce(jsonb_agg(w.value), '[]') into wanted from jsonb_array_elements(p_claims) as w
      where not exists (
        select 1 from claim c where c.org_id = p_org and c.appointment_id = a.id
          and c.resource_id = (w.value ->> 'r')::uuid and c.starts_at = (w.value ->> 's')::timestamptz);
  end if;
  if jsonb_array_length(wanted) > 0 then
    perform win_claims(p_org, wanted, 'appointment', a.id, a.patient_id);
  end if;

  insert into appointment_change (org_id, id, appointment_id, version, kind, at, actor_id, actor_role, requester, channel,
                                  reason_cipher, from_status, to_status, old_values, new_values)
  select p_org, c.id, a.id, a.version, c.kind, c.at, c.actor_id, c.actor_role, c.requester, c.channel,
         c.reason_cipher, c.from_status, c.to_status, c.old_values, c.new_values
  from jsonb_populate_record(null::appointment_change, p_change) c;
  if p_confirmation is not null then
    insert into appointment_confirmation (org_id, id, appointment_id, about, method, at, by_id)
    select p_org, f.id, a.id, f.about, f.method, f.at, f.by_id
    from jsonb_populate_record(null::appointment_confirmation, p_confirmation) f;
  end if;
  if p_contact is not null then
    insert into still_to_contact (org_id, appointment_id, about, since) values (p_org, a.id, p_contact, clock_timestamp())
    on conflict (org_id, appointment_id) do update set about = excluded.about, since = excluded.since;
  elsif p_moving is not null then
    delete from still_to_contact where org_id = p_org and appointment_id = a.id;
  end if;
  perform insert_audit_event(p_org, p_audit);
  perform insert_outbox(p_org, p_outbox);

  what := jsonb_build_object('id', a.id, 'version', a.version, 'status', a.status, 'reference', a.reference);
  if p_key is not null then
    update idempotency set effect = what where org_id = p_org and actor = p_actor and key = p_key;
  end if;
  return what || jsonb_build_object('reacquired', reacquired);
end $$;

-- Who in the database may call them: the application; the worker frees and reaps by its own statements.
do $$
declare f text;
begin
  for f in select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = current_schema() and p.proname in ('clear_lapsed_holds', 'win_claims', 'revoke_holds_inside', 'fill_closure',
      'give_freed_time_to_closures', 'free_claims', 'replace_claims', 'take_idempotency_key', 'insert_audit_event', 'insert_outbox', 'hold_visit', 'book_visit')
  loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to {{app}}', f);
  end loop;
end $$;
