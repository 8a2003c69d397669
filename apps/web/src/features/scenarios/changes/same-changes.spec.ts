import { sameChanges } from './same-changes.js';

describe('two lists of changes', () => {
  it('are the same in whatever order a change names its fields, but not in another order of changes', () => {
    const away = { kind: 'absence', fromOn: '2026-11-23', agents: 2 } as const;
    const goal = { kind: 'goal', goal: { serviceLevelFraction: 0.9, answerWithinSeconds: 10 } } as const;
    const stored = { kind: 'goal', goal: { answerWithinSeconds: 10, serviceLevelFraction: 0.9 } } as const;
    expect(sameChanges([away, goal], [{ agents: 2, kind: 'absence', fromOn: '2026-11-23' }, stored])).toBe(true);
    expect(sameChanges([away, goal], [goal, away])).toBe(false);
    expect(sameChanges([away], [{ ...away, agents: 3 }])).toBe(false);
  });
});
