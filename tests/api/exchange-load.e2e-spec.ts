import { newExchangeCentre, type ExchangeCentre } from '../kit/exchange-centre.js';
import { useTestApi } from '../kit/test-api.js';
import { runExchangeLoad } from '../load/exchange-load.js';

/**
 * Virtual agents against a real api and Postgres; afterwards the week is looked at behind the program's back. Short here;
 * the whole minute with 200 agents: YOTEI_LOAD_SECONDS=60 YOTEI_LOAD_AGENTS=200, figures are printed.
 */
const SECONDS = Number(process.env['YOTEI_LOAD_SECONDS'] ?? 5);
const AGENTS = Number(process.env['YOTEI_LOAD_AGENTS'] ?? 40);
jest.setTimeout(300_000 + SECONDS * 1000);

const api = useTestApi();
let centre: ExchangeCentre;

const minutesOf = async (): Promise<number> => {
  const [row] = await api.db.peek<{ minutes: number }>(
    `select sum(extract(epoch from upper(span) - lower(span)) / 60)::integer as minutes from shifts where schedule_id = $1`,
    [centre.scheduleId],
  );
  return row!.minutes;
};

const count = async (sql: string): Promise<number> => {
  const [row] = await api.db.peek<{ count: number }>(`select count(*)::integer as count from ${sql}`);
  return row!.count;
};

beforeAll(async () => {
  centre = await newExchangeCentre(api, { agents: AGENTS, daysOf: (i) => [i % 5, (i + 2) % 5].sort() });
  await api.data('mutation { saveExchangePolicies(settings: []) { __typename } }', {}, centre.planner);
}, 300_000);

describe('a crowd that exchanges on one week', () => {
  it('leaves nobody in two places, conserves hours, and every applied exchange once in steps and audit', async () => {
    const before = await minutesOf();
    const figures = await runExchangeLoad(centre, {
      url: api.url,
      seconds: SECONDS,
      seed: 11,
      thinkSeconds: SECONDS > 10 ? 4 : 1,
    });
    if (SECONDS > 10) process.stderr.write(`${JSON.stringify({ ...figures, failures: figures.failures.length })}\n`);
    expect(figures.failures).toEqual([]);
    expect(figures.proposed + figures.refused).toBeGreaterThan(0);
    expect(await minutesOf()).toBe(before);
    const twice = `shifts a join shifts b on a.agent_id = b.agent_id and a.id < b.id and a.span && b.span`;
    expect(await count(twice)).toBe(0);
    const sameDay = `(select agent_id, (lower(span) at time zone '${centre.zone}')::date from shifts group by 1, 2 having count(*) > 1) d`;
    expect(await count(sameDay)).toBe(0);
    const applied = await count(`exchanges where state = 'applied'`);
    expect(await count(`audit_entries where action = 'exchange.applied'`)).toBe(applied);
    expect(await count(`exchange_steps where to_state = 'applied'`)).toBe(applied);
    expect(await count(`schedule_edits where schedule_id = '${centre.scheduleId}'`)).toBe(applied);
    const lastStep = `exchanges e where e.state <> (select s.to_state from exchange_steps s where s.exchange_id = e.id order by s.step desc limit 1)`;
    expect(await count(lastStep)).toBe(0);
    expect(await count(`work_offers where taken > places`)).toBe(0);
  });

  it('can be told again from the audit log: it leads from the first holders to the last', async () => {
    const holders = new Map(
      centre.agents.flatMap(({ agentId, shiftIds }) => shiftIds.map((id) => [id, agentId] as const)),
    );
    const edits = await api.db.peek<{ after: { id: string; agentId: string }[] }>(
      'select after from schedule_edits where schedule_id = $1 order by version',
      [centre.scheduleId],
    );
    for (const { after } of edits) for (const { id, agentId } of after) holders.set(id, agentId);
    const rows = await api.db.peek<{ id: string; agent_id: string }>(
      'select id, agent_id from shifts where schedule_id = $1',
      [centre.scheduleId],
    );
    expect(new Map(rows.map((row) => [row.id, row.agent_id]))).toEqual(holders);
  });
});
