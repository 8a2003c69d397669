import { DEFAULT_WEIGHTS, type ObjectiveWeights, type QueueDemand } from '../../roster/index.js';
import { slotCost } from '../../evaluation/index.js';
import fc from 'fast-check';
import { costTable } from './cost-table.js';
import { CoverState } from './cover-state.js';

const grid = { startAt: Date.UTC(2026, 10, 2), stepMinutes: 15, count: 1 };

interface Centre {
  readonly queues: readonly { readonly skill: number; readonly demand: number; readonly own: boolean }[];
  readonly masks: readonly number[];
  readonly moves: readonly { readonly group: number; readonly add: boolean }[];
}

const centre: fc.Arbitrary<Centre> = fc.record({
  queues: fc.array(
    fc.record({
      skill: fc.nat({ max: 2 }),
      demand: fc.integer({ min: 0, max: 16 }).map((n) => n / 4),
      own: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  masks: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 4 }),
  moves: fc.array(fc.record({ group: fc.nat({ max: 3 }), add: fc.boolean() }), { minLength: 1, maxLength: 9 }),
});

const OWN: ObjectiveWeights = { underStaffing: [15, 15, 90], overStaffing: [0, 3, 3] };

const demandOf = (queues: Centre['queues']): QueueDemand[] =>
  queues.map(({ skill, demand, own }, i) => ({
    queueId: `q${i}`,
    skillId: `s${skill}`,
    grid,
    agentsToRoster: [demand],
    ...(own ? { weights: OWN } : {}),
  }));

/** Least cost over every way to put each agent on one of the queues it can serve. */
function leastByTrial(
  demand: readonly QueueDemand[],
  serves: readonly (readonly number[])[],
  agents: readonly number[],
): number {
  const load = demand.map(() => 0);
  const visit = (next: number): number => {
    if (next === agents.length)
      return demand.reduce(
        (sum, queue, i) => sum + slotCost(load[i]!, queue.agentsToRoster[0]!, queue.weights ?? DEFAULT_WEIGHTS),
        0,
      );
    const queues = serves[agents[next]!]!;
    if (queues.length === 0) return visit(next + 1);
    return Math.min(
      ...queues.map((queue) => {
        load[queue]!++;
        const cost = visit(next + 1);
        load[queue]!--;
        return cost;
      }),
    );
  };
  return visit(0);
}

describe('cover of a slot', () => {
  it('always costs the least over all ways to share the agents, and its gains are what adding one saves', () => {
    fc.assert(
      fc.property(centre, ({ queues, masks, moves }) => {
        const demand = demandOf(queues);
        const table = costTable(demand, DEFAULT_WEIGHTS, grid);
        // Masks are over skills s0..s2; columns stand in the order in which the demand names them.
        const columnMasks = masks.map((mask) =>
          table.columns.reduce(
            (bits, { skillId }, bit) => ((mask >> Number(skillId.slice(1))) & 1 ? bits | (1 << bit) : bits),
            0,
          ),
        );
        const serves = masks.map((mask) => queues.flatMap(({ skill }, queue) => ((mask >> skill) & 1 ? [queue] : [])));
        const cover = new CoverState(table, columnMasks, 2);
        const present: number[] = [];
        for (const { group: drawn, add } of moves) {
          const group = drawn % masks.length;
          const at = present.indexOf(group);
          if (add || at < 0) {
            const gain = cover.gainOf(group)[2]!;
            const before = cover.cost;
            cover.add(0, group);
            present.push(group);
            expect(before - cover.cost).toBeCloseTo(gain, 6);
          } else {
            cover.remove(0, group);
            present.splice(at, 1);
          }
          expect(cover.cost).toBeCloseTo(leastByTrial(demand, serves, present), 6);
          expect(cover.exactCost()).toBeCloseTo(cover.cost, 6);
        }
      }),
      { numRuns: 150 },
    );
  });
});
