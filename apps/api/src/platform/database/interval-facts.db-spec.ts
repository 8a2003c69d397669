import { newOrganisation, useTestDatabase } from '../../../../../tests/kit/test-database.js';
import type { RequestContext } from '../context/request-context.js';

describe('interval facts', () => {
  const db = useTestDatabase();
  let context: RequestContext;
  let queue: string;

  beforeAll(async () => {
    context = await newOrganisation(db);
    queue = await db.database.withTenant(context, async (tx) => {
      const row = async (sql: string, parameters: unknown[]): Promise<string> =>
        ((await tx.query(sql, parameters)) as { id: string }[])[0]!.id;
      const site = await row(
        `insert into sites (organisation_id, name, zone, country) values ($1, 'Tokyo', 'Asia/Tokyo', 'JP') returning id`,
        [context.organisationId],
      );
      const skill = await row(
        `insert into skills (organisation_id, code, name) values ($1, 'ja', 'Japanese') returning id`,
        [context.organisationId],
      );
      return row(
        `insert into queues (organisation_id, name_en, name_ja, channel, skill_id, site_id, goal) values ($1, 'Voice', '電話', 'voice', $2, $3, '{}') returning id`,
        [context.organisationId, skill, site],
      );
    });
  });

  const add = (at: string, offered: number): Promise<unknown> =>
    db.database.withTenant(context, (tx) =>
      tx.query(
        `insert into interval_facts (organisation_id, queue_id, start_at, source, offered_count) values ($1, $2, $3, 'test', $4)
        on conflict (organisation_id, queue_id, start_at, source) do update set offered_count = excluded.offered_count`,
        [context.organisationId, queue, at, offered],
      ),
    );
  const ensure = (from: string, until: string): Promise<number> =>
    db.database.withTenant(
      context,
      async (tx) =>
        (
          (await tx.query('select ensure_interval_fact_partitions($1, $2) as made', [from, until])) as {
            made: number;
          }[]
        )[0]!.made,
    );

  it('are kept by month, once each, however often they are loaded', async () => {
    expect(await ensure('2026-01-31', '2026-03-01')).toBe(3); // January, February, March
    expect(await ensure('2026-01-31', '2026-03-01')).toBe(0);
    await add('2026-02-01T00:00:00Z', 5);
    await add('2026-02-01T00:00:00Z', 7);
    expect(await db.peek(`select tableoid::regclass::text as partition, offered_count from interval_facts`)).toEqual([
      { partition: 'interval_facts_202602', offered_count: 7 },
    ]);
  });

  it('land in the default partition where no month was made, and stay there', async () => {
    await add('2020-05-05T00:00:00Z', 1);
    expect(await ensure('2020-05-01', '2020-05-31')).toBe(0);
    expect(
      await db.database.read(context, `select offered_count from interval_facts where start_at < '2021-01-01'`),
    ).toEqual([{ offered_count: 1 }]);
  });

  it('cannot be read past the policy through a partition', async () => {
    const read = (table: string): Promise<unknown[]> =>
      db.database.withTenant(context, (tx) => tx.query(`select 1 from ${table}`));
    expect(await read('interval_facts_default')).toEqual([]);
    await expect(read('interval_facts_202602')).rejects.toMatchObject({ driverError: { code: '42501' } });
    expect(await db.database.read(await newOrganisation(db), 'select 1 from interval_facts')).toEqual([]);
  });
});
