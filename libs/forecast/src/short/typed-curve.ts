/** What a planner expects of a queue before it has a past: contacts by weekday and wall-clock time, and how sure they are. */
export interface TypedCurve {
  /** Minutes of an interval; divides 1440. */
  readonly stepMinutes: number;
  /** Contacts per wall-clock interval, Monday first, seven arrays of 1440 / stepMinutes; NaN = closed. */
  readonly weekdays: readonly Float64Array[];
  /** Mean handle seconds of a contact; null = not said. */
  readonly averageHandleSeconds: number | null;
  /** Relative standard deviation of the level, 0.02..1: 0.3 means that two queues in three lie within 30 %. */
  readonly levelSpread: number;
}

/** Two planners in three hit the level of a new queue within this; assumed where the planner says nothing. */
export const USUAL_LEVEL_SPREAD = 0.3;

/** A week's or a day's contacts with a shape and opening hours: the shortest way to type a curve. */
export interface CurveByTotal {
  readonly stepMinutes: number;
  /** Contacts of each weekday, Monday first; 0 or NaN = closed. */
  readonly weekdayContacts: readonly number[];
  /** Open wall-clock minutes of each weekday, Monday first, half-open; null = closed. */
  readonly openMinutes: readonly (readonly [from: number, until: number] | null)[];
  /** Relative weight of each wall-clock interval; null = the same all day. */
  readonly shape: ArrayLike<number> | null;
  readonly averageHandleSeconds: number | null;
  readonly levelSpread?: number;
}

/** The curve as it will be used; refuses what is not a curve and says what to mend. */
export function checkedCurve(curve: TypedCurve): TypedCurve {
  const { stepMinutes, weekdays, averageHandleSeconds, levelSpread } = curve;
  const slotCount = 1440 / stepMinutes;
  if (!Number.isInteger(slotCount)) throw new RangeError(`stepMinutes (${stepMinutes}) must divide 1440; use 15 or 30`);
  if (weekdays.length !== 7)
    throw new RangeError(`weekdays (${weekdays.length}) must be seven, Monday first; give NaN for closed ones`);
  if (weekdays.some((values) => values.length !== slotCount))
    throw new RangeError(`weekdays must have ${slotCount} values each; give one for each ${stepMinutes} minutes`);
  if (weekdays.some((values) => values.some((value) => value < 0 || value === Infinity)))
    throw new RangeError('weekdays must hold numbers from 0 up, or NaN for closed; mend the curve');
  if (!weekdays.some((values) => values.some((value) => value > 0)))
    throw new RangeError('weekdays must hold contacts in some interval; type at least one');
  if (averageHandleSeconds !== null && !(averageHandleSeconds > 0 && averageHandleSeconds < 86_400))
    throw new RangeError(
      `averageHandleSeconds (${averageHandleSeconds}) must lie above 0 and below a day; give seconds`,
    );
  if (!(levelSpread >= 0.02 && levelSpread <= 1))
    throw new RangeError(`levelSpread (${levelSpread}) must lie in 0.02..1; use 0.3 when unsure`);
  return curve;
}

/** A curve of day totals spread over the opening hours by a shape. Refuses totals without open minutes. */
export function curveOfTotals(input: CurveByTotal): TypedCurve {
  const { stepMinutes, weekdayContacts, openMinutes, shape, averageHandleSeconds } = input;
  const slotCount = 1440 / stepMinutes;
  const weekdays = Array.from({ length: 7 }, (_, index) => {
    const open = openMinutes[index];
    const contacts = weekdayContacts[index] ?? Number.NaN;
    if (!open || !(contacts > 0)) return new Float64Array(slotCount).fill(Number.NaN);
    const weights = Float64Array.from({ length: slotCount }, (__, slot) => {
      const minute = slot * stepMinutes;
      return minute >= open[0] && minute < open[1] ? (shape ? (shape[slot] ?? 0) : 1) : Number.NaN;
    });
    const all = weights.reduce((sum, weight) => sum + (weight || 0), 0);
    if (!(all > 0))
      throw new RangeError(
        `shape must have weight inside the opening hours of weekday ${index + 1}; widen one of them`,
      );
    return weights.map((weight) => (weight / all) * contacts);
  });
  return checkedCurve({
    stepMinutes,
    weekdays,
    averageHandleSeconds,
    levelSpread: input.levelSpread ?? USUAL_LEVEL_SPREAD,
  });
}
