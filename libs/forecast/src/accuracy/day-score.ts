import { pinballLoss } from '../backtest/measures.js';

/** Contacts and mean handle seconds of one local day by interval; NaN = closed, missing or unknown. */
export interface DaySeries {
  readonly contacts: Float64Array;
  readonly averageHandleSeconds: Float64Array;
}

/** The band a forecast gave with its contacts, by interval. */
export interface DayBands {
  readonly p05: Float64Array;
  readonly p10: Float64Array;
  readonly p90: Float64Array;
  readonly p95: Float64Array;
}

/** What is needed to score one day of a plan; all series have one value for each interval of the local day. */
export interface DayToScore {
  readonly actual: DaySeries;
  /** The forecast in force with the edits made to it. */
  readonly plan: DaySeries;
  /** The same forecast without any edit. */
  readonly base: DaySeries;
  /** The forecast after each edit in the order they were applied; the last one equals the plan. */
  readonly layers: readonly { readonly id: string; readonly series: DaySeries }[];
  /** Bands of the base; null where the forecast had none. */
  readonly bands: DayBands | null;
  /** What simple forecasts would have said, knowing the same days; null with too little history. */
  readonly naive: Float64Array | null;
  readonly plannerMean: Float64Array | null;
  /** Mean absolute difference of an interval to that of the week before, in the history the forecast knew. */
  readonly naiveScale: number | null;
}

/** Sums over the scored intervals of a day: of |forecast - actual|, and of forecast - actual. */
export interface Errors {
  readonly absolute: number;
  readonly signed: number;
}

/** Errors of contacts, or of handle time weighted by the contacts that came. */
export interface MeasureScore {
  /** Sum of what came: contacts, or handle seconds. Errors are in the same unit. */
  readonly actual: number;
  readonly plan: Errors;
  readonly base: Errors;
  readonly layers: readonly { readonly id: string; readonly errors: Errors }[];
}

export interface BandScore {
  readonly intervals: number;
  readonly inside80: number;
  readonly inside90: number;
  readonly pinball10: number;
  readonly pinball90: number;
}

/** How one day of a plan did, as sums, so that days, queues and weeks can be added. Plain data: it is stored as it is. */
export interface DayScore {
  /** Intervals in which something came and something was said. */
  readonly scoredIntervals: number;
  /** Share of the plan's contacts that lie in scored intervals; below 1 while actuals are still arriving. */
  readonly scoredFraction: number;
  readonly contacts: MeasureScore & { readonly naive: Errors | null; readonly plannerMean: Errors | null };
  /** Null where nobody knows how long contacts took, or none were forecast to take any time. */
  readonly handle: MeasureScore | null;
  readonly naiveScale: number | null;
  readonly bands: BandScore | null;
}

/**
 * Scores one day, or the part of it whose actuals have arrived: an interval counts where both a forecast and an actual
 * exist, and also where contacts came although the forecast said closed, which counts as a forecast of 0.
 * Null when nothing can be compared. Refuses series of different lengths.
 */
export function scoreDay(day: DayToScore): DayScore | null {
  checkLengths(day);
  const scored = scoredIntervals(day);
  if (scored.length === 0) return null;
  const contactsOf = (values: Float64Array): Errors => errorsOf(scored, day.actual.contacts, values);
  const planned = sumOf(day.plan.contacts);
  return {
    scoredIntervals: scored.length,
    scoredFraction: planned > 0 ? sumAt(scored, day.plan.contacts) / planned : 1,
    contacts: {
      actual: sumAt(scored, day.actual.contacts),
      plan: contactsOf(day.plan.contacts),
      base: contactsOf(day.base.contacts),
      layers: day.layers.map(({ id, series }) => ({ id, errors: contactsOf(series.contacts) })),
      naive: day.naive && contactsOf(day.naive),
      plannerMean: day.plannerMean && contactsOf(day.plannerMean),
    },
    handle: handleScore(day, scored),
    naiveScale: day.naiveScale,
    bands: day.bands && bandScore(day.actual.contacts, day.base.contacts, day.bands),
  };
}

function checkLengths({ actual, plan, base, layers, bands, naive, plannerMean }: DayToScore): void {
  const count = actual.contacts.length;
  const series = [
    actual.averageHandleSeconds,
    ...[plan, base, ...layers.map((layer) => layer.series)].flatMap((one) => [one.contacts, one.averageHandleSeconds]),
    ...(bands ? Object.values(bands as unknown as Record<string, Float64Array>) : []),
    ...(naive ? [naive] : []),
    ...(plannerMean ? [plannerMean] : []),
  ];
  const wrong = series.find(({ length }) => length !== count);
  if (wrong)
    throw new RangeError(
      `series (${wrong.length} values) must have the ${count} intervals of the day's actuals; regrid them to one step`,
    );
}

function scoredIntervals({ actual, plan }: DayToScore): number[] {
  const scored: number[] = [];
  actual.contacts.forEach((came, i) => {
    if (!Number.isNaN(came) && (!Number.isNaN(plan.contacts[i]!) || came > 0)) scored.push(i);
  });
  return scored;
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + (value || 0), 0);

const sumAt = (at: readonly number[], values: Float64Array): number =>
  at.reduce((sum, i) => sum + (values[i]! || 0), 0);

function errorsOf(at: readonly number[], actual: Float64Array, forecast: Float64Array): Errors {
  let absolute = 0;
  let signed = 0;
  for (const i of at) {
    const error = (forecast[i]! || 0) - actual[i]!;
    absolute += Math.abs(error);
    signed += error;
  }
  return { absolute, signed };
}

/** Errors in seconds of work: those of the mean handle time, times the contacts that came. */
function handleScore({ actual, plan, base, layers }: DayToScore, scored: readonly number[]): MeasureScore | null {
  const seconds = actual.averageHandleSeconds;
  const known = scored.filter((i) => !Number.isNaN(seconds[i]!) && !Number.isNaN(plan.averageHandleSeconds[i]!));
  const actualSeconds = seconds.map((mean, i) => mean * actual.contacts[i]!);
  const total = sumAt(known, actualSeconds);
  if (!(total > 0)) return null;
  const errors = (series: DaySeries): Errors =>
    errorsOf(
      known,
      actualSeconds,
      series.averageHandleSeconds.map((mean, i) => mean * actual.contacts[i]!),
    );
  return {
    actual: total,
    plan: errors(plan),
    base: errors(base),
    layers: layers.map(({ id, series }) => ({ id, errors: errors(series) })),
  };
}

/** The bands are those of the forecast without edits: an edit says nothing of how sure it is. */
function bandScore(actual: Float64Array, base: Float64Array, bands: DayBands): BandScore {
  const sums = { intervals: 0, inside80: 0, inside90: 0, pinball10: 0, pinball90: 0 };
  actual.forEach((came, i) => {
    const { p05, p10, p90, p95 } = bands;
    if ([came, base[i]!, p05[i]!, p10[i]!, p90[i]!, p95[i]!].some(Number.isNaN)) return;
    sums.intervals++;
    sums.inside80 += Number(came >= p10[i]! && came <= p90[i]!);
    sums.inside90 += Number(came >= p05[i]! && came <= p95[i]!);
    sums.pinball10 += pinballLoss(came, p10[i]!, 0.1);
    sums.pinball90 += pinballLoss(came, p90[i]!, 0.9);
  });
  return sums;
}
