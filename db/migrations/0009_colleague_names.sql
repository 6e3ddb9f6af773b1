-- Names of those who work, or worked, in an organisation: for the history of an appointment and the audit record.
-- A function, because a person's own row is visible to that person only. Additive: the previous release runs against it.
create function colleague_names(p_org uuid, p_persons uuid[])
returns table (person_id uuid, name_cipher bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name_cipher
  from membership m join person p on p.id = m.person_id
  where m.org_id = p_org and m.person_id = any(p_persons)
    and m.org_id = nullif(current_setting('app.org', true), '')::uuid
$$;
revoke all on function colleague_names(uuid, uuid[]) from public;
grant execute on function colleague_names(uuid, uuid[]) to {{app}};
