import {
  forecastingMethods,
  type DistributionComponents,
  type BacktestRow,
  type ForecastDay,
  type QueueForecast,
} from '@yotei/forecast';
import { startOfLocalDay } from '@yotei/time';
import { nullable } from './fact-series.js';
import type { ForecastComputeInput, ForecastComputeResult } from './forecast.compute.js';
import type { NewForecastDay, QueueMethod, StoredMethodError } from './forecasts.repository.js';

const titleOf = (methodId: string) =>
  forecastingMethods.find(({ id }) => id === methodId)?.title ?? { en: methodId, ja: methodId };

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function methodErrors(rows: readonly BacktestRow[], chosen: string): StoredMethodError[] {
  return rows
    .filter(({ targetDays }) => targetDays > 0)
    .map((row) => ({
      methodId: row.methodId,
      title: titleOf(row.methodId),
      wapeInterval: row.wapeByInterval,
      wapeDay: row.wapeByDay,
      bias: row.bias,
      mase: row.mase,
      coverage80: finite(row.coverage80),
      coverage90: finite(row.coverage90),
      origins: row.origins,
      targetDays: row.targetDays,
      byOrigin: (row.byOrigin ?? []).map(({ originOn, wapeByInterval }) => ({
        originOn,
        wape: finite(wapeByInterval),
      })),
      chosen: row.methodId === chosen,
    }));
}

function storedDay(day: ForecastDay, of: { queueId: string; zone: string; stepMinutes: number }): NewForecastDay {
  return {
    queueId: of.queueId,
    onDate: day.on,
    startAt: startOfLocalDay(day.on, of.zone),
    stepMinutes: of.stepMinutes,
    contacts: nullable(day.contacts),
    p05: nullable(day.p05),
    p10: nullable(day.p10),
    p90: nullable(day.p90),
    p95: nullable(day.p95),
    p50: nullable(day.p50),
    handleSeconds: nullable(day.averageHandleSeconds, 1),
  };
}

export interface ForecastRows {
  readonly methods: Record<string, QueueMethod>;
  readonly backtest: Record<string, readonly StoredMethodError[]>;
  readonly distributions: Record<string, DistributionComponents>;
  readonly days: readonly NewForecastDay[];
}

/** The library's answers as rows to store; queues without a forecast are left out. */
export function rowsOfForecasts(input: ForecastComputeInput, results: readonly ForecastComputeResult[]): ForecastRows {
  const rows = {
    methods: {} as Record<string, QueueMethod>,
    backtest: {} as Record<string, readonly StoredMethodError[]>,
    distributions: {} as Record<string, DistributionComponents>,
    days: [] as NewForecastDay[],
  };
  for (const { queueId, result } of results) {
    const queue = input.queues.find((candidate) => candidate.queueId === queueId)!;
    if (result.kind !== 'forecast') continue;
    rows.methods[queueId] = methodOf(result);
    rows.distributions[queueId] = result.distribution;
    rows.backtest[queueId] = methodErrors(result.backtest, result.methodId);
    rows.days.push(
      ...result.days.map((day) => storedDay(day, { queueId, zone: queue.zone, stepMinutes: queue.grid.stepMinutes })),
    );
  }
  return rows;
}

function methodOf(result: QueueForecast): QueueMethod {
  return {
    methodId: result.methodId,
    methodTitle: titleOf(result.methodId),
    trainedUntilOn: result.trainedUntilOn,
    reasons: { choice: result.reasons, leftOut: result.leftOut, proposals: result.proposals },
  };
}
