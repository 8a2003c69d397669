import {
  BenchmarkForecasts,
  historyFromSeries,
  scoreDay,
  type CalendarEvent,
  type DaySeries,
  type DayScore,
} from '@yotei/forecast';
import { addDays, localDaysGrid, type Grid, type LocalDate, type ZoneId } from '@yotei/time';
import type { ComputeHooks } from '../../../platform/jobs/job-definition.js';
import { nullable, seriesOfFacts, type DemandSeries } from '../fact-series.js';
import type { FactColumns } from '../interval-facts.repository.js';
import type { NewScore } from './forecast-scores.repository.js';
import type { ForecastVersionDay } from './forecasts-in-force.repository.js';
import type { KeptLayer } from './layered-days.js';

/** One forecast of one day, to be held against what came. */
export interface PlanToScore extends ForecastVersionDay {
  readonly leadDays: number;
  readonly approvalId: string | null;
  /** The edits in the order they apply, each with the series after it. */
  readonly layers: readonly KeptLayer[];
}

export interface QueueToScore {
  readonly queueId: string;
  readonly zone: ZoneId;
  readonly plans: readonly PlanToScore[];
  readonly events: readonly CalendarEvent[];
  /** Facts of the days to score and of the weeks before, in minutes since the start of `factsFromOn`. */
  readonly facts: FactColumns;
  readonly factsFromOn: LocalDate;
  readonly factsDays: number;
}

/** Runs in a worker thread: the scores of all plans given; a day on which nothing has arrived has none. */
export async function compute(queues: readonly QueueToScore[], hooks: ComputeHooks): Promise<NewScore[]> {
  const scores: NewScore[] = [];
  for (const [index, queue] of queues.entries()) {
    if (hooks.isCancelled()) break;
    scores.push(...scoresOfQueue(queue));
    hooks.progress((index + 1) / queues.length);
  }
  return scores;
}

export function scoresOfQueue(queue: QueueToScore): NewScore[] {
  const pasts = new Map<number, { actual: DemandSeries; benchmarks: BenchmarkForecasts }>();
  const pastOf = (stepMinutes: number) => {
    let past = pasts.get(stepMinutes);
    if (!past) pasts.set(stepMinutes, (past = pastInSteps(queue, stepMinutes)));
    return past;
  };
  return queue.plans.flatMap((plan) => {
    const { actual, benchmarks } = pastOf(plan.stepMinutes);
    const grid = localDaysGrid(plan.onDate, 1, queue.zone, plan.stepMinutes);
    if (grid.count !== plan.contacts.length) return [];
    const came = partOf(actual, grid);
    const { base, layers, planned } = layersOf(plan);
    const known = plan.trainedUntilOn < plan.onDate ? plan.trainedUntilOn : addDays(plan.onDate, -1);
    const score = scoreDay({
      actual: came,
      base,
      plan: planned,
      layers,
      bands: bandsOf(plan),
      ...benchmarks.of(plan.onDate, known),
    });
    return score ? [newScore({ queue, plan, score, came, planned })] : [];
  });
}

function pastInSteps({ facts, factsFromOn, factsDays, zone, events }: QueueToScore, stepMinutes: number) {
  const grid = localDaysGrid(factsFromOn, factsDays, zone, stepMinutes);
  const actual = seriesOfFacts(facts, grid);
  const history = historyFromSeries({ grid, values: actual.contacts }, null, zone);
  return { actual, benchmarks: new BenchmarkForecasts(history, events) };
}

function partOf(series: DemandSeries, grid: Grid): DaySeries {
  const from = (grid.startAt - series.grid.startAt) / (grid.stepMinutes * 60_000);
  return {
    contacts: series.contacts.slice(from, from + grid.count),
    averageHandleSeconds: series.averageHandleSeconds.slice(from, from + grid.count),
  };
}

const numbers = (values: readonly (number | null)[]) => Float64Array.from(values, (value) => value ?? Number.NaN);

const daySeries = (of: Pick<KeptLayer, 'contacts' | 'handleSeconds'>): DaySeries => ({
  contacts: numbers(of.contacts),
  averageHandleSeconds: numbers(of.handleSeconds),
});

/** The forecast without edits, after each of them in turn, and after all. */
function layersOf(plan: PlanToScore) {
  const base = daySeries(plan);
  const layers = plan.layers.map((kept) => ({ id: kept.layer.id, series: daySeries(kept) }));
  return { base, layers, planned: layers.at(-1)?.series ?? base };
}

function bandsOf({ p05, p10, p90, p95 }: PlanToScore) {
  return p05 && p10 && p90 && p95
    ? { p05: numbers(p05), p10: numbers(p10), p90: numbers(p90), p95: numbers(p95) }
    : null;
}

function newScore(of: {
  queue: QueueToScore;
  plan: PlanToScore;
  score: DayScore;
  came: DaySeries;
  planned: DaySeries;
}): NewScore {
  const { onDate, leadDays, forecastId, approvalId, startAt, stepMinutes, promisedDayError } = of.plan;
  return {
    queueId: of.queue.queueId,
    onDate,
    leadDays,
    forecastId,
    approvalId,
    startAt,
    stepMinutes,
    actual: nullable(of.came.contacts),
    planned: nullable(of.planned.contacts),
    score: of.score,
    promisedDayError,
  };
}
