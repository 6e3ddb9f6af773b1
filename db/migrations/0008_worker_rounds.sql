-- What the worker's rounds need: which organisations have something to do, and an index for messages to be asked about.
-- First release: there is no previous one that could run against it.

-- Text messages whose fate the gateway will be asked about. (An e-mail of unknown fate stays so: SMTP cannot be asked.)
create index message_to_ask on message (org_id, due_at) where state = 'unknown' and channel = 'sms';

-- The function below looks across organisations and gives nothing but their ids; each is then worked on inside itself.
create policy owner_functions on outbox for select to {{owner}} using (true);
create policy owner_functions on message for select to {{owner}} using (true);

-- Organisations with open outbox rows or messages to see to: two or three probes of a partial index for each.
create function organisations_with_work() returns table (org_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.org_id from organisation o
  where exists (select from outbox e where e.org_id = o.org_id and e.processed_at is null
                  and (e.claimed_until is null or e.claimed_until <= now()))
     or exists (select from message m where m.org_id = o.org_id and m.state in ('queued', 'claimed') and m.due_at <= now()
                  and (m.claimed_until is null or m.claimed_until <= now()))
     or exists (select from message m where m.org_id = o.org_id and m.state = 'unknown' and m.channel = 'sms'
                  and m.due_at <= now() and (m.claimed_until is null or m.claimed_until <= now()))
$$;
revoke all on function organisations_with_work() from public;
grant execute on function organisations_with_work() to {{worker}};
