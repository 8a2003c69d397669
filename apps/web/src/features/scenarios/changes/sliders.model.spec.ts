import type { ScenarioChange } from '@yotei/scheduling/scenarios';
import { absentOn, goalOf, moved, SLIDERS, withAbsent, withGoal } from './sliders.model.js';

const [volume, handleTime, deflection] = SLIDERS as [
  (typeof SLIDERS)[number],
  (typeof SLIDERS)[number],
  (typeof SLIDERS)[number],
];
const CHAT = ['chat'];

describe('a slider', () => {
  it('adds one change, moves it, and takes it out at its origin', () => {
    const added = volume.write([], undefined, 0.2);
    expect(added).toEqual([{ kind: 'volume', factor: 1.2 }]);
    expect(volume.read(added, undefined)).toBe(0.2);
    expect(volume.write(added, undefined, 0.3)).toEqual([{ kind: 'volume', factor: 1.3 }]);
    expect(volume.write(added, undefined, 0)).toEqual([]);
  });

  it('acts on the chosen queues only, in any order of them', () => {
    const both = volume.write(volume.write([], undefined, 0.2), ['a', 'b'], 0.5);
    expect(volume.read(both, undefined)).toBe(0.2);
    expect(volume.read(both, ['b', 'a'])).toBe(0.5);
    expect(volume.read(both, ['a'])).toBe(0);
  });

  it('leaves a change for part of the time alone', () => {
    const monday: ScenarioChange = { kind: 'volume', factor: 2, weekdays: [1] };
    expect(volume.read([monday], undefined)).toBe(0);
    expect(volume.write([monday], undefined, 0.1)).toEqual([monday, { kind: 'volume', factor: 1.1 }]);
  });

  it('keeps what the form said of its change', () => {
    expect(handleTime.write([{ kind: 'handle-time', factor: 1.1 }], undefined, 30)).toEqual([
      { kind: 'handle-time', factor: 1.1, addSeconds: 30 },
    ]);
    expect(handleTime.write([{ kind: 'handle-time', factor: 1.1, addSeconds: 30 }], undefined, 0)).toEqual([
      { kind: 'handle-time', factor: 1.1 },
    ]);
    const bot: ScenarioChange = { kind: 'deflection', queueIds: CHAT, deflectedFraction: 0.1, returningFraction: 0.2 };
    expect(deflection.write([bot], CHAT, 0.15)).toEqual([{ ...bot, deflectedFraction: 0.15 }]);
  });
});

describe('people away and the goal', () => {
  it('are one change a day and one a scope', () => {
    const two = withAbsent([], undefined, { on: '2026-11-23', agents: 2 });
    expect(two).toEqual([{ kind: 'absence', fromOn: '2026-11-23', agents: 2 }]);
    expect(absentOn(two, undefined, '2026-11-23')).toBe(2);
    expect(absentOn(two, undefined, '2026-11-24')).toBe(0);
    expect(withAbsent(two, undefined, { on: '2026-11-23', agents: 0 })).toEqual([]);
    const goal = { serviceLevelFraction: 0.9, answerWithinSeconds: 10 };
    expect(goalOf(withGoal([], CHAT, goal), CHAT)).toEqual(goal);
    expect(withGoal(withGoal([], CHAT, goal), CHAT, null)).toEqual([]);
  });
});

describe('the order of changes', () => {
  it('is moved one by one and never out of the list', () => {
    const [one, two]: ScenarioChange[] = [
      { kind: 'volume', factor: 2 },
      { kind: 'volume', factor: 3, weekdays: [1] },
    ];
    expect(moved([one!, two!], 0, 1)).toEqual([two, one]);
    expect(moved([one!, two!], 0, -1)).toEqual([one, two]);
  });
});
