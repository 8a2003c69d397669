import pg from 'pg';

/**
 * Rights of the role that api and worker connect with: rows of all tables, and the queue. graphile-worker switches
 * row-level security on for its own tables, so the role needs a policy there; tenant tables have theirs already.
 */
export async function grantToRuntimeRole(owner: pg.Client, runtimeUrl: string): Promise<void> {
  const role = await roleOf(runtimeUrl);
  const { rows } = await owner.query<{ me: string }>('select current_user as me');
  if (rows[0]?.me === role) return;
  const name = pg.escapeIdentifier(role);
  for (const schema of ['public', 'graphile_worker']) {
    await owner.query(`grant usage on schema ${schema} to ${name}`);
    await owner.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${name}`);
    await owner.query(`grant usage, select on all sequences in schema ${schema} to ${name}`);
    await owner.query(`grant execute on all functions in schema ${schema} to ${name}`);
  }
  await owner.query(`grant usage on schema reporting to ${name}`);
  await owner.query(`grant select on all tables in schema reporting to ${name}`);
  await owner.query(`revoke all on reporting.readers from ${name}`);
  await owner.query(`revoke insert, update, delete on migrations, graphile_worker.migrations from ${name}`);
  const queueTables = await owner.query<{ table: string }>(
    `select c.oid::regclass::text as table from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity`,
  );
  for (const { table } of queueTables.rows) {
    await owner.query(`drop policy if exists runtime_role on ${table}`);
    await owner.query(`create policy runtime_role on ${table} to ${name} using (true) with check (true)`);
  }
}

export interface RuntimeRole {
  readonly name: string;
  /** Superusers and roles with BYPASSRLS read every organisation's rows whatever the policies say. */
  readonly canBypassRowSecurity: boolean;
}

/** What the server says about the role we are connected as. */
export async function inspectRuntimeRole(url: string): Promise<RuntimeRole> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; bypass: boolean }>(
      'select rolname as name, rolsuper or rolbypassrls as bypass from pg_roles where rolname = current_user',
    );
    return { name: rows[0]!.name, canBypassRowSecurity: rows[0]!.bypass };
  } finally {
    await client.end();
  }
}

async function roleOf(url: string): Promise<string> {
  return (await inspectRuntimeRole(url)).name;
}
