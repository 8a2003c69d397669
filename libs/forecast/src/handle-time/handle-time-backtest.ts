import type { LocalDate } from '@yotei/time';
import { MethodRuns } from '../backtest/method-runs.js';
import { backtestOriginDays } from '../backtest/backtest.js';
import { eventsByDay, type CalendarEvent } from '../calendar/calendar-event.js';
import type { QueueHistory } from '../queue-history.js';
import { tablesOf, type DayTable } from '../series/day-table.js';
import { handleDaysBefore, type HandleDay } from './handle-cells.js';
import { fitHandleTime } from './handle-time-model.js';

export interface HandleBacktestOptions {
  readonly horizonDays: number;
  readonly origins?: number;
  readonly stepDays?: number;
  readonly fromOn?: LocalDate;
  readonly untilOn?: LocalDate;
  readonly events?: readonly CalendarEvent[];
}

/** How well handle time was forecast; fractions, every error weighted by contacts. */
export interface HandleBacktestRow {
  /** `handle-time`, or `plain-mean`: the mean of all contacts of the last four weeks, for every interval alike. */
  readonly methodId: 'handle-time' | 'plain-mean';
  readonly origins: number;
  readonly targetDays: number;
  readonly contacts: number;
  /** Sum of |actual - forecast| handle seconds of the contacts of an interval, over the sum of actual; the same by day. */
  readonly wapeByInterval: number;
  readonly wapeByDay: number;
  readonly bias: number;
  /** Share of intervals, weighted by contacts, within 1.28, 1.64 and 1.96 standard errors; NaN for the plain mean. */
  readonly coverage80: number;
  readonly coverage90: number;
  readonly coverage95: number;
}

const PLAIN_MEAN_DAYS = 28;
const BANDS = { coverage80: 1.2816, coverage90: 1.6449, coverage95: 1.96 } as const;

/**
 * Rolling-origin backtest of the handle-time forecast beside the plain mean, at the origins the backtest of contacts
 * would take. Weights are the contacts that came, so that what is judged is handle time and not volume. No row when the
 * history has no handle times.
 */
export function backtestHandleTime(history: QueueHistory, options: HandleBacktestOptions): HandleBacktestRow[] {
  const { contacts, handleSeconds } = tablesOf(history);
  if (!handleSeconds) return [];
  const { horizonDays, events = [] } = options;
  const runs = new MethodRuns({ table: contacts, events: eventsByDay(events), horizonDays, gapDays: 0, seed: 0 });
  const origins = backtestOriginDays(runs, options);
  const actual = new Map(handleDaysBefore({ contacts, handleSeconds }, Infinity).map((day) => [day.day, day]));
  const sums = { 'handle-time': new HandleSums(), 'plain-mean': new HandleSums() };
  for (const origin of origins) {
    const targets = Array.from({ length: horizonDays }, (_, index) => actual.get(origin + index)).filter(
      (day) => day !== undefined,
    );
    const tables = { contacts, handleSeconds };
    addModel(sums['handle-time'], { runs, tables, origin, targets });
    const mean = plainMean([...actual.values()], origin);
    if (mean > 0)
      for (const day of targets) sums['plain-mean'].add(day, () => ({ said: mean, standardError: Number.NaN }));
  }
  return (['handle-time', 'plain-mean'] as const).map((methodId) => ({
    methodId,
    origins: origins.length,
    ...sums[methodId].measures(),
  }));
}

interface Targets {
  readonly runs: MethodRuns;
  readonly tables: { readonly contacts: DayTable; readonly handleSeconds: DayTable };
  readonly origin: number;
  readonly targets: readonly HandleDay[];
}

function addModel(sums: HandleSums, { runs, tables, origin, targets }: Targets): void {
  const view = runs.view(origin);
  const model = fitHandleTime({ ...tables, originDay: origin, featuresOf: (day) => view.calendar.featuresOf(day) });
  if (!model) return;
  for (const target of targets) {
    const [horizonDay] = view.horizon(target.day, 1);
    // Judged in every slot that had contacts, those outside the usual hours too.
    const open = new Uint8Array(horizonDay!.open.length).fill(1);
    const [said] = model.forecast([{ ...horizonDay!, open }]);
    sums.add(target, (slot, count) => ({
      said: said![slot]!,
      standardError: model.standardError(said![slot]!, count, target.day - origin + 1),
    }));
  }
}

function plainMean(days: readonly HandleDay[], origin: number): number {
  const cells = days.filter(({ day }) => day < origin && day >= origin - PLAIN_MEAN_DAYS).flatMap((day) => day.cells);
  return cells.reduce((sum, { seconds }) => sum + seconds, 0) / cells.reduce((sum, { contacts }) => sum + contacts, 0);
}

class HandleSums {
  private readonly sums = { absolute: 0, absoluteByDay: 0, actual: 0, forecast: 0, contacts: 0, days: 0 };
  private readonly inside = { coverage80: 0, coverage90: 0, coverage95: 0 };

  add(day: HandleDay, of: (slot: number, contacts: number) => { said: number; standardError: number }): void {
    let dayForecast = 0;
    let dayActual = 0;
    for (const { slot, contacts, seconds } of day.cells) {
      const { said, standardError } = of(slot, contacts);
      dayForecast += contacts * said;
      dayActual += seconds;
      this.sums.absolute += Math.abs(seconds - contacts * said);
      this.sums.contacts += contacts;
      const error = Math.abs(seconds / contacts - said);
      for (const name of ['coverage80', 'coverage90', 'coverage95'] as const)
        this.inside[name] += error <= BANDS[name] * standardError ? contacts : 0;
      if (Number.isNaN(standardError)) this.inside.coverage80 = Number.NaN;
    }
    this.sums.absoluteByDay += Math.abs(dayForecast - dayActual);
    this.sums.forecast += dayForecast;
    this.sums.actual += dayActual;
    this.sums.days++;
  }

  measures(): Omit<HandleBacktestRow, 'methodId' | 'origins'> {
    const { absolute, absoluteByDay, actual, forecast, contacts, days } = this.sums;
    const known = Number.isNaN(this.inside.coverage80) ? Number.NaN : contacts;
    return {
      targetDays: days,
      contacts,
      wapeByInterval: absolute / actual,
      wapeByDay: absoluteByDay / actual,
      bias: (forecast - actual) / actual,
      coverage80: this.inside.coverage80 / known,
      coverage90: this.inside.coverage90 / known,
      coverage95: this.inside.coverage95 / known,
    };
  }
}
