import type { MigrationInterface, QueryRunner } from 'typeorm';

const UUID_V7 = `
create function uuid_v7() returns uuid language sql volatile parallel safe as $$
  select encode(set_bit(set_bit(
    overlay(uuid_send(gen_random_uuid())
      placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
    52, 1), 53, 1), 'hex')::uuid
$$;
comment on function uuid_v7() is 'RFC 9562 version 7; written in SQL because PostgreSQL has its own only from 18 on';`;

/** Who is asking, set for one transaction only (`set_config(name, value, true)`); null when nobody said. */
const SCOPE = `
create function app_organisation_id() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.organisation', true), '')::uuid
$$;
create function app_user_id() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.user', true), '')::uuid
$$;
create function app_secret(name text) returns text language sql stable parallel safe as $$
  select nullif(current_setting('app.' || name, true), '')
$$;`;

/** Every tenant table goes through this: forced, so that the owner of the tables is held to it as well. */
const PROTECT = `
create procedure protect_tenant_table(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy same_organisation on %s
    using (organisation_id = (select app_organisation_id()))
    with check (organisation_id = (select app_organisation_id()))', name);
end $$;`;

const IMMUTABLE = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are immutable; write a new version', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;`;

/** Functions every later table leans on: keys, request scope, tenant protection, immutability. */
export class Foundation1795295400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists btree_gist');
    for (const sql of [UUID_V7, SCOPE, PROTECT, IMMUTABLE]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
