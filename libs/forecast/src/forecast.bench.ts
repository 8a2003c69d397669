import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { queueHistory } from '../../../tests/kit/queue-history-builder.js';
import {
  BANK_EVENTS,
  bankHistory,
  israeliBankHistory,
  weekOrigins,
} from '../../../tests/kit/shared-queue-histories.js';
import { backtest, type BacktestOptions } from './backtest/backtest.js';
import type { BacktestRow } from './backtest/measures.js';
import { forecastQueue } from './forecast-queue.js';
import type { QueueHistory } from './queue-history.js';
import { seededRandom } from './seeded-random.js';

interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly against?: string;
}

const METHODS = [
  'seasonal-naive',
  'planner-mean',
  'planner-mean-8',
  'day-regression-profile',
  'low-rank-profile',
  'combination',
  'auto',
];
const clockSeconds = () => performance.now() / 1000;

/** Error against the mean of the last four same weekdays, and seconds a fit against seasonal naive, measured in the same run. */
function accuracyRows(series: string, history: QueueHistory, options: Omit<BacktestOptions, 'seed'>): BenchRow[] {
  const rows = backtest(history, { ...options, methodIds: METHODS, seed: 1, clockSeconds });
  const of = (id: string) => rows.find(({ methodId }) => methodId === id)!;
  const days = `${options.horizonDays} day${options.horizonDays === 1 ? '' : 's'} ahead`;
  const error = (row: BacktestRow): BenchRow => ({
    name: `${series}, ${days}, ${row.methodId}: WAPE by interval`,
    value: 100 * row.wapeByInterval,
    unit: '%',
    ratio: row.wapeByInterval / of('planner-mean').wapeByInterval,
    against: 'mean of the last 4 same weekdays',
  });
  const speed = (row: BacktestRow): BenchRow => ({
    name: `${series}, ${days}, ${row.methodId}: a fit and its forecast`,
    value: 1000 * (row.fitSeconds ?? Number.NaN),
    unit: 'ms',
    ratio: (row.fitSeconds ?? Number.NaN) / of('seasonal-naive').fitSeconds!,
    against: 'seasonal naive',
  });
  return [
    ...rows.map(error),
    ...(options.horizonDays === 7 ? rows.filter(({ methodId }) => methodId !== 'auto').map(speed) : []),
  ];
}

/** A year of quarter-hours round the clock: the size for which the page of goals allows three seconds. */
function wholeYear(): QueueHistory {
  const random = seededRandom(7);
  return queueHistory({
    fromOn: '2025-01-06',
    days: 364,
    stepMinutes: 15,
    zone: 'Europe/Berlin',
    contacts: ({ weekday, minuteOfDay }) =>
      Math.round((weekday < 6 ? 40 : 25) * (1.1 + Math.sin((minuteOfDay - 480) / 229)) * (0.8 + 0.4 * random())),
  });
}

function secondsOf(work: () => unknown): number {
  const startedAt = clockSeconds();
  work();
  return clockSeconds() - startedAt;
}

function speedRows(): BenchRow[] {
  const history = wholeYear();
  const options = { fromOn: '2026-01-05', days: 28, seed: 1 } as const;
  const naive = secondsOf(() => forecastQueue(history, { ...options, methodId: 'seasonal-naive' }));
  const auto = secondsOf(() => forecastQueue(history, { ...options, methodId: 'auto' }));
  return [
    {
      name: '52 weeks of quarter-hours, 24 h: auto with 8 origins, 28 days ahead',
      value: auto,
      unit: 's',
      ratio: auto / naive,
      against: 'seasonal naive with its backtest',
    },
  ];
}

export async function bench({ dataFolder, quick }: { dataFolder: string; quick?: boolean }): Promise<BenchRow[]> {
  const rows = speedRows();
  if (!existsSync(resolve(dataFolder, 'bank-calls-5min'))) return rows;
  const bank = bankHistory(dataFolder);
  const israeli = israeliBankHistory(dataFolder);
  const bankWeeks = (horizonDays: number) => ({
    horizonDays,
    events: BANK_EVENTS,
    originsOn: weekOrigins(bank, { weekday: 1, horizonDays, count: 15 }),
  });
  rows.push(...accuracyRows('bank', bank, bankWeeks(7)), ...accuracyRows('bank', bank, bankWeeks(28)));
  if (!quick)
    rows.push(
      ...accuracyRows('bank', bank, {
        horizonDays: 1,
        events: BANK_EVENTS,
        originsOn: bank.days.slice(-75).map(({ on }) => on),
      }),
    );
  rows.push(
    ...accuracyRows('Israeli bank', israeli, {
      horizonDays: 7,
      originsOn: weekOrigins(israeli, { weekday: 7, horizonDays: 7, count: 11 }),
    }),
  );
  return rows;
}
