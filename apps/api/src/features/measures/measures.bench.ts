import { startBenchProgram } from '../../../../../tests/kit/bench-program.js';

const QUEUES = 10;
const DAYS = 365;
const STEPS = 96;
const FROM = Date.UTC(2025, 0, 1);
const DAY_MILLIS = 86_400_000;

const VALUES = `query ($names: [ID!]!, $range: MeasureRangeInput!) { measureValues(names: $names, range: $range) {
  ... on MeasureValues { series { whole } } ... on InvalidInput { message } } }`;
const RANGE = { fromOn: '2025-01-01', untilOn: '2026-01-01', period: 'MONTH', cut: 'QUEUE' };
const NAMES = ['offered', 'service-level-of-offered', 'abandonment', 'handle-time'];

/** A year of quarter-hours of ten queues, never added up before: the first look at it by month and queue, and the second. */
export async function bench({ root, quick }: { root: string; quick: boolean }) {
  const days = quick ? 60 : DAYS;
  const program = await startBenchProgram(root, { agents: 10, weeks: 4 });
  try {
    const { TenantDatabase } = await program.load<typeof import('../../platform/database/tenant-database.js')>(
      'platform/database/tenant-database.js',
    );
    const { IntervalFactLoader } = await program.load<typeof import('../demand/interval-fact.loader.js')>(
      'features/demand/interval-fact.loader.js',
    );
    const { QueueDirectory } = await program.load<typeof import('../demand/queue-directory.js')>(
      'features/demand/queue-directory.js',
    );
    const database = program.app.get(TenantDatabase, { strict: false });
    const queues = program.app.get(QueueDirectory, { strict: false });
    const siteId = program.ids.of('site', 'tokyo');
    for (let queue = 0; queue < QUEUES; queue += 1) {
      const queueId = await queues.create(program.context, { name: `Year ${queue}`, siteId, intervalMinutes: 15 });
      const facts = Array.from({ length: days * STEPS }, (_, step) => {
        const offeredCount = (step * 7 + queue) % 40;
        const answeredCount = Math.max(0, offeredCount - (step % 3));
        return {
          ...{ queueId, startAt: FROM + step * 900_000, offeredCount, answeredCount },
          ...{ answeredWithinCount: Math.floor(answeredCount * 0.8), abandonedCount: offeredCount - answeredCount },
          ...{ handleSeconds: answeredCount * 240, waitSeconds: answeredCount * 12 },
        };
      });
      await database.withTenant(program.context, (tx) =>
        new IntervalFactLoader().load(tx, facts, { source: 'bench', importId: null }),
      );
    }
    const untilOn = new Date(FROM + days * DAY_MILLIS).toISOString().slice(0, 10);
    const ask = async (): Promise<number> => {
      const startedAt = performance.now();
      const response = await fetch(`${program.url}/graphql`, {
        method: 'POST',
        headers: { cookie: program.cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ query: VALUES, variables: { names: NAMES, range: { ...RANGE, untilOn } } }),
      });
      const { data } = (await response.json()) as { data: { measureValues: { series?: { whole: number }[] } } };
      if (!data.measureValues.series?.some(({ whole }) => whole > 0)) throw new Error(JSON.stringify(data));
      return performance.now() - startedAt;
    };
    const [first, second] = [await ask(), await ask()];
    return [
      { name: `first look at ${days} days of ${QUEUES} queues (goal 2000)`, value: Math.round(first), unit: 'ms' },
      { name: 'the same again', value: Math.round(second), unit: 'ms' },
    ];
  } finally {
    await program.close();
  }
}
