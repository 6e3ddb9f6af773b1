-- The ground every table stands on: extensions, the tenant policy, organisations, keys.
-- Roles named {{app}} and {{worker}} are made by the migration runner before this file runs; {{owner}} runs it.
-- First release: there is no previous one that could run against it.

create extension if not exists btree_gist;

-- Every table of an organisation is protected in the same way: row-level security, forced, by one plain expression
-- (a sub-select in the policy is refused by Citus). `rights` are granted to the application and the worker alike.
create function protect_tenant_table(table_name text, app_rights text, worker_rights text) returns void
language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format(
    'create policy tenant on %I using (org_id = nullif(current_setting(''app.org'', true), '''')::uuid)'
    ' with check (org_id = nullif(current_setting(''app.org'', true), '''')::uuid)', table_name);
  execute format('grant %s on %I to {{app}}', app_rights, table_name);
  execute format('grant %s on %I to {{worker}}', worker_rights, table_name);
end $$;
revoke all on function protect_tenant_table(text, text, text) from public;

-- Shared look-up: which organisation answers to which address. No personal data; readable without an organisation.
create table organisation_address (
  slug text primary key check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  org_id uuid not null,
  current boolean not null default true
);
create unique index organisation_address_current on organisation_address (org_id) where current;
grant select on organisation_address to {{app}}, {{worker}};

-- Gives the organisation that the transaction acts in this address; its former address stays and leads to it. False:
-- the address is another organisation's. A function, so that nobody can take over another's address by an update.
create function take_organisation_address(p_org uuid, p_slug text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_org is distinct from nullif(current_setting('app.org', true), '')::uuid then
    raise exception 'the transaction acts in another organisation' using errcode = '42501';
  end if;
  insert into organisation_address (slug, org_id, current) values (p_slug, p_org, false) on conflict (slug) do nothing;
  if not exists (select from organisation_address where slug = p_slug and org_id = p_org) then return false; end if;
  update organisation_address set current = false where org_id = p_org and current and slug <> p_slug;
  update organisation_address set current = true where org_id = p_org and slug = p_slug;
  return true;
end $$;
revoke all on function take_organisation_address(uuid, text) from public;
grant execute on function take_organisation_address(uuid, text) to {{app}};

-- The installation's own key, wrapped by the master key: persons' fields and blind indexes stand under it.
create table installation (
  only_one boolean primary key default true check (only_one),
  wrapped_key bytea not null,
  zone_data_version text not null,
  setup_code_hash bytea,
  created_at timestamptz not null default now()
);
grant select on installation to {{app}}, {{worker}};
grant insert (wrapped_key, zone_data_version, setup_code_hash), update (zone_data_version, setup_code_hash) on installation to {{app}}, {{worker}};

create table organisation (
  org_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  kind text not null default 'clinic' check (kind in ('clinic', 'hospital', 'practice', 'platform')),
  zone text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  default_locale text not null check (default_locale in ('en', 'es')),
  locales text[] not null,
  phone text not null,
  email text not null,
  accent text check (accent ~ '^#[0-9a-f]{6}$'),
  listed boolean not null default false,
  guest_booking boolean not null default false,
  policy jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz not null default now()
);
select protect_tenant_table('organisation', 'select, insert, update', 'select');

create table organisation_key (
  org_id uuid primary key references organisation,
  wrapped_key bytea not null,
  created_at timestamptz not null default now()
);
select protect_tenant_table('organisation_key', 'select, insert', 'select');

create table department (
  org_id uuid not null references organisation,
  id uuid not null,
  key text not null,
  name_en text not null,
  name_es text not null,
  phone text,
  policy jsonb not null default '{}',
  position int not null default 0,
  active boolean not null default true,
  primary key (org_id, id),
  unique (org_id, key)
);
select protect_tenant_table('department', 'select, insert, update', 'select');

create table location (
  org_id uuid not null references organisation,
  id uuid not null,
  key text not null,
  name text not null,
  zone text not null,
  address_lines text[] not null,
  city text not null,
  region text not null default '',
  postal_code text not null default '',
  country text not null check (country ~ '^[A-Z]{2}$'),
  phone text not null,
  map_url text,
  directions_en text not null default '',
  directions_es text not null default '',
  position int not null default 0,
  active boolean not null default true,
  primary key (org_id, id),
  unique (org_id, key)
);
select protect_tenant_table('location', 'select, insert, update', 'select');

create table department_location (
  org_id uuid not null,
  department_id uuid not null,
  location_id uuid not null,
  primary key (org_id, department_id, location_id),
  foreign key (org_id, department_id) references department (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id)
);
select protect_tenant_table('department_location', 'select, insert, delete', 'select');

create table specialty (
  org_id uuid not null references organisation,
  code text not null,
  name_en text not null,
  name_es text not null,
  primary key (org_id, code)
);
select protect_tenant_table('specialty', 'select, insert, update', 'select');

-- The front page: organisations that chose to be listed. A function, because nobody reads across organisations.
create function listed_organisations()
returns table (slug text, name text, default_locale text, phone text, city text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.slug, o.name, o.default_locale, o.phone,
         coalesce((select l.city from location l where l.org_id = o.org_id order by l.position limit 1), '')
  from organisation o
  join organisation_address a on a.org_id = o.org_id and a.current
  where o.listed and o.kind <> 'platform'
  order by o.name
$$;
revoke all on function listed_organisations() from public;
grant execute on function listed_organisations() to {{app}};
