import fc from 'fast-check';
import { dayTemplate } from '../../../../../tests/kit/roster-builder.js';
import { tourSpace, type DayChoice, type TourSpace } from '../problem/tour-space.js';
import { shiftPattern } from '../problem/shift-pattern.js';
import { TourProgramme } from './tour-programme.js';
import { emptyTour, type WeekBoundary } from './tour.js';

const DAY = 1440;
/** Four hours without breaks, one quarter-hour a slot. */
const pattern = shiftPattern(
  {
    id: 'four',
    title: 'Four',
    earliestStartMinute: 0,
    latestStartMinute: 1425,
    startStepMinutes: 15,
    lengthMinutes: 240,
    activities: [],
  },
  15,
  new Map(),
);
const PAD = 96;
const SLOTS = 9 * 96;

interface Week {
  readonly starts: readonly (readonly number[])[];
  readonly long: readonly boolean[];
  readonly must: readonly boolean[];
  readonly restMinutes: number;
  readonly startDistanceMinutes: number;
  readonly maxRunDays: number;
  readonly minMinutes: number;
  readonly maxMinutes: number;
  readonly maxDays: number;
  readonly boundary: WeekBoundary;
  readonly gains: readonly number[];
  /** Prices of starting within so many minutes of the last end. */
  /** A long rest that the week must hold, and that the next start must come after. */
  readonly rest: { readonly minutes: number; readonly isOwn: boolean; readonly isNext: boolean } | null;
  readonly soon: readonly { readonly price: number; readonly minutes: number }[];
}

const week: fc.Arbitrary<Week> = fc.record({
  starts: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { maxLength: 3 }), { minLength: 7, maxLength: 7 }),
  long: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  must: fc
    .array(fc.boolean(), { minLength: 7, maxLength: 7 })
    .map((must) => must.map((each, day) => each && day === 2)),
  restMinutes: fc.constantFrom(0, 660, 1500, 2000),
  startDistanceMinutes: fc.constantFrom(0, 0, 1320, 1440, 2000),
  maxRunDays: fc.constantFrom(1, 2, 3, 6, Number.POSITIVE_INFINITY),
  minMinutes: fc.constantFrom(0, 480, 720),
  maxMinutes: fc.constantFrom(720, 1200, Number.POSITIVE_INFINITY),
  maxDays: fc.constantFrom(2, 3, 5, Number.POSITIVE_INFINITY),
  boundary: fc.record({
    readyMinute: fc.constantFrom(-5000, 300, 1500, 3000),
    runDays: fc.integer({ min: 0, max: 6 }),
    nextStartMinute: fc.constantFrom(Number.POSITIVE_INFINITY, 7 * DAY + 60, 7 * DAY + 700),
    nextRunDays: fc.integer({ min: 0, max: 2 }),
    soonMinutes: fc.constantFrom(undefined, [400, 2000]),
    freeFromMinute: fc.constantFrom(undefined, -3000, -1200, 200),
  }),
  rest: fc.option(
    fc.record({ minutes: fc.constantFrom(1440, 2100, 3540, 5000), isOwn: fc.boolean(), isNext: fc.boolean() }),
  ),
  soon: fc.subarray([
    { price: 5, minutes: 900 },
    { price: 11, minutes: 1700 },
  ]),
  gains: fc.array(fc.integer({ min: -10, max: 20 }), { minLength: 7 * 24, maxLength: 7 * 24 }),
});

/** The week's programme does not ask what a shift is. */
const shift: DayChoice['shift'] = {
  startAt: 0,
  endAt: 0,
  template: dayTemplate,
  paidMinutes: 0,
  unpaidBreakMinutes: 0,
};

function spaceOf(given: Week): TourSpace {
  const days = given.starts.map((starts, day) =>
    starts.map((hour, i): DayChoice => {
      const startMinute = day * DAY + hour * 60;
      // A "long" choice is paid 300 minutes, so that paid lengths differ; its presence is the same.
      const paidMinutes = given.long[i] ? 300 : 240;
      return {
        pattern: 0,
        startSlot: PAD + startMinute / 15,
        startMinute,
        endMinute: startMinute + 240,
        paidMinutes,
        cost: hour % 3,
        followUps: given.soon.map(({ minutes }) => startMinute + 240 + minutes),
        shift,
      };
    }),
  );
  return tourSpace({
    agent: 0,
    group: 0,
    week: 0,
    lastWeek: given.boundary.nextStartMinute === Number.POSITIVE_INFINITY,
    days,
    mustWork: given.must.map((must, day) => must && days[day]!.length > 0),
    restMinutes: given.restMinutes,
    startDistanceMinutes: given.startDistanceMinutes,
    maxRunDays: given.maxRunDays,
    limits: { minMinutes: given.minMinutes, maxMinutes: given.maxMinutes, maxDays: given.maxDays, endCost: null },
    runCost: null,
    followUpPrices: given.soon.map(({ price }) => price),
    weekEndMinute: 7 * DAY,
    ...(given.rest && {
      longRest: { limit: { minutes: given.rest.minutes, weeks: 1 }, weekStartMinute: 0, freeFromMinute: -5000 },
    }),
  });
}

const boundaryOf = ({ boundary, rest }: Week): WeekBoundary => ({
  ...boundary,
  needsRest: rest?.isOwn === true,
  nextNeedsRest: rest?.isNext === true,
});

/** Minute by minute of the week: whether at one of them nothing was worked for so long. */
function hasRest({ boundary }: Week, space: TourSpace, chosen: readonly number[], minutes: number): boolean {
  const worked = chosen.filter((choice) => choice >= 0).map((choice) => space.startMinute[choice]!);
  for (let minute = 1; minute <= 7 * DAY; minute++) {
    const from = minute - minutes;
    const isFree = worked.every((start) => start >= minute || start + 240 <= from);
    if (isFree && (boundary.freeFromMinute ?? Number.NEGATIVE_INFINITY) <= from) return true;
  }
  return false;
}

/** Whether the chosen days hold the long rest, or need none; the day given alone decides whether one is asked for. */
function isRested(given: Week, space: TourSpace, chosen: readonly number[]): boolean {
  const { rest, boundary } = given;
  if (!rest) return true;
  const worked = chosen.filter((choice) => choice >= 0).map((choice) => space.startMinute[choice]! + 240);
  const last = Math.max(boundary.freeFromMinute ?? Number.NEGATIVE_INFINITY, ...worked);
  if (rest.isNext && last + rest.minutes > boundary.nextStartMinute) return false;
  return !rest.isOwn || hasRest(given, space, chosen, rest.minutes);
}

/** Whether the chosen days (choice index or -1) keep every limit: the rules written out plainly. */
function isLegal(given: Week, space: TourSpace, chosen: readonly number[]): boolean {
  const worked = chosen.filter((choice) => choice >= 0);
  const paid = worked.reduce((sum, choice) => sum + space.paidLengths[space.paidIndex[choice]!]!, 0);
  if (paid < given.minMinutes || paid > given.maxMinutes || worked.length > given.maxDays) return false;
  if (chosen.some((choice, day) => choice < 0 && space.mustWork[day] === 1)) return false;
  let ready = given.boundary.readyMinute;
  let run = given.boundary.runDays;
  for (const choice of chosen) {
    if (choice < 0) run = 0;
    else {
      if (space.startMinute[choice]! < ready || ++run > given.maxRunDays) return false;
      ready = space.startMinute[choice]! + Math.max(240 + given.restMinutes, given.startDistanceMinutes);
    }
  }
  return (
    ready <= given.boundary.nextStartMinute &&
    (given.boundary.nextRunDays === 0 || run + given.boundary.nextRunDays <= given.maxRunDays)
  );
}

/** What starts too soon after the last shift pay, the following week's first start included unless left out. */
function soonCost(given: Week, space: TourSpace, chosen: readonly number[], withNext: boolean): number {
  const starts = chosen.filter((choice) => choice >= 0).map((choice) => space.startMinute[choice]!);
  if (withNext) starts.push(given.boundary.nextStartMinute);
  let cost = 0;
  starts.forEach((start, i) =>
    given.soon.forEach(({ price, minutes }, k) => {
      const before = i === 0 ? (given.boundary.soonMinutes?.[k] ?? -Infinity) : starts[i - 1]! + 240 + minutes;
      if (start < before) cost += price;
    }),
  );
  return cost;
}

function bestByTrial(given: Week, space: TourSpace, value: (choice: number) => number): number {
  let best = Number.POSITIVE_INFINITY;
  const chosen: number[] = [];
  const visit = (day: number, total: number) => {
    if (day === 7) {
      if (isLegal(given, space, chosen) && isRested(given, space, chosen))
        best = Math.min(best, total + soonCost(given, space, chosen, true));
      return;
    }
    for (let choice = space.dayFrom[day]! - 1; choice < space.dayFrom[day + 1]!; choice++) {
      const off = choice < space.dayFrom[day]!;
      chosen[day] = off ? -1 : choice;
      visit(day + 1, total + (off ? 0 : value(choice)));
    }
  };
  visit(0, 0);
  return best;
}

describe('the tour programme', () => {
  const size = { paddedSlots: SLOTS, pad: PAD, slotCount: 7 * 96, maxParts: 1, maxWindow: 1 };
  const programme = new TourProgramme([pattern], size);

  it('finds the best of all legal weeks, or that there is none, and writes a legal one of that value', () => {
    fc.assert(
      fc.property(week, (given) => {
        // A run of the week after only counts where that week starts on its first day.
        fc.pre(given.boundary.nextRunDays === 0 || given.boundary.nextStartMinute < Number.POSITIVE_INFINITY);
        const space = spaceOf(given);
        const gain = new Float64Array(SLOTS);
        given.gains.forEach((each, hour) => gain.fill(each, PAD + hour * 4, PAD + hour * 4 + 4));
        const value = (choice: number) => {
          let total = space.cost[choice]!;
          for (let slot = space.startSlot[choice]!; slot < space.startSlot[choice]! + 16; slot++)
            total -= slot < PAD + 7 * 96 ? gain[slot]! : 0;
          return total;
        };
        const tour = emptyTour({ maxParts: 1, maxSlots: 7 * 16 });
        const found = programme.best(space, gain, boundaryOf(given), tour);
        expect(found).toBe(bestByTrial(given, space, value));
        if (found === Number.POSITIVE_INFINITY) return;
        expect(isLegal(given, space, [...tour.choice])).toBe(true);
        expect(isRested(given, space, [...tour.choice])).toBe(true);
        let own = tour.ownCost;
        for (let i = 0; i < tour.slotCount; i++) own -= gain[tour.slots[i]! + PAD]!;
        const next = soonCost(given, space, [...tour.choice], true) - soonCost(given, space, [...tour.choice], false);
        expect(own + next).toBe(found);
      }),
      { numRuns: 400 },
    );
  });
});
