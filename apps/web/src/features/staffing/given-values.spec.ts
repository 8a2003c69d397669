import { compileFormula } from '@yotei/scheduling/formula';
import { valuesOfInterval } from './given-values.js';
import type { QueueRequirement } from './requirement.model.js';

const START = Date.parse('2026-11-03T15:00:00Z');
const requirement = {
  startAt: '2026-11-03T15:00:00Z',
  stepMinutes: 30,
  contacts: [null, 100, 0, 100],
  averageHandleSeconds: [null, 180, null, null],
  requiredAgents: [null, 14, 0, null],
  plan: { patienceSeconds: 300 },
} as unknown as QueueRequirement;
const at = (index: number) => START + index * 1_800_000;

describe('the values of an interval', () => {
  it('are what formulas may use by name', () => {
    const given = valuesOfInterval(requirement, at(1));
    expect(given.map(({ name, value }) => [name, value])).toEqual([
      ['contacts', 100],
      ['interval', 1800],
      ['handle', 180],
      ['patience', 300],
      ['requiredAgents', 14],
    ]);
    const values = Object.fromEntries(given.map(({ name, value }) => [name, value]));
    const formula = compileFormula('agents(contacts, interval, handle, 80 %, 20 s)', given);
    // The worked example: 100 contacts of 180 s in 30 min at 80/20 are 14 agents by Erlang C.
    expect(formula.kind === 'formula' && formula.evaluate(values)).toMatchObject({ value: 14, unit: 'agents' });
  });

  it('are none where it is closed, empty, without handle time, or not there', () => {
    expect([0, 2, 3, 9].map((index) => valuesOfInterval(requirement, at(index)))).toEqual([[], [], [], []]);
    expect(valuesOfInterval(undefined, at(1))).toEqual([]);
    expect(valuesOfInterval(requirement, undefined)).toEqual([]);
  });
});
