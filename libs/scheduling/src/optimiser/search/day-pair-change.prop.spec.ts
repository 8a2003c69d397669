import fc from 'fast-check';
import { rosterInstance } from '../../../../../tests/kit/roster-instances.js';
import { oracleAmounts } from '../../../../../tests/kit/roster-oracle.js';
import { evaluateRoster } from '../../evaluation/index.js';
import { findRule } from '../../rules/index.js';
import { rosterOf } from '../explain/roster-of.js';
import { prepare } from '../problem/prepare.js';
import { DAYS } from '../problem/tour-space.js';
import { RandomSource } from '../random-source.js';
import { valuesThrough, weekGraph, type KeptDays } from '../polish/week-graph.js';
import { ShiftValues } from '../tour/shift-values.js';
import { DayPairChange, type DayPair } from './day-pair-change.js';
import { greedyRoster } from './greedy.js';
import { SearchState } from './search-state.js';

const drawn = fc.record({
  seed: fc.integer({ min: 1, max: 9999 }),
  agents: fc.integer({ min: 3, max: 6 }),
  weeks: fc.constantFrom(1, 2),
  restMinutes: fc.constantFrom(660, 840),
});

function pairs(): DayPair[] {
  const all: DayPair[] = [];
  for (let first = 0; first < DAYS; first++)
    for (let second = first + 1; second < DAYS; second++) all.push({ first, second });
  return all;
}

function instance({
  seed,
  agents,
  weeks,
  restMinutes,
}: {
  seed: number;
  agents: number;
  weeks: number;
  restMinutes: number;
}) {
  const plain = rosterInstance({ seed, agents, weeks });
  const rules = plain.rules.map((rule) =>
    rule.ruleId === 'min-rest-between-shifts' ? { ...rule, parameters: { restMinutes } } : rule,
  );
  return { ...plain, rules };
}

function takeBoth(state: SearchState, change: DayPairChange, unit: number, { first, second }: DayPair): void {
  const late = change.slotsOf(unit, second);
  state.takeCover(unit, late.from, late.until);
  const early = change.slotsOf(unit, first);
  state.takeSlots(unit, early.from, early.until);
}

function putBoth(state: SearchState, change: DayPairChange, unit: number, { first, second }: DayPair): void {
  const early = change.slotsOf(unit, first);
  state.putSlots(unit, early.from, early.until);
  const late = change.slotsOf(unit, second);
  state.putCover(unit, late.from, late.until);
}

/** Least value of all weeks of the unit that keep the days named, by paths through the graph of its weeks. */
function leastOfWeeks(
  state: SearchState,
  unit: number,
  { kept, free, gain }: { readonly kept: KeptDays; readonly free: DayPair; readonly gain: Float64Array },
): number {
  const { prepared } = state;
  const space = state.spaceOf(unit);
  const shifts = new ShiftValues(prepared.patterns, prepared.programmeSize);
  shifts.priceSlots(space, gain);
  shifts.valueChoices(space, 0, space.pattern.length);
  const values = shifts.values.slice();
  // Kept shifts keep their breaks: their worth is none of the answer's.
  kept.forEach((choice, day) => {
    if (choice !== undefined && choice >= 0 && day !== free.first && day !== free.second) values[choice] = 0;
  });
  return valuesThrough(weekGraph(space, state.boundaryOf(unit), { kept, mostArcs: 100_000 })!, values).best;
}

describe('the best shifts of two days', () => {
  it('cost what the evaluation says, are never worse, and keep every must rule by an oracle of its own', () => {
    let moved = 0;
    fc.assert(
      fc.property(drawn, (draw) => {
        const problem = instance(draw);
        const prepared = prepare(problem, { find: findRule });
        const state = new SearchState(prepared);
        fc.pre(greedyRoster(state, new RandomSource(draw.seed)) === null);
        const change = new DayPairChange(state);
        for (let unit = 0; unit < state.tours.length; unit++) {
          for (const pair of pairs()) {
            if (!change.allows(unit, pair)) continue;
            const before = state.cost;
            const wasWorked = state.tours[unit]!.choice[pair.first]! >= 0;
            takeBoth(state, change, unit, pair);
            change.respond(unit, pair, state.cover.gainOf(state.spaceOf(unit).group));
            putBoth(state, change, unit, pair);
            expect(state.cost).toBeLessThanOrEqual(before + 1e-6);
            if (state.tours[unit]!.choice[pair.first]! >= 0 !== wasWorked) moved++;
          }
        }
        const roster = rosterOf(prepared, state.tours);
        expect(state.cost).toBeCloseTo(evaluateRoster(problem, roster).cost, 3);
        const must = problem.rules.filter(({ level }) => level === 'must').map(({ ruleId }) => ruleId);
        for (const agent of problem.agents) {
          const own = roster.shifts.filter(({ agentId }) => agentId === agent.id);
          const amounts = oracleAmounts(problem, agent, own);
          expect(must.filter((ruleId) => (amounts[ruleId] ?? 0) > 0)).toEqual([]);
        }
      }),
      { numRuns: 10 },
    );
    expect(moved).toBeGreaterThan(4);
  });

  it('are as good as the best of all pairs of shifts tried one by one', () => {
    fc.assert(
      fc.property(drawn, (draw) => {
        const prepared = prepare(instance({ ...draw, weeks: 1 }), { find: findRule });
        const state = new SearchState(prepared);
        fc.pre(greedyRoster(state, new RandomSource(draw.seed)) === null);
        const change = new DayPairChange(state);
        const unit = draw.seed % state.tours.length;
        const pair = pairs()[draw.seed % 21]!;
        fc.pre(change.allows(unit, pair));
        const gain = Float64Array.from(state.cover.gainOf(state.spaceOf(unit).group));
        const before = Array.from(state.tours[unit]!.choice);
        takeBoth(state, change, unit, pair);
        change.respond(unit, pair, gain);
        putBoth(state, change, unit, pair);
        const beside = before.map((choice, day) => (day === pair.first || day === pair.second ? undefined : choice));
        const after = Array.from(state.tours[unit]!.choice);
        const best = leastOfWeeks(state, unit, { kept: beside, free: pair, gain });
        expect(leastOfWeeks(state, unit, { kept: after, free: pair, gain })).toBeCloseTo(best, 6);
      }),
      { numRuns: 25 },
    );
  });
});
