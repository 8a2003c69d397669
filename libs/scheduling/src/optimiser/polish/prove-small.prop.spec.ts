import fc from 'fast-check';
import { addDays, instantOfLocal, MINUTE_MILLIS } from '@yotei/time';
import { smallRosterProblem } from '../../../../../tests/kit/small-rosters.js';
import { evaluateRoster } from '../../evaluation/index.js';
import {
  tileActivities,
  type ObjectiveSettings,
  type RosterProblem,
  type RuleSetting,
  type Shift,
} from '../../roster/index.js';
import { loadSolver } from '../../solver/index.js';
import { optimiseRoster } from '../optimise-roster.js';

const options = { seed: 4, iterationLimit: 300, nowMillis: () => 0 };

/** Prices of shifts that start too soon or much earlier than the day before, as the protection of people sets them. */
const FOLLOW_UPS: ObjectiveSettings = {
  wellbeing: [
    { termId: 'quick-return', weight: 20, parameters: { restHours: 14 } },
    { termId: 'backward-rotation', weight: 6 },
  ],
};

/** A small centre with what the independent model of the other tests does not hold: preferred limits, a given shift. */
const problem = fc
  .record({
    // Centres whose first bound is below their best roster, so that there is something to prove.
    seed: fc.constantFrom(2, 3, 8, 10, 12, 13, 15, 42, 50, 55),
    soft: fc.constantFrom('max-days-per-week', 'weekly-paid-minutes'),
    runs: fc.constantFrom<Partial<RuleSetting>>(
      { weight: 0.1 },
      { level: 'must', parameters: { contactMinutes: 270 } },
    ),
    given: fc.boolean(),
    soon: fc.boolean(),
  })
  .map(({ seed, soft, runs, given, soon }): RosterProblem => {
    const base = smallRosterProblem(seed);
    const rules: RuleSetting[] = [
      ...base.rules.map((rule): RuleSetting =>
        rule.ruleId === soft ? { ...rule, level: 'prefer', weight: 0.2 } : rule,
      ),
      { ruleId: 'max-continuous-contact-minutes', level: 'prefer', parameters: { contactMinutes: 240 }, ...runs },
    ];
    const day = addDays(base.startsOn, 2);
    const startAt = instantOfLocal(day, 600, base.zone);
    const span = { startAt, endAt: startAt + 240 * MINUTE_MILLIS };
    const shift: Shift = { agentId: 'a0', ...span, locked: true, activities: tileActivities(span, [], 'contact') };
    return { ...base, rules, fixedShifts: given ? [shift] : [], ...(soon && { objective: FOLLOW_UPS }) };
  });

describe('a proof of a small roster', () => {
  it('costs no more than a longer search without one, which never gets below its bound', async () => {
    const solver = await loadSolver();
    let proven = 0;
    fc.assert(
      fc.property(problem, (given) => {
        const alone = optimiseRoster(given, { ...options, iterationLimit: 1500 });
        const result = optimiseRoster(given, { ...options, solver });
        expect(result.kind).toBe(alone.kind);
        if (result.kind !== 'roster' || alone.kind !== 'roster') return;
        const judged = evaluateRoster(given, result.roster);
        expect(judged.breaches.filter((breach) => breach.level === 'must')).toEqual([]);
        expect(result.cost).toBe(judged.cost);
        expect(result.lowerBound).toBeLessThanOrEqual(alone.cost + 1e-6);
        if (result.stoppedBy !== 'optimal') return;
        expect(result.cost).toBeLessThanOrEqual(alone.cost + 1e-6);
        proven += Number(result.lowerBound > alone.lowerBound + 1);
      }),
      { numRuns: 5 },
    );
    expect(proven).toBeGreaterThan(0);
  });

  it('holds prices of shifts that follow too soon: no search finds a cheaper roster', async () => {
    const solver = await loadSolver();
    let proven = 0;
    for (const seed of [3, 13]) {
      const given = { ...smallRosterProblem(seed), objective: FOLLOW_UPS };
      const alone = optimiseRoster(given, { ...options, iterationLimit: 1500 });
      const result = optimiseRoster(given, { ...options, solver });
      if (result.kind !== 'roster' || alone.kind !== 'roster') continue;
      expect(result.cost).toBe(evaluateRoster(given, result.roster).cost);
      expect(result.lowerBound).toBeLessThanOrEqual(alone.cost + 1e-6);
      if (result.stoppedBy !== 'optimal') continue;
      expect(result.cost).toBeLessThanOrEqual(alone.cost + 1e-6);
      proven += Number(result.lowerBound > alone.lowerBound + 1e-6);
    }
    expect(proven).toBeGreaterThan(0);
  });
});
