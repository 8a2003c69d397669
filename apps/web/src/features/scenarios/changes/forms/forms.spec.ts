import type { ScenarioBase, ScenarioChange } from '@yotei/scheduling/scenarios';
import type { FormRoom } from './change-form.js';
import { CHANGE_KINDS, formOf } from './catalogue.js';

const queue = (id: string) =>
  ({ id, title: id, channel: 'voice', skillId: null, plan: { modelId: 'erlang-a', goal: {} } }) as unknown;
const room: FormRoom = {
  base: {
    grid: { startAt: Date.parse('2026-11-22T15:00:00Z'), stepMinutes: 60, count: 168 },
    zone: 'Asia/Tokyo',
    queues: [queue('a'), queue('b')],
    people: null,
    costs: null,
  } as unknown as ScenarioBase,
  skills: [{ id: 's1', text: 'Voice' }],
  sites: [{ id: 'tokyo', text: 'Tokyo' }],
  packs: [{ id: 'jp', text: 'Japan' }],
};

/** One of each kind with all the parts its form can show. */
const FULL: readonly ScenarioChange[] = [
  { kind: 'volume', factor: 1.2, queueIds: ['a'], fromOn: '2026-11-23', untilOn: '2026-11-25', weekdays: [1, 2] },
  { kind: 'handle-time', factor: 1.1, addSeconds: 30, fromMinute: 540, untilMinute: 1440 },
  { kind: 'mix', fromQueueId: 'a', toQueueId: 'b', fraction: 0.15, keepHandleTime: true },
  { kind: 'deflection', deflectedFraction: 0.15, deflectedHandleFactor: 0.8, returningFraction: 0.1, returnHours: 12 },
  { kind: 'repeat-contacts', repeatFraction: 0.2, repeatFractionInForecast: 0.1, returnHours: 48 },
  { kind: 'goal', goal: { serviceLevelFraction: 0.9, answerWithinSeconds: 10, maxOccupancyFraction: 0.85 } },
  { kind: 'patience', seconds: 90 },
  { kind: 'shrinkage', reason: { id: 'sickness', fraction: 0.08, planned: false, weekdays: [1] } },
  { kind: 'headcount', skillId: 's1', agents: -2, fromOn: '2026-11-24' },
  { kind: 'hiring', skillId: 's1', agents: 4, startsOn: '2026-11-24', trainingWeeks: 2, ramp: [0.5, 0.75] },
  { kind: 'attrition', yearlyFraction: 0.2, skillId: 's1' },
  { kind: 'contract', paidHoursPerWeek: 32, skillId: 's1' },
  { kind: 'opening-hours', workedHours: [{ weekdays: [1, 2], fromMinute: 480 }], contactsOutside: 'move' },
  { kind: 'wages', factor: 1.03, skillId: 's1' },
  { kind: 'absence', fromOn: '2026-11-23', untilOn: '2026-11-25', agents: 2, queueIds: ['a'] },
  {
    kind: 'new-channel',
    queueId: 'new-line',
    title: 'LINE',
    channel: 'voice',
    skillId: 's1',
    likeQueueId: 'a',
    contactsFactor: 0.2,
    takenFraction: 0.5,
    averageHandleSeconds: 300,
    plan: { modelId: 'chat', goal: {} },
  },
  { kind: 'merge-queues', queueIds: ['a', 'b'], title: 'Both' },
  { kind: 'occupancy-cap', maxOccupancyFraction: 0.85 },
  { kind: 'law-pack', packId: 'jp', countGuidelines: true },
  {
    kind: 'site',
    siteId: 'tokyo',
    opensWith: [{ skillId: 's1', siteId: 'tokyo', agents: 5, paidHoursPerWeek: 40 }],
    fromOn: '2026-11-24',
  },
];

describe('the forms of changes', () => {
  it('cover every kind', () => {
    expect([...CHANGE_KINDS].sort()).toEqual(FULL.map(({ kind }) => kind).sort());
  });

  it.each(FULL.map((change) => [change.kind, change] as const))(
    '%s goes into its fields and comes back',
    (_, change) => {
      const form = formOf(change.kind);
      const draft = form.read(change as never);
      const names = form.fields.map(({ name }) => name as string);
      expect(Object.keys(draft).filter((name) => !names.includes(name))).toEqual([]);
      const kept = form.write(draft, room, change as never);
      expect(JSON.parse(JSON.stringify(kept))).toEqual({
        ...(change.kind === 'opening-hours' ? { contactsOutside: 'lost' } : {}),
        ...JSON.parse(JSON.stringify(change)),
      });
    },
  );

  it.each(CHANGE_KINDS)('%s starts with every field it needs, but a name', (kind) => {
    const form = formOf(kind);
    const draft = form.start(room);
    const missing = form.fields.filter(({ name, needed }) => needed && name !== 'title' && draft[name] === undefined);
    expect(missing).toEqual([]);
    expect(form.write(draft, room, undefined).kind).toBe(kind);
  });
});
