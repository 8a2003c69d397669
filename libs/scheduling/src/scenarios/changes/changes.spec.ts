import { COSTS, scenarioBase, scenarioQueue } from '../../../../../tests/kit/scenario-base.js';
import { answerScenario, applyScenario, changesInWords, comparisonInWords, SCENARIO_CHANGE_KINDS } from '../index.js';
import type { ScenarioChange } from '../index.js';

const a = scenarioQueue('a');
const b = scenarioQueue('b', { size: 8, channel: 'chat' });
const base = scenarioBase([a, b]);

const EXAMPLES: readonly ScenarioChange[] = [
  { kind: 'volume', factor: 1.2, weekdays: [1], queueIds: ['a'] },
  { kind: 'handle-time', addSeconds: 30 },
  { kind: 'mix', fromQueueId: 'a', toQueueId: 'b', fraction: 0.1 },
  { kind: 'deflection', queueIds: ['b'], deflectedFraction: 0.15 },
  { kind: 'repeat-contacts', queueIds: ['a'], repeatFraction: 0.1 },
  { kind: 'goal', queueIds: ['a'], goal: { serviceLevelFraction: 0.9, answerWithinSeconds: 10 } },
  { kind: 'occupancy-cap', maxOccupancyFraction: 0.85 },
  { kind: 'patience', factor: 0.5 },
  { kind: 'shrinkage', reason: { id: 'sickness', fraction: 0.1, planned: false } },
  { kind: 'headcount', skillId: 'a', agents: -2 },
  { kind: 'hiring', skillId: 'a', agents: 3, startsOn: '2026-11-24', trainingWeeks: 0, ramp: [0.5] },
  { kind: 'attrition', yearlyFraction: 0.3 },
  { kind: 'contract', paidHoursPerWeek: 36 },
  { kind: 'absence', skillId: 'a', fromOn: '2026-11-23', agents: 2 },
  {
    kind: 'opening-hours',
    queueIds: ['a'],
    workedHours: [{ fromMinute: 540, untilMinute: 1080 }],
    contactsOutside: 'move',
  },
  { kind: 'site', siteId: 'osaka', opensWith: [{ skillId: 'a', agents: 5, paidHoursPerWeek: 40 }] },
  {
    kind: 'new-channel',
    queueId: 'video',
    title: 'Video',
    channel: 'video',
    likeQueueId: 'a',
    contactsFactor: 0.1,
    takenFraction: 0.5,
    averageHandleSeconds: 600,
    plan: a.plan,
  },
  { kind: 'merge-queues', queueIds: ['a', 'b'], title: 'Together' },
  { kind: 'wages', factor: 1.05 },
  { kind: 'law-pack', packId: 'us-ca' },
];

describe('every kind of change', () => {
  it('has an example here', () => {
    expect(EXAMPLES.map(({ kind }) => kind)).toEqual([...SCENARIO_CHANGE_KINDS]);
  });

  it.each(EXAMPLES.map((change) => [change.kind, change] as const))('%s is applied, answered and told', (_, change) => {
    const applied = applyScenario(base, [change]);
    expect(applied).toMatchObject({ kind: 'applied' });
    const answer = answerScenario(base, [change], { withChance: false });
    expect(answer.total.requiredHours).toBeGreaterThan(0);
    expect(answer.total.cost!.total).toBeGreaterThan(0);
    expect(changesInWords([change], base, 'en')[0]).toMatchSnapshot();
    expect(changesInWords([change], base, 'ja')[0]).toMatchSnapshot();
  });

  it('all together too, in three sentences', () => {
    const before = answerScenario(base, [], { withChance: false });
    const answer = answerScenario(base, EXAMPLES.slice(0, 15), { withChance: false });
    for (const language of ['en', 'ja'] as const)
      expect(
        comparisonInWords(
          [
            { title: 'Now', answer: before },
            { title: 'Next', answer },
          ],
          language,
        ),
      ).toMatchSnapshot();
    expect(COSTS.currency).toBe(answer.currency);
  });
});
