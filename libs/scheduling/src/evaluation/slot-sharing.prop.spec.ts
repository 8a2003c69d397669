import fc from 'fast-check';
import { DEFAULT_WEIGHTS } from '../roster/index.js';
import { slotCost } from './slot-cost.js';
import { SlotSharing } from './slot-sharing.js';

const QUEUES = 3;
/** Every set of three queues a group can serve, the empty one too. */
const GROUPS = Array.from({ length: 8 }, (_, bits) => [0, 1, 2].filter((queue) => bits & (1 << queue)));

/** Eighths, because plain doubles are drawn mostly near zero, where every sharing costs the same. */
const level = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 32 }).map((n) => n / 8) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 4, noNaN: true }) },
);
const demand = fc.array(level, { minLength: QUEUES, maxLength: QUEUES });
const present = fc.array(fc.nat({ max: 7 }), { maxLength: 7 });

/** The last queue has prices of its own. */
const PRICES = [DEFAULT_WEIGHTS, DEFAULT_WEIGHTS, { underStaffing: [15, 15, 90], overStaffing: [0, 3, 3] } as const];

function sharingOf(levels: readonly number[]): SlotSharing {
  const setup = {
    demand: levels.map((level) => Float64Array.of(level)),
    groups: GROUPS,
    slotCount: 1,
    weights: PRICES,
  };
  return new SlotSharing(setup);
}

const assignedIn = (sharing: SlotSharing): number[] => [0, 1, 2].map((queue) => sharing.assignedTo(0, queue));

function costOf(assigned: readonly number[], levels: readonly number[]): number {
  return assigned.reduce((sum, count, queue) => sum + slotCost(count, levels[queue]!, PRICES[queue]!), 0);
}

/** Least cost over every way to send each present agent to one of its queues. */
function bruteForce(groups: readonly number[], levels: readonly number[]): number {
  const walk = (next: number, assigned: number[]): number => {
    if (next === groups.length) return costOf(assigned, levels);
    const queues = GROUPS[groups[next]!]!;
    if (queues.length === 0) return walk(next + 1, assigned);
    return Math.min(
      ...queues.map((queue) =>
        walk(
          next + 1,
          assigned.map((count, q) => (q === queue ? count + 1 : count)),
        ),
      ),
    );
  };
  return walk(0, [0, 0, 0]);
}

describe('sharing agents over queues', () => {
  it('costs what the best of all sharings costs', () => {
    fc.assert(
      fc.property(demand, present, (levels, groups) => {
        const sharing = sharingOf(levels);
        for (const group of groups) sharing.add(0, group);
        expect(costOf(assignedIn(sharing), levels)).toBeCloseTo(bruteForce(groups, levels), 4);
      }),
      { numRuns: 300 },
    );
  });

  it('depends only on who is present, not on who came, left or came first', () => {
    fc.assert(
      fc.property(demand, present, present, fc.integer(), (levels, groups, passing, seed) => {
        const straight = sharingOf(levels);
        for (const group of groups) straight.add(0, group);
        const wandering = sharingOf(levels);
        const shuffled = [...groups].sort((a, b) => ((a * 7919 + seed) % 13) - ((b * 7919 + seed) % 13));
        for (const group of passing) wandering.add(0, group);
        for (const group of shuffled) wandering.add(0, group);
        for (const group of passing) wandering.remove(0, group);
        expect(assignedIn(wandering)).toEqual(assignedIn(straight));
      }),
      { numRuns: 500 },
    );
  });

  it('refuses to take out an agent who is not there', () => {
    expect(() => sharingOf([1, 1, 1]).remove(0, 3)).toThrow('must have an agent in slot 0');
  });
});
