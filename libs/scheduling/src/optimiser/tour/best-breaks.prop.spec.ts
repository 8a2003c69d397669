import fc from 'fast-check';
import {
  PART_DISTANCE,
  PART_EARLIEST,
  PART_FIELDS,
  PART_LATEST,
  PART_LENGTH,
  shiftPattern,
  type ShiftPattern,
} from '../problem/shift-pattern.js';
import { BreakPlacer } from './best-breaks.js';

const types = new Map([
  ['break', { id: 'break', title: 'Break', paid: true, contactWork: false }],
  ['mail', { id: 'mail', title: 'Mail', paid: true, contactWork: true }],
]);

const windowOf = fc.record({
  type: fc.constantFrom('break', 'break', 'mail'),
  earliest: fc.integer({ min: 0, max: 20 }),
  width: fc.integer({ min: 0, max: 8 }),
  length: fc.integer({ min: 1, max: 3 }),
  gap: fc.integer({ min: 0, max: 3 }),
});

/** Windows one after another, so that most drawn patterns fit. */
const pattern = fc.array(windowOf, { minLength: 0, maxLength: 3 }).map((windows): ShiftPattern | null => {
  let from = 0;
  const activities = windows.map((one) => {
    const earliest = from + one.earliest / 4;
    from = earliest + one.length + one.gap;
    return {
      activityTypeId: one.type,
      lengthMinutes: one.length * 15,
      earliestStartMinutes: Math.floor(earliest) * 15,
      latestStartMinutes: (Math.floor(earliest) + one.width) * 15,
      minGapMinutes: one.gap * 15,
    };
  });
  const template = {
    id: 't',
    title: 't',
    earliestStartMinute: 0,
    latestStartMinute: 0,
    startStepMinutes: 15,
    lengthMinutes: 36 * 15,
    activities,
  };
  try {
    return shiftPattern(template, 15, types);
  } catch {
    return null;
  }
});

/** Least gain given up over every legal way to place the activities, tried one by one. */
function leastByTrial(
  shape: ShiftPattern,
  gain: readonly number[],
  part = 0,
  before = Number.NEGATIVE_INFINITY,
): number {
  if (part === shape.partCount) return 0;
  const field = (name: number) => shape.parts[part * PART_FIELDS + name]!;
  let least = Number.POSITIVE_INFINITY;
  for (let place = field(PART_EARLIEST); place <= field(PART_LATEST); place++) {
    if (part > 0 && place < before + field(PART_DISTANCE)) continue;
    const given = gain.slice(place, place + field(PART_LENGTH)).reduce((sum, each) => sum + each, 0);
    least = Math.min(least, given + leastByTrial(shape, gain, part + 1, place));
  }
  return least;
}

describe('best places of breaks', () => {
  it('give up the least gain of all legal places, and the places written are those', () => {
    fc.assert(
      fc.property(
        pattern,
        fc.array(fc.integer({ min: -8, max: 40 }), { minLength: 36, maxLength: 36 }),
        (shape, gain) => {
          fc.pre(shape !== null);
          const placer = new BreakPlacer(36, 4, 36);
          gain.forEach((each, slot) => (placer.sums[slot + 1] = placer.sums[slot]! + each));
          const expected = leastByTrial(shape, gain);
          expect(placer.loss(shape, 0)).toBeCloseTo(expected, 9);
          const places = new Int32Array(4);
          placer.place(shape, 0, { runCost: null, out: places, offset: 0 });
          let given = 0;
          for (let part = 0; part < shape.partCount; part++) {
            const field = (name: number) => shape.parts[part * PART_FIELDS + name]!;
            expect(places[part]).toBeGreaterThanOrEqual(field(PART_EARLIEST));
            expect(places[part]).toBeLessThanOrEqual(field(PART_LATEST));
            if (part > 0) expect(places[part]! - places[part - 1]!).toBeGreaterThanOrEqual(field(PART_DISTANCE));
            for (let i = 0; i < field(PART_LENGTH); i++) given += gain[places[part]! + i]!;
          }
          expect(given).toBeCloseTo(expected, 9);
        },
      ),
    );
  });

  it('weigh the cost of long runs of contact work against the gain, exactly', () => {
    /** Every legal placing with its gain given up and the cost of its runs. */
    const trial = (shape: ShiftPattern, gain: readonly number[], runCost: Float64Array): number => {
      const visit = (part: number, before: number, from: number): number => {
        if (part === shape.partCount) return runCost[shape.lengthSlots - from]!;
        const field = (name: number) => shape.parts[part * PART_FIELDS + name]!;
        let least = Number.POSITIVE_INFINITY;
        for (let place = field(PART_EARLIEST); place <= field(PART_LATEST); place++) {
          if (part > 0 && place < before + field(PART_DISTANCE)) continue;
          const end = place + field(PART_LENGTH);
          const given = gain.slice(place, end).reduce((sum, each) => sum + each, 0);
          least = Math.min(least, given + runCost[place - from]! + visit(part + 1, place, end));
        }
        return least;
      };
      return visit(0, Number.NEGATIVE_INFINITY, 0);
    };
    const drawn = fc.record({
      most: fc.integer({ min: 0, max: 20 }),
      price: fc.constantFrom(1, 5, Number.POSITIVE_INFINITY),
    });
    const gains = fc.array(fc.integer({ min: -8, max: 40 }), { minLength: 36, maxLength: 36 });
    fc.assert(
      fc.property(pattern, gains, drawn, (shape, gain, { most, price }) => {
        fc.pre(shape !== null && shape.activitiesInterrupt);
        const runCost = Float64Array.from({ length: 37 }, (_, run) => (run > most ? price * (run - most) : 0));
        const placer = new BreakPlacer(36, 4, 36);
        gain.forEach((each, slot) => (placer.sums[slot + 1] = placer.sums[slot]! + each));
        const expected = trial(shape, gain, runCost);
        expect(placer.lossWithRuns(shape, 0, runCost)).toBe(expected);
        if (expected === Number.POSITIVE_INFINITY) return;
        const places = new Int32Array(4);
        placer.place(shape, 0, { runCost, out: places, offset: 0 });
        let [cost, from] = [0, 0];
        for (let part = 0; part < shape.partCount; part++) {
          const length = shape.parts[part * PART_FIELDS + PART_LENGTH]!;
          cost += runCost[places[part]! - from]!;
          for (let i = 0; i < length; i++) cost += gain[places[part]! + i]!;
          from = places[part]! + length;
        }
        expect(cost + runCost[shape.lengthSlots - from]!).toBe(expected);
      }),
    );
  });

  it('refuses a window that holds no slot', () => {
    const template = {
      id: 'odd',
      title: 'Odd',
      earliestStartMinute: 0,
      latestStartMinute: 0,
      startStepMinutes: 15,
      lengthMinutes: 240,
      activities: [{ activityTypeId: 'break', lengthMinutes: 15, earliestStartMinutes: 61, latestStartMinutes: 70 }],
    };
    expect(() => shiftPattern(template, 15, types)).toThrow(/must hold a slot/);
    expect(() => shiftPattern({ ...template, lengthMinutes: 250 }, 15, types)).toThrow(/multiple of slotMinutes/);
  });
});
