import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backtest } from '@yotei/forecast';
import { formatUtc } from '@yotei/time';
import { runCommandLine } from '../../apps/cli/src/frame/run-for-test.js';
import { bankCalls } from '../kit/anonymous-bank.js';
import { SHARED_DATA, describeWithData } from '../kit/shared-data.js';
import { BANK_EVENTS, bankHistory, israeliBankHistory, weekOrigins } from '../kit/shared-queue-histories.js';

type Row = Readonly<Record<string, number | null>> & { readonly method: string };

/** The rows of a backtest, by method. */
async function rowsOf(args: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const { exitCode, out, error } = await runCommandLine(['backtest', ...args, '--json']);
  expect([exitCode, error.includes('fault')]).toEqual([0, false]);
  return new Map((JSON.parse(out) as { rows: Row[] }).rows.map((row) => [row.method, row]));
}

/** The commands of docs/cli/backtest.md, on the files as they are. */
describe('the protocol on the command line', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yotei-protocol-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function write(name: string, lines: readonly string[]): Promise<string> {
    await writeFile(join(folder, name), lines.join('\n'));
    return join(folder, name);
  }

  const hours = (weekdays: readonly string[], closes: string): Promise<string> =>
    write(`${weekdays[0]}.csv`, ['weekday,opens,closes', ...weekdays.map((day) => `${day},07:00,${closes}`)]);

  describeWithData('bank-calls-5min', 'for the bank', () => {
    const method = 'planner-mean,day-regression-profile';

    it.each([
      ['1d', 75, 0.0696],
      ['7d', 15, 0.0698],
      ['28d', 15, 0.067],
    ])('compares what the library compares, %s ahead from %i origins', async (horizon, origins, habit) => {
      const history = ['--history', join(SHARED_DATA, 'bank-calls-5min/bank_calls.csv')];
      const events = await write('days.csv', ['from,kind', ...BANK_EVENTS.map(({ fromOn }) => `${fromOn},closed`)]);
      const rows = await rowsOf([
        ...history,
        ...['--columns', 'start=local_time,contacts=calls', '--zone', 'America/New_York', '--interval', '30m'],
        ...['--opening', await hours(['mon', 'tue', 'wed', 'thu', 'fri'], '21:00'), '--events', events],
        ...['--horizon', horizon, '--origins', String(origins), '--method', method],
      ]);
      expect(rows.get('planner-mean')!['wape_by_interval']).toBeCloseTo(habit, 3);
      const horizonDays = Number.parseInt(horizon, 10);
      const known = bankHistory(SHARED_DATA);
      const [expected] = backtest(known, {
        methodIds: ['day-regression-profile'],
        horizonDays,
        ...(horizonDays === 1
          ? { origins }
          : { originsOn: weekOrigins(known, { weekday: 1, horizonDays, count: origins }) }),
        events: BANK_EVENTS,
        seed: 1,
      });
      const row = rows.get('day-regression-profile')!;
      expect(row['origins']).toBe(origins);
      expect(row['target_days']).toBe(expected!.targetDays);
      expect(row['wape_by_interval']).toBeCloseTo(expected!.wapeByInterval, 5);
      expect(row['coverage_80']).toBeCloseTo(expected!.coverage80, 5);
    });
  });

  describeWithData('anon-bank-volume-6min', 'for the Israeli bank', () => {
    it('sums six minutes to thirty, Sunday to Thursday, date and time in two columns', async () => {
      const present = new Set(israeliBankHistory(SHARED_DATA).days.map(({ on }) => on));
      const absent = [
        '03-02',
        '03-08',
        '03-31',
        '04-01',
        '04-06',
        '04-07',
        '04-20',
        '04-21',
        '05-20',
        '09-12',
        '09-19',
        '09-20',
      ];
      expect(absent.some((day) => present.has(`1999-${day}`))).toBe(false);
      const events = await write('low.csv', ['from,kind', ...absent.map((day) => `1999-${day},outage`)]);
      const rows = await rowsOf([
        ...['--history', join(SHARED_DATA, 'anon-bank-volume-6min/calls_1999_jan_sep.csv.gz')],
        ...['--columns', 'start=date+interval_start,contacts=calls', '--zone', 'UTC', '--interval', '30m'],
        ...['--opening', await hours(['sun', 'mon', 'tue', 'wed', 'thu'], '24:00'), '--events', events],
        ...['--horizon', '7d', '--origins', '11', '--method', 'planner-mean'],
      ]);
      // 27.5 % in the protocol's own table
      expect(rows.get('planner-mean')).toMatchObject({ origins: 11, target_days: 52 });
      expect(rows.get('planner-mean')!['wape_by_interval']).toBeCloseTo(0.275, 3);
    });
  });

  describeWithData('anon-bank-call-log', 'for handle time', () => {
    it('misses less than the plain mean on the calls of two months, with honest bands', async () => {
      const lines = bankCalls().map(({ contact }) => {
        const handled = contact.outcome === 'answered' ? (contact.handleSeconds ?? 0) : 0;
        return `${formatUtc(contact.arrivedAt)},${handled > 0 ? handled : ''}`;
      });
      const path = await write('calls.csv', ['arrived_at,handle_seconds', ...lines]);
      const rows = await rowsOf([
        ...['--history', path, '--per-contact', '--zone', 'Asia/Jerusalem', '--interval', '30m'],
        ...['--horizon', '7d', '--step', '1d', '--origins', '21', '--measure', 'handle-time'],
      ]);
      const [model, plain] = [rows.get('handle-time')!, rows.get('plain-mean')!];
      expect(model['wape_by_interval']! / plain['wape_by_interval']!).toBeLessThan(0.96); // 0.93 when set
      expect(model['wape_by_day']!).toBeLessThan(1.02 * plain['wape_by_day']!);
      expect(Math.abs(model['bias']!)).toBeLessThan(0.03);
      expect(model['coverage_80']!).toBeGreaterThan(0.72);
      expect(model['coverage_95']!).toBeGreaterThan(0.9);
    });
  });
});
