import fc from 'fast-check';
import { always, capacityGroup, capacityPlan, largeCapacityPlan } from '../../../../tests/kit/capacity-plans.js';
import { loadSolver, type MixedIntegerSolver } from '../solver/index.js';
import {
  capacityFaults,
  evaluateCapacity,
  headcountOf,
  type CapacityPlan,
  type HeadMove,
  type HiringClass,
} from '../capacity/index.js';
import { proposeHiring } from './index.js';

const WEEKS = 7;

/** Two groups, classes of 2 or 3 in weeks 0, 3 and 6, up to two people of the first for the second in weeks 0 and 4. */
const smallPlan = fc
  .record({
    contacts: fc.tuple(fc.integer({ min: 600, max: 1800 }), fc.integer({ min: 600, max: 1800 })),
    growth: fc.double({ min: -60, max: 90, noNaN: true }),
    heads: fc.tuple(fc.double({ min: 2, max: 5, noNaN: true }), fc.double({ min: 1, max: 5, noNaN: true })),
    attrition: fc.double({ min: 0, max: 0.08, noNaN: true }),
    outsourced: fc.constantFrom(0, 0.15),
    perHire: fc.integer({ min: 0, max: 1500 }),
    minHeads: fc.constantFrom(1, 2),
  })
  .map(({ contacts, growth, heads, attrition, outsourced, perHire, minHeads }) => {
    const groups = ['a', 'b'].map((id, index) => {
      const plain = capacityGroup(id, WEEKS);
      return capacityGroup(id, WEEKS, {
        contacts: Array.from({ length: WEEKS }, (_, week) => contacts[index]! + growth * week),
        heads: heads[index]!,
        weeklyAttrition: always(attrition, WEEKS),
        inOfficeShrinkage: always(0.1, WEEKS),
        outsourcedMin: always(outsourced / 3, WEEKS),
        outsourcedMax: always(outsourced, WEEKS),
        hiring: { ...plain.hiring, minHeads, maxHeads: 3, everyWeeks: 3, trainingWeeks: 1, trainingAttrition: 0.05 },
        prices: { ...plain.prices, perHire },
      });
    });
    return capacityPlan(groups, {
      crossTraining: [{ fromId: 'a', toId: 'b', maxHeads: 1, trainingWeeks: 1, speedUp: [0.7], perHead: 60 }],
    });
  });

/** Every plan there is, one after the other: the oracle. */
function cheapest(plan: CapacityPlan): number {
  const sizes = [0, 1, 2, 3].filter((size) => size === 0 || size >= plan.groups[0]!.hiring.minHeads);
  const total = (classes: HiringClass[], moves: HeadMove[]): number => {
    const { cost, shortPenalty } = evaluateCapacity({ ...plan, classes, moves });
    return cost + shortPenalty;
  };
  const classesOf = (groupId: string): HiringClass[][] =>
    sizes.flatMap((first) =>
      sizes.flatMap((second) =>
        sizes.map((third) =>
          [first, second, third].flatMap((heads, index) =>
            heads > 0 ? [{ id: `${groupId}${index}`, groupId, week: 3 * index, heads }] : [],
          ),
        ),
      ),
    );
  const moves: HeadMove[][] = [[], ...[0, 4].map((week) => [{ id: 'm', fromId: 'a', toId: 'b', week, heads: 1 }])];
  // With the moves settled the groups are independent: the least of each adds up to the least of all.
  return Math.min(
    ...moves.map((moved) => {
      const none = total([], moved);
      const gains = ['a', 'b'].map((id) => Math.min(...classesOf(id).map((classes) => total(classes, moved) - none)));
      return none + gains[0]! + gains[1]!;
    }),
  );
}

describe('a hiring plan', () => {
  let solve: MixedIntegerSolver;
  beforeAll(async () => {
    solve = await loadSolver();
  });

  it('is the cheapest of all there are, and says so', () => {
    fc.assert(
      fc.property(smallPlan, (plan) => {
        const proposal = proposeHiring(plan, { solve, keep: false, gapFraction: 1e-9 });
        expect(proposal.cost).toBeCloseTo(cheapest(plan), 4);
        expect(proposal.bound).toBeGreaterThan(proposal.cost - 1e-3);
        const filled = { ...plan, classes: proposal.classes, moves: proposal.moves };
        expect(capacityFaults(filled)).toEqual([]);
        const { cost, shortPenalty } = evaluateCapacity(filled);
        expect(cost + shortPenalty).toBeCloseTo(proposal.cost, 6);
      }),
      { numRuns: 25 },
    );
  });

  it('never costs less for more demand', () => {
    fc.assert(
      fc.property(smallPlan, fc.double({ min: 1, max: 1.5, noNaN: true }), (plan, times) => {
        const more = {
          ...plan,
          groups: plan.groups.map((group) => ({ ...group, contacts: group.contacts.map((count) => count * times) })),
        };
        const [one, other] = [plan, more].map(
          (each) => proposeHiring(each, { solve, keep: false, gapFraction: 1e-9 }).cost,
        );
        expect(other!).toBeGreaterThan(one! - 1e-3);
      }),
      { numRuns: 15 },
    );
  });

  it('loses nobody: who is here was here or joined, and has neither left nor gone over', () => {
    fc.assert(
      fc.property(smallPlan, (plan) => {
        const filled = {
          ...plan,
          classes: [{ id: 'x', groupId: 'a', week: 3, heads: 3 }],
          moves: [{ id: 'm', fromId: 'a', toId: 'b', week: 4, heads: 1 }],
        };
        for (const [index, { heads, joined, gone, left }] of headcountOf(filled).entries())
          heads.forEach((count, week) => {
            const before = week === 0 ? plan.groups[index]!.heads : heads[week - 1]! - left[week - 1]!;
            expect(count).toBeCloseTo(before + joined[week]! - gone[week]!, 9);
          });
      }),
    );
  });

  it('keeps what is decided when asked to', () => {
    const plan = capacityPlan([capacityGroup('a', 12)], {
      classes: [{ id: 'kept', groupId: 'a', week: 1, heads: 1 }],
    });
    const kept = proposeHiring(plan, { solve, keep: true });
    expect(kept.cost).toBeLessThanOrEqual(kept.costBefore);
    expect(kept.classes.map(({ id }) => id)).not.toContain('kept');
  });

  it('of many groups tied by cross-training lies within what it says of what none can beat', () => {
    const plan = largeCapacityPlan(8, 40);
    const proposal = proposeHiring(plan, { solve, keep: false });
    expect(proposal.cost).toBeLessThan(proposal.costBefore);
    expect(proposal.gapFraction).toBeGreaterThanOrEqual(0);
    expect(proposal.gapFraction).toBeLessThan(0.02);
    expect(proposal.cost * (1 - proposal.gapFraction)).toBeCloseTo(proposal.bound, 3);
    expect(capacityFaults({ ...plan, classes: proposal.classes, moves: proposal.moves })).toEqual([]);
  }, 60_000);
});
