import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { queueHistory } from '../../../tests/kit/queue-history-builder.js';
import {
  BANK_EVENTS,
  bankHistory,
  dayOrigins,
  israeliBankHistory,
  weekOrigins,
} from '../../../tests/kit/shared-queue-histories.js';
import { AUTO, backtest, type BacktestOptions } from './backtest/backtest.js';
import type { BacktestRow } from './backtest/measures.js';
import { comparedMethodIds } from './catalogue.js';
import { forecastQueue } from './forecast-queue.js';
import type { QueueHistory } from './queue-history.js';
import { completeParameters } from './forecasting-method.js';
import { combination } from './methods/combination.method.js';
import { trainingViewOf } from './series/training-view.js';
import { epochDay } from '@yotei/time';
import { seededRandom } from './seeded-random.js';

interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly against?: string;
}

const METHODS = [...comparedMethodIds, AUTO];
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
  const auto = of(AUTO);
  const beside = (what: string, value: number, unit: string): BenchRow => ({
    name: `${series}, ${days}, auto: ${what}`,
    value,
    unit,
  });
  return [
    ...rows.map(error),
    beside('WAPE by day', 100 * auto.wapeByDay, '%'),
    beside('bias', 100 * auto.bias, '%'),
    beside('MASE', auto.mase, ''),
    beside('held by the 80 % band', 100 * auto.coverage80, '%'),
    beside('held by the 90 % band', 100 * auto.coverage90, '%'),
    beside('held by the 95 % band', 100 * auto.coverage95, '%'),
    ...(options.horizonDays === 7 ? rows.map(speed) : []),
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
  const view = trainingViewOf(history, new Map(), epochDay(options.fromOn));
  const winner = secondsOf(() => {
    const fitted = combination.fit(view, completeParameters(combination), seededRandom(1));
    if (fitted.kind === 'fitted') fitted.forecast(view.horizon(view.originDay, options.days));
  });
  return [
    {
      name: 'the same: fit of the winner and 28 days ahead',
      value: winner,
      unit: 's',
    },
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
  const israeliWeeks = (horizonDays: number, count: number) => ({
    horizonDays,
    originsOn: weekOrigins(israeli, { weekday: 7, horizonDays, count }),
  });
  rows.push(
    ...accuracyRows('Israeli bank', israeli, israeliWeeks(7, 11)),
    ...accuracyRows('Israeli bank', israeli, israeliWeeks(28, 8)),
  );
  if (quick) return rows;
  const bankDays = { horizonDays: 1, events: BANK_EVENTS, originsOn: bank.days.slice(-75).map(({ on }) => on) };
  const israeliDays = { horizonDays: 1, originsOn: dayOrigins(israeli, { within: 112, step: 2 }) };
  rows.push(...accuracyRows('bank', bank, bankDays), ...accuracyRows('Israeli bank', israeli, israeliDays));
  return rows;
}
