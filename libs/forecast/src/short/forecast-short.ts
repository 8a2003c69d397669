import { dateOfEpochDay, epochDay } from '@yotei/time';
import type { BandProbability } from '../backtest/conformal-bands.js';
import type { ForecastReason } from '../backtest/choose-method.js';
import { eventsByDay } from '../calendar/calendar-event.js';
import { statedComponents } from '../distribution/learn-components.js';
import type { ForecastDay, ForecastOptions, QueueForecast } from '../queue-forecast.js';
import type { NotEnoughHistory } from '../forecasting-method.js';
import { forecastHandleSeconds } from '../handle-time/handle-time-model.js';
import type { QueueHistory } from '../queue-history.js';
import { fromSlots, slotsOfDay, tablesOf, type DayTable } from '../series/day-table.js';
import { trainingView, type HorizonDay, type TrainingView } from '../series/training-view.js';
import { countQuantile } from './count-quantile.js';
import { fitShort, type ShortDay, type ShortFit } from './fit-short.js';
import { ownRecord, type OwnRecord } from './own-record.js';
import { checkedCurve, type TypedCurve } from './typed-curve.js';

/** Contacts of evidence behind a typed handle time. */
const TYPED_HANDLE_CONTACTS = 200;

/**
 * Forecast of a queue too young to compare methods: from a typed curve, from the days there are, or from both, with bands
 * of the model itself since there are no past errors. Says how much of it is the curve, and which weekdays are borrowed.
 * Days from `fromOn` on are not looked at. Refused with `not-enough-history` when there is neither a day nor a curve.
 */
export function forecastShort(
  history: QueueHistory,
  options: Pick<ForecastOptions, 'fromOn' | 'days' | 'events' | 'opening'> & { readonly curve?: TypedCurve | null },
): QueueForecast | NotEnoughHistory {
  const { fromOn, days, events = [] } = options;
  const curve = options.curve ? curveOnStep(checkedCurve(options.curve), history.stepMinutes) : null;
  const from = epochDay(fromOn);
  const { contacts, handleSeconds } = tablesOf({ ...history, days: history.days.filter(({ on }) => on < fromOn) });
  const originDay =
    curve && contacts.days.length === 0 ? from : Math.min(from, (contacts.days.at(-1)?.day ?? from) + 1);
  const viewAt = (day: number) => trainingView(contacts, eventsByDay(events), day, options.opening);
  const view = viewAt(originDay);
  const hoursGiven = options.opening?.weekly !== undefined;
  const fit = fitShort(view, curve, { hoursGiven });
  if (!fit) return { kind: 'not-enough-history', haveDays: 0, needDays: 1 };
  const horizon = view.horizon(from, days);
  const handled = handleTimes({ contacts, handleSeconds, view, horizon, typed: curve?.averageHandleSeconds ?? null });
  const record = ownRecord({ view, viewAt, curve, hoursGiven });
  const ahead = fit.forecast(horizon).map((day) => byRecord(day, record));
  const layOut = (day: ShortDay, index: number) => laidOut(day, handled[index]!, history);
  return {
    kind: 'forecast',
    methodId: 'short-history',
    reasons: reasonsOf(fit, view, curve),
    backtest: [],
    days: ahead.map(layOut),
    distribution: statedComponents({
      stepMinutes: history.stepMinutes,
      intervalError: rateErrorOf(ahead.flatMap(spreadsOfIntervals)),
      dayError: rateErrorOf(ahead.map(spreadOfTotal)),
    }),
    trainedUntilOn: dateOfEpochDay(originDay - 1),
    leftOut: view.leftOut,
    proposals: [],
  };
}

/** The day with the spread its queue has shown; never narrower than chance. */
function byRecord(day: ShortDay, record: OwnRecord): ShortDay {
  const whole = spreadOfTotal(day);
  return {
    ...day,
    variance: day.variance.map((value, slot) => Math.max(day.mean[slot]!, value * record.intervals ** 2)),
    totalVariance: Math.max(whole.mean, whole.variance * record.days ** 2),
  };
}

/** Relative standard deviation of rates that variances leave over counting noise, taken over all these means. */
function rateErrorOf(spreads: readonly { readonly mean: number; readonly variance: number }[]): number {
  const sums = { excess: 0, squares: 0 };
  for (const { mean, variance } of spreads) {
    sums.excess += variance - mean;
    sums.squares += mean * mean;
  }
  return sums.squares > 0 ? Math.sqrt(Math.max(0, sums.excess / sums.squares)) : 0;
}

function spreadsOfIntervals({ mean, variance, open }: ShortDay) {
  return [...mean].map((value, slot) => ({ mean: value, variance: variance[slot]! })).filter((_, slot) => open[slot]);
}

function spreadOfTotal({ mean, totalVariance }: ShortDay) {
  return { mean: mean.reduce((sum, value) => sum + value, 0), variance: totalVariance };
}

function reasonsOf(fit: ShortFit, { days }: TrainingView, curve: TypedCurve | null): ForecastReason[] {
  const { curveWeight, levelSpread, borrowedWeekdays } = fit;
  const reasons: ForecastReason[] = [
    { kind: 'short-history', methodId: 'short-history', historyDays: days.length, levelSpread },
  ];
  if (curve) reasons.push({ kind: 'typed-curve', curveWeight });
  if (borrowedWeekdays.length > 0) reasons.push({ kind: 'weekdays-borrowed', weekdays: borrowedWeekdays });
  return reasons;
}

function laidOut(
  { day, open, mean, variance }: ShortDay,
  handle: Float64Array,
  { zone, stepMinutes }: QueueHistory,
): ForecastDay {
  const on = dateOfEpochDay(day);
  const slots = slotsOfDay(on, zone, stepMinutes);
  const closedIsNaN = (values: Float64Array) =>
    fromSlots(
      values.map((value, slot) => (open[slot] ? value : Number.NaN)),
      slots,
    );
  const band = (p: BandProbability) =>
    closedIsNaN(mean.map((value, slot) => (open[slot] ? countQuantile(value, variance[slot]!, p) : 0)));
  return {
    on,
    contacts: closedIsNaN(mean),
    p05: band(0.05),
    p10: band(0.1),
    p50: band(0.5),
    p90: band(0.9),
    p95: band(0.95),
    averageHandleSeconds: closedIsNaN(handle),
  };
}

interface HandleInput {
  readonly contacts: DayTable;
  readonly handleSeconds: DayTable | null;
  readonly view: TrainingView;
  readonly horizon: readonly HorizonDay[];
  readonly typed: number | null;
}

/** The typed handle time drawn to the handled contacts there are; NaN where nobody knows. */
function handleTimes({ contacts, handleSeconds, view, horizon, typed }: HandleInput): Float64Array[] {
  const unknown = () => new Float64Array(view.slotCount).fill(typed ?? Number.NaN);
  if (!handleSeconds) return horizon.map(unknown);
  // Every slot is asked for: a typed curve may be open where the history has not been yet.
  const everywhere = horizon.map((day) => ({ ...day, open: new Uint8Array(view.slotCount).fill(1) }));
  const known = forecastHandleSeconds({ contacts, handleSeconds, originDay: view.originDay })(everywhere);
  if (typed === null) return known;
  const handled = contacts.days.reduce((sum, day) => sum + day.sum, 0);
  const weight = TYPED_HANDLE_CONTACTS / (TYPED_HANDLE_CONTACTS + handled);
  return known.map((values) =>
    values.map((value) => (Number.isNaN(value) ? typed : weight * typed + (1 - weight) * value)),
  );
}

/** A curve typed in longer or shorter intervals than the queue is planned in, laid out evenly. */
function curveOnStep(curve: TypedCurve, stepMinutes: number): TypedCurve {
  if (curve.stepMinutes === stepMinutes) return curve;
  const slotCount = 1440 / stepMinutes;
  const per = stepMinutes / curve.stepMinutes;
  const weekdays = curve.weekdays.map((values) =>
    Float64Array.from({ length: slotCount }, (_, slot) => {
      const first = Math.floor(slot * per);
      if (per <= 1) return values[first]! * per;
      const parts = values.subarray(first, first + Math.round(per));
      return parts.every(Number.isNaN) ? Number.NaN : parts.reduce((sum, value) => sum + (value || 0), 0);
    }),
  );
  return { ...curve, stepMinutes, weekdays };
}
