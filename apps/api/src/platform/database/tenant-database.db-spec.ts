import { setTimeout as sleep } from 'node:timers/promises';
import { newOrganisation, useTestDatabase } from '../../../../../tests/kit/test-database.js';
import type { RequestContext } from '../context/request-context.js';

describe('tenant isolation', () => {
  const db = useTestDatabase();

  async function withSkills(name: string): Promise<RequestContext> {
    const context = await newOrganisation(db, { name });
    await db.database.withTenant(context, (tx) =>
      tx.query(`insert into skills (organisation_id, code, name) values ($1, 'a', $2), ($1, 'b', $2)`, [
        context.organisationId,
        name,
      ]),
    );
    return context;
  }

  it('never shows a row of another organisation to 200 requests running mixed up', async () => {
    const contexts = await Promise.all(['North', 'South', 'East', 'West'].map(withSkills));
    const seen = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const context = contexts[index % contexts.length]!;
        return db.database.withTenant(context, async (tx) => {
          await sleep(index % 7);
          const rows = await tx.query<{ organisation_id: string; name: string }[]>(
            'select organisation_id, name from skills',
          );
          await sleep(index % 3);
          const again = await tx.query<{ count: number }[]>('select count(*)::int as count from skills');
          return { rows, count: again[0]!.count, mine: context.organisationId };
        });
      }),
    );
    for (const { rows, count, mine } of seen) {
      expect(rows.map((row) => row.organisation_id)).toEqual([mine, mine]);
      expect(count).toBe(2);
    }
  });

  it('shows nothing without a scope, also on a connection that had one before', async () => {
    const context = await withSkills('Before');
    await db.database.read(context, 'select 1');
    const counts = await Promise.all(
      Array.from({ length: 20 }, () =>
        db.database.withoutTenant((tx) => tx.query<{ count: number }[]>('select count(*)::int as count from skills')),
      ),
    );
    expect(counts.every((rows) => rows[0]!.count === 0)).toBe(true);
  });

  it('refuses to write a row into another organisation and changes none there', async () => {
    const [mine, other] = [await withSkills('Mine'), await withSkills('Other')];
    await expect(
      db.database.withTenant(mine, (tx) =>
        tx.query(`insert into skills (organisation_id, code, name) values ($1, 'c', 'x')`, [other.organisationId]),
      ),
    ).rejects.toMatchObject({ driverError: { code: '42501' } });
    const [, changed] = await db.database.withTenant(mine, (tx) =>
      tx.query<[unknown, number]>(`update skills set name = 'taken' where organisation_id = $1`, [
        other.organisationId,
      ]),
    );
    expect(changed).toBe(0);
    expect(
      (await db.database.read<{ name: string }>(other, 'select name from skills')).map(({ name }) => name),
    ).toEqual(['Other', 'Other']);
  });

  it('cannot point to a row of another organisation', async () => {
    const [mine, other] = [await withSkills('Mine'), await withSkills('Other')];
    const [site] = await db.peek<{ id: string }>(
      `insert into sites (organisation_id, name, zone, country) values ($1, 'Tokyo', 'Asia/Tokyo', 'JP') returning id`,
      [other.organisationId],
    );
    await expect(
      db.database.withTenant(mine, (tx) =>
        tx.query(`insert into teams (organisation_id, site_id, name) values ($1, $2, 'x')`, [
          mine.organisationId,
          site!.id,
        ]),
      ),
    ).rejects.toMatchObject({ driverError: { code: '23503' } });
  });

  it('rolls everything back when the work throws, and joins a transaction that runs', async () => {
    const context = await withSkills('Joined');
    const failing = db.database.withTenant(context, async () => {
      await db.database.withTenant(context, (tx) =>
        tx.query(`insert into skills (organisation_id, code, name) values ($1, 'inner', 'x')`, [
          context.organisationId,
        ]),
      );
      expect(await db.database.read(context, `select 1 from skills where code = 'inner'`)).toHaveLength(1);
      throw new Error('changed our mind');
    });
    await expect(failing).rejects.toThrow('changed our mind');
    expect(await db.database.read(context, `select 1 from skills where code = 'inner'`)).toHaveLength(0);
  });

  it('refuses one organisation inside another', async () => {
    const [mine, other] = [await withSkills('Mine'), await withSkills('Other')];
    await expect(db.database.withTenant(mine, () => db.database.read(other, 'select 1'))).rejects.toThrow(
      'withTenant inside another organisation',
    );
  });

  it('brings instants as epoch milliseconds and dates as text', async () => {
    const context = await withSkills('Types');
    const rows = await db.database.read(
      context,
      `select timestamptz '2026-11-04T09:00:00.250+09:00' as at, date '2026-03-29' as "on", 5::bigint as n`,
    );
    expect(rows).toEqual([{ at: Date.UTC(2026, 10, 4, 0, 0, 0, 250), on: '2026-03-29', n: 5 }]);
  });
});
