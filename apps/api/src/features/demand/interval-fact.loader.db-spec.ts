import { newOrganisation, useTestDatabase } from '../../../../../tests/kit/test-database.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { IntervalFactLoader, type IntervalFact } from './interval-fact.loader.js';

const db = useTestDatabase();
const loader = new IntervalFactLoader();
const QUARTER = 900_000;
const NINE = Date.UTC(2026, 2, 2, 9);

/** A queue with what it refers to, in the shortest form the tables take. */
async function newQueue(context: RequestContext): Promise<string> {
  return db.database.withTenant(context, async (tx) => {
    const [site] = await tx.query(
      `insert into sites (organisation_id, name, zone, country) values (app_organisation_id(), 'Dublin', 'Europe/Dublin', 'IE') returning id`,
    );
    const [skill] = await tx.query(
      `insert into skills (organisation_id, code, name) values (app_organisation_id(), 'voice', 'Voice') returning id`,
    );
    const [queue] = await tx.query(
      `insert into queues (organisation_id, name_en, name_ja, channel, skill_id, site_id, goal) values (app_organisation_id(), 'Voice', '電話', 'voice', $1, $2, '{}') returning id`,
      [skill.id, site.id],
    );
    return queue.id as string;
  });
}

const load = (context: RequestContext, facts: readonly IntervalFact[], source = 'test') =>
  db.database.withTenant(context, (tx) => loader.load(tx, facts, { source, importId: null }));
const stored = (context: RequestContext) =>
  db.database.read<{ startAt: number; offered: number; answered: number | null }>(
    context,
    `select start_at as "startAt", offered_count as offered, answered_count as answered from interval_facts order by start_at, source`,
  );

describe('loading interval facts', () => {
  it('counts what is new or different, so that loading twice changes nothing', async () => {
    const context = await newOrganisation(db);
    const queueId = await newQueue(context);
    const facts = [0, 1, 2].map((i) => ({
      queueId,
      startAt: NINE + i * QUARTER,
      offeredCount: 10 + i,
      answeredCount: 9 + i,
      handleSeconds: 100,
    }));
    expect(await load(context, facts)).toBe(3);
    expect(await load(context, facts)).toBe(0);
    expect(await load(context, [{ ...facts[0]!, offeredCount: 99 }, facts[1]!])).toBe(1);
    expect(await stored(context)).toMatchObject([{ startAt: NINE, offered: 99 }, { offered: 11 }, { offered: 12 }]);
  });

  it('takes the last of several rows for one interval, and keeps sources apart', async () => {
    const context = await newOrganisation(db);
    const queueId = await newQueue(context);
    const at = (offeredCount: number) => ({ queueId, startAt: NINE, offeredCount });
    expect(await load(context, [at(1), at(2), at(3)])).toBe(1);
    expect(await load(context, [at(7)], 'other')).toBe(1);
    expect((await stored(context)).map(({ offered }) => offered).sort()).toEqual([3, 7]);
  });

  it('keeps unknown counts unknown', async () => {
    const context = await newOrganisation(db);
    const queueId = await newQueue(context);
    await load(context, [{ queueId, startAt: NINE, offeredCount: 4 }]);
    expect(await stored(context)).toEqual([{ startAt: NINE, offered: 4, answered: null }]);
  });

  it('writes into no other organisation', async () => {
    const context = await newOrganisation(db);
    const queueId = await newQueue(context);
    const stranger = await newOrganisation(db);
    await expect(load(stranger, [{ queueId, startAt: NINE, offeredCount: 4 }])).rejects.toThrow();
    expect(await stored(context)).toEqual([]);
  });

  it('is gone as a whole when its transaction fails', async () => {
    const context = await newOrganisation(db);
    const queueId = await newQueue(context);
    const failing = db.database.withTenant(context, async (tx) => {
      await loader.load(tx, [{ queueId, startAt: NINE, offeredCount: 4 }], { source: 'test', importId: null });
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(await stored(context)).toEqual([]);
  });
});
