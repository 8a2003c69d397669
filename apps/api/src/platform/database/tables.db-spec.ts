import { FEATURES } from '../../features/index.js';
import { useTestDatabase } from '../../../../../tests/kit/test-database.js';
import { inspectRuntimeRole } from './runtime-role.js';

/** Tables that belong to no organisation, each for a reason written in its migration. */
const WITHOUT_ORGANISATION = ['migrations', 'organisations', 'rate_limits', 'users', 'workers'];

interface Table {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly policies: number;
  readonly has_organisation: boolean;
  readonly is_partition: boolean;
}

describe('tables', () => {
  const db = useTestDatabase();

  function tables(): Promise<Table[]> {
    return db.peek<Table>(`
      select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, c.relispartition as is_partition,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
        exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id') as has_organisation
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
  }

  it('all belong to an organisation and force row-level security, but for those listed', async () => {
    const all = await tables();
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(({ has_organisation }) => !has_organisation).map(({ name }) => name)).toEqual(
      WITHOUT_ORGANISATION,
    );
    const open = all.filter(
      ({ has_organisation, enabled, forced, policies, is_partition }) =>
        has_organisation && !(enabled && forced && (policies > 0 || is_partition)),
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('keeps users and organisations behind policies too', async () => {
    const people = (await tables()).filter(({ name }) => name === 'users' || name === 'organisations');
    expect(people.every(({ enabled, forced, policies }) => enabled && forced && policies > 0)).toBe(true);
  });

  it('begins every index of a tenant table with the organisation, but for tokens that are looked up before it is known', async () => {
    const rows = await db.peek<{ index: string; first: string }>(`
      select i.indexrelid::regclass::text as index, a.attname as first from pg_index i
      join pg_class t on t.oid = i.indrelid and t.relnamespace = 'public'::regnamespace
      join pg_attribute own on own.attrelid = t.oid and own.attname = 'organisation_id'
      join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where a.attname <> 'organisation_id' order by 1`);
    expect(rows.map(({ index }) => index)).toEqual([
      'api_keys_secret_sha256_key',
      'calendar_feeds_token_sha256_key',
      'memberships_by_user',
      'report_shares_token_sha256_key',
      'sessions_token_sha256_key',
      'user_invitations_token_sha256_key',
    ]);
  });

  it('lets the runtime role own nothing, bypass nothing and create nothing', async () => {
    expect(await inspectRuntimeRole(db.runtimeUrl)).toEqual({ name: 'yotei_app', canBypassRowSecurity: false });
    const owned = await db.peek(`select relname from pg_class where relowner = 'yotei_app'::regrole`);
    expect(owned).toEqual([]);
    await expect(db.database.withoutTenant((tx) => tx.query('create table mine (id int)'))).rejects.toMatchObject({
      driverError: { code: '42501' },
    });
    await expect(
      db.database.withoutTenant((tx) => tx.query('alter table skills disable row level security')),
    ).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('agree with the entities, column by column', async () => {
    const wrong: string[] = [];
    for (const entity of db.dataSource.entityMetadatas) {
      const columns = await db.peek<{ name: string; type: string; nullable: boolean }>(
        `select attname as name, format_type(atttypid, null) as type, not attnotnull as nullable from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [entity.tableName],
      );
      const inDatabase = new Map(columns.map((column) => [column.name, column]));
      for (const column of entity.columns) {
        const found = inDatabase.get(column.databaseName);
        const type =
          db.dataSource.driver.normalizeType(column).replace('timestamptz', 'timestamp with time zone') +
          (column.isArray ? '[]' : '');
        if (!found) wrong.push(`${entity.tableName}.${column.databaseName} is not in the database`);
        else if (found.type !== type)
          wrong.push(`${entity.tableName}.${column.databaseName} is ${found.type}, not ${type}`);
        else if (found.nullable !== column.isNullable)
          wrong.push(`${entity.tableName}.${column.databaseName} nullable is ${found.nullable}`);
        inDatabase.delete(column.databaseName);
      }
      for (const name of inDatabase.keys()) wrong.push(`${entity.tableName}.${name} is in no entity`);
    }
    expect(wrong).toEqual([]);
    expect(db.dataSource.entityMetadatas.length).toBe(1 + FEATURES.flatMap(({ entities }) => entities).length);
  });
});
