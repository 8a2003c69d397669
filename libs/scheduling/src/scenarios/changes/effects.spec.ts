import { localDaysGrid } from '@yotei/time';
import { PHONE_PLAN, scenarioBase, scenarioQueue } from '../../../../../tests/kit/scenario-base.js';
import { answerScenario, SCENARIO_CHANGE_KINDS } from '../index.js';
import type { ScenarioAnswer, ScenarioBase, ScenarioChange, ScenarioQueueAnswer } from '../index.js';

const ZONE = 'Asia/Tokyo';
const FROM = '2026-11-23';
const DAY = 24 * 60;

/** Two queues from 9 to 17 o'clock every day, in the steps in which a base of so many days is asked. */
function baseOf(days: number, stepMinutes: number): ScenarioBase {
  const grid = localDaysGrid(FROM, days, ZONE, stepMinutes);
  const queue = (id: string, perHour: number) => {
    const contacts = Float64Array.from({ length: grid.count }, (_, index) => {
      const hour = ((index * stepMinutes) % DAY) / 60;
      return hour < 9 || hour >= 17 ? Number.NaN : (perHour * stepMinutes) / 60;
    });
    const forecast = { grid, zone: ZONE, contacts, averageHandleSeconds: contacts.map(() => 300), rateCv: 0.08 };
    return scenarioQueue(id, { days: 1, forecast, ...(id === 'b' && { channel: 'chat' }) });
  };
  return scenarioBase([queue('a', 60), queue('b', 24)]);
}

interface Seen {
  readonly before: ScenarioAnswer;
  readonly after: ScenarioAnswer;
  readonly days: number;
}

const queueOf = ({ queues }: ScenarioAnswer, id: string): ScenarioQueueAnswer =>
  queues.find(({ queueId }) => queueId === id)!;
const workOf = (answer: ScenarioAnswer): number => queueOf(answer, 'a').total.workingHours;
/** Working hours of the queue of skill a, as a share of what they were. */
const works = (share: number) => (seen: Seen) => expect(workOf(seen.after) / workOf(seen.before)).toBeCloseTo(share, 3);

/** A change of each kind, and the effect it must have over any stretch of time. */
const EFFECTS: readonly (readonly [ScenarioChange, (seen: Seen) => void])[] = [
  [
    { kind: 'volume', factor: 1.2 },
    ({ before, after }) => expect(after.total.contacts).toBeCloseTo(1.2 * before.total.contacts, 4),
  ],
  [
    { kind: 'handle-time', addSeconds: 30 },
    ({ after }) => expect(after.total.averageHandleSeconds).toBeCloseTo(330, 9),
  ],
  [
    { kind: 'mix', fromQueueId: 'a', toQueueId: 'b', fraction: 0.1 },
    ({ before, after }) => {
      expect(after.total.contacts).toBeCloseTo(before.total.contacts, 4);
      expect(queueOf(after, 'a').total.contacts).toBeCloseTo(0.9 * queueOf(before, 'a').total.contacts, 4);
    },
  ],
  [
    { kind: 'deflection', queueIds: ['b'], deflectedFraction: 0.15, deflectedHandleFactor: 0.8 },
    ({ before, after }) => {
      const [was, is] = [queueOf(before, 'b').total, queueOf(after, 'b').total];
      expect(is.botContacts).toBeCloseTo(0.15 * was.contacts, 4);
      expect(is.contacts).toBeCloseTo(0.85 * was.contacts, 4);
      // What stays is harder: (1 - 0.15 x 0.8) / 0.85 times as long.
      expect(is.averageHandleSeconds).toBeCloseTo((300 * 0.88) / 0.85, 6);
    },
  ],
  [
    { kind: 'repeat-contacts', queueIds: ['a'], repeatFraction: 0.1, returnHours: 2 },
    ({ before, after }) => {
      // In the long run each contact becomes 1 / 0.9; those after the last day are not seen.
      const more = queueOf(after, 'a').total.contacts / queueOf(before, 'a').total.contacts;
      expect(more).toBeGreaterThan(1.08);
      expect(more).toBeLessThanOrEqual(1 / 0.9 + 1e-9);
    },
  ],
  [
    { kind: 'goal', goal: { serviceLevelFraction: 0.95, answerWithinSeconds: 10 } },
    ({ before, after }) => {
      expect(after.total.requiredHours).toBeGreaterThan(before.total.requiredHours);
      expect(after.total.serviceLevel).toBeGreaterThan(before.total.serviceLevel);
    },
  ],
  [
    { kind: 'occupancy-cap', maxOccupancyFraction: 0.5 },
    ({ before, after }) => {
      expect(before.total.occupancy).toBeGreaterThan(0.5);
      expect(after.total.occupancy).toBeLessThanOrEqual(0.5 + 1e-9);
    },
  ],
  [
    { kind: 'patience', seconds: 60 },
    ({ before, after }) => expect(after.total.abandonment).toBeGreaterThan(before.total.abandonment),
  ],
  [
    { kind: 'shrinkage', reason: { id: 'sickness', fraction: 0.3, planned: false } },
    ({ before, after }) => {
      expect(after.total.requiredHours).toBe(before.total.requiredHours);
      expect(after.total.hoursToRoster).toBeGreaterThan(1.2 * before.total.hoursToRoster);
    },
  ],
  [{ kind: 'headcount', skillId: 'a', agents: -2 }, works(0.8)],
  [{ kind: 'hiring', skillId: 'a', agents: 5, startsOn: FROM }, works(1.5)],
  [
    { kind: 'attrition', skillId: 'a', yearlyFraction: 0.3 },
    ({ before, after, days }) => {
      const last = (answer: ScenarioAnswer) => queueOf(answer, 'a').days.at(-1)!.workingHours;
      expect(last(after) / last(before)).toBeCloseTo(0.7 ** ((days - 1) / 365), 2);
    },
  ],
  [{ kind: 'contract', skillId: 'a', paidHoursPerWeek: 36 }, works(0.9)],
  [
    { kind: 'absence', queueIds: ['a'], fromOn: FROM, agents: 2, contactHoursPerDay: 6 },
    ({ before, after }) => {
      const [was, is] = [queueOf(before, 'a').days, queueOf(after, 'a').days];
      // Two people's six hours are missing on the Monday of those scheduled, of whom 5 % are sick anyway; no other day moves.
      expect(was[0]!.workingHours - is[0]!.workingHours).toBeGreaterThan(10);
      expect(was[0]!.workingHours - is[0]!.workingHours).toBeLessThanOrEqual(12.01);
      expect(is.slice(1).map(({ workingHours }) => workingHours)).toEqual(
        was.slice(1).map(({ workingHours }) => workingHours),
      );
    },
  ],
  [
    { kind: 'opening-hours', queueIds: ['a'], workedHours: [{ fromMinute: 600, untilMinute: 960 }] },
    ({ before, after }) =>
      // Six hours in place of eight.
      expect(queueOf(after, 'a').total.contacts).toBeCloseTo((queueOf(before, 'a').total.contacts * 6) / 8, 4),
  ],
  [{ kind: 'site', siteId: 'osaka', opensWith: [{ skillId: 'a', agents: 5, paidHoursPerWeek: 40 }] }, works(1.5)],
  [
    {
      ...{ kind: 'new-channel', queueId: 'video', title: 'Video', channel: 'video', likeQueueId: 'a' },
      ...{ contactsFactor: 0.1, takenFraction: 0.5, averageHandleSeconds: 600, plan: PHONE_PLAN },
    },
    ({ before, after }) => {
      const was = queueOf(before, 'a').total.contacts;
      expect(queueOf(after, 'video').total.contacts).toBeCloseTo(0.1 * was, 4);
      expect(queueOf(after, 'a').total.contacts).toBeCloseTo(0.95 * was, 4);
    },
  ],
  [
    { kind: 'merge-queues', queueIds: ['a', 'b'] },
    ({ before, after }) => {
      expect(after.queues).toHaveLength(1);
      expect(after.total.contacts).toBeCloseTo(before.total.contacts, 4);
      expect(after.total.requiredHours).toBeLessThan(before.total.requiredHours);
    },
  ],
  [
    { kind: 'wages', factor: 1.05 },
    ({ before, after }) => expect(after.total.cost!.wages).toBeCloseTo(1.05 * before.total.cost!.wages, 2),
  ],
  [
    { kind: 'law-pack', packId: 'us-ca' },
    // Paid rest there: two times ten minutes of a shift of eight hours.
    works(1 - 20 / 480),
  ],
];

describe.each([
  ['a week of quarter-hours', 7, 15],
  ['a quarter of half-hours', 91, 30],
  ['a year of hours', 364, 60],
] as const)('over %s', (_, days, stepMinutes) => {
  const base = baseOf(days, stepMinutes);
  const before = answerScenario(base, [], { withChance: false });

  it.each(EFFECTS.map(([change, effect]) => [change.kind, change, effect] as const))(
    '%s has its effect',
    (_kind, change, effect) => effect({ before, after: answerScenario(base, [change], { withChance: false }), days }),
  );
});

describe('the effects', () => {
  it('are told of every kind of change', () => {
    expect(EFFECTS.map(([{ kind }]) => kind)).toEqual([...SCENARIO_CHANGE_KINDS]);
  });
});

describe('the law’s overtime', () => {
  const rostered = (agents: number): ScenarioBase => {
    const base = baseOf(28, 60);
    return {
      ...base,
      queues: base.queues.map((queue) => ({ ...queue, agents: new Float64Array(28 * 24).fill(agents) })),
    };
  };

  it('of Japan is dearer beyond 60 hours of a month, of California beyond eight and twelve hours of a day', () => {
    // Ten agents of a skill and five of them at work round the clock: 840 hours on contacts a week, about twice the contracts.
    const costOf = (packId: string) => answerScenario(rostered(5), [{ kind: 'law-pack', packId }]).total.cost!;
    const japan = costOf('jp');
    const weekly = { kind: 'overtime', fraction: 0.25, afterWeeklyHours: 40 } as const;
    const base = rostered(5);
    const plain = answerScenario({ ...base, costs: { ...base.costs!, premiums: [weekly] } }, []).total.cost!;
    expect(plain.overtimePremium).toBeGreaterThan(0);
    expect(japan.overtimePremium).toBeGreaterThan(1.2 * plain.overtimePremium);
    expect(japan.overtimePremium).toBeLessThan(2 * plain.overtimePremium);
    expect(costOf('us-ca').overtimePremium).toBeGreaterThan(costOf('us').overtimePremium);
  });
});
