import { formatLocal } from '@yotei/time';
import { activityTypes, amy, problemOf, shiftOf, TOKYO } from '../../../../../tests/kit/roster-builder.js';
import { coverageGrid, type RosterProblem, type Session, type Shift } from '../../roster/index.js';
import { placeSessions } from './place-sessions.js';
import { sessionProposals, tryPlace } from './session-proposals.js';

const meeting: Session = {
  id: 'huddle',
  title: 'Huddle',
  activityTypeId: 'training',
  lengthMinutes: 30,
  who: {},
  form: 'together',
};

/** Three agents; the queue asks for two of them from 10:00 to 12:00 and for nobody else. */
function centre(sessions: readonly Partial<Session>[], more: Partial<RosterProblem> = {}): RosterProblem {
  const base = problemOf({
    activityTypes,
    agents: ['amy', 'bob', 'cat'].map((id) => ({ ...amy, id })),
    sessions: sessions.map((one, i) => ({ ...meeting, id: `s${i}`, ...one })),
    ...more,
  });
  const grid = coverageGrid(base);
  const isBusy = (slot: number) => slot % 96 >= 40 && slot % 96 < 48;
  const agentsToRoster = Array.from({ length: grid.count }, (_, slot) => (isBusy(slot) ? 2 : 0));
  return { ...base, demand: [{ queueId: 'q', skillId: 'voice', grid, agentsToRoster }] };
}

const shifts = (day: string, ...texts: readonly string[]): Shift[] =>
  texts.map((text) => {
    const [agentId, ...rest] = text.split(' ');
    return shiftOf(`${day} ${rest.join(' ')}`, { agentId });
  });

const clock = (at: number) => formatLocal(at, TOKYO).slice(0, 16);
const placesOf = (problem: RosterProblem, plan: readonly Shift[]) =>
  placeSessions(problem, { shifts: plan }).places.map(
    ({ startAt, agentIds }) => `${clock(startAt)} ${agentIds.join('+')}`,
  );

describe('placing sessions', () => {
  it('takes a time when everyone is there and nobody is missed', () => {
    const plan = shifts('Mon', 'amy 09:00-15:00', 'bob 10:00-16:00', 'cat 09:00-15:00');
    const { places, unplaced, harm } = placeSessions(centre([{}]), { shifts: plan });
    expect(places).toHaveLength(1);
    // 12:00 to 15:00 is quiet; every agent away there saves the price of an agent too many.
    expect(clock(places[0]!.startAt) >= '2026-11-02T12:00').toBe(true);
    expect(places[0]!.agentIds).toEqual(['amy', 'bob', 'cat']);
    expect(unplaced).toEqual([]);
    expect(harm).toBeLessThanOrEqual(0);
    expect(places[0]!.shortMinutes).toBe(0);
    expect(places[0]!.alternatives.length).toBeGreaterThan(0);
  });

  it('says what it costs where the window leaves no quiet time, with short minutes', () => {
    const plan = shifts('Mon', 'amy 09:00-15:00', 'bob 09:00-15:00', 'cat 09:00-15:00');
    const { places } = placeSessions(centre([{ fromMinute: 600, untilMinute: 720 }]), { shifts: plan });
    expect(places[0]!.harm).toBeGreaterThan(0);
    expect(places[0]!.shortMinutes).toBe(60); // two agents wanted for 30 minutes, none there
  });

  it('goes in groups, so that not all leave at once', () => {
    const plan = shifts('Mon', 'amy 10:00-12:00', 'bob 10:00-12:00', 'cat 10:00-12:00');
    const { places } = placeSessions(centre([{ attendeesAtOnceMax: 1 }]), { shifts: plan });
    expect(places).toHaveLength(3);
    expect(new Set(places.map(({ startAt }) => startAt)).size).toBe(3);
    // One of three away leaves two: nobody is missed.
    expect(places.every(({ shortMinutes }) => shortMinutes === 0)).toBe(true);
  });

  it('takes any so many of them: those who are missed least', () => {
    const plan = shifts('Mon', 'amy 10:00-12:00', 'bob 10:00-12:00', 'cat 12:00-14:00');
    expect(placesOf(centre([{ form: 'alone', attendees: 1 }]), plan)[0]).toMatch(/cat$/);
    const two = placeSessions(centre([{ attendees: 2 }]), { shifts: plan });
    expect(two.places.flatMap(({ agentIds }) => agentIds)).toHaveLength(2);
  });

  it('recurs daily at the same time, where asked', () => {
    const plan = ['Mon', 'Tue', 'Wed'].flatMap((day, i) =>
      shifts(day, `amy ${9 + i}:00-15:00`.replace(' 9', ' 09'), 'bob 09:00-15:00'),
    );
    const daily: Partial<Session> = { period: 'day', sameTime: true, who: { agentIds: ['amy', 'bob'] } };
    const { places, unplaced } = placeSessions(centre([daily]), { shifts: plan });
    expect(places.map(({ agentIds }) => agentIds.length)).toEqual([2, 2, 2]);
    expect(new Set(places.map(({ startAt }) => clock(startAt).slice(11))).size).toBe(1);
    // On the four days without shifts nobody is there.
    expect(unplaced.map(({ why }) => why)).toEqual(Array.from({ length: 4 }, () => 'not-working'));
  });

  it('is twice a week on different days', () => {
    const plan = ['Mon', 'Wed'].flatMap((day) => shifts(day, 'amy 12:00-18:00'));
    const twice: Partial<Session> = { period: 'week', times: 2, form: 'alone', who: { agentIds: ['amy'] } };
    expect(placesOf(centre([twice]), plan).map((text) => text.slice(0, 10))).toEqual(['2026-11-02', '2026-11-04']);
  });

  it('says why somebody has no place', () => {
    const locked = shifts('Mon', 'bob 09:00-15:00').map((shift) => ({ ...shift, locked: true }));
    const plan = [...shifts('Mon', 'amy 09:00-09:15'), ...locked];
    const { unplaced } = placeSessions(centre([{ form: 'alone' }]), { shifts: plan });
    expect(unplaced).toEqual([
      { sessionId: 's0', occurrence: 0, agentIds: ['amy'], why: 'no-room' },
      { sessionId: 's0', occurrence: 0, agentIds: ['bob'], why: 'locked' },
      { sessionId: 's0', occurrence: 0, agentIds: ['cat'], why: 'not-working' },
    ]);
    const few = placeSessions(centre([{ attendeesAtOnceMin: 2 }]), { shifts: shifts('Mon', 'amy 09:00-15:00') });
    expect(few.places).toEqual([]);
    expect(few.unplaced).toContainEqual({ sessionId: 's0', occurrence: 0, agentIds: ['amy'], why: 'too-few' });
  });

  it('leaves a rule across agents kept: one of the two stays on the phone', () => {
    const problem = centre([{ fromMinute: 720, untilMinute: 780, who: { agentIds: ['amy', 'bob'] } }], {
      teamRules: [
        {
          id: 'phone',
          ruleId: 'minimum-on-duty',
          level: 'must',
          who: { agentIds: ['amy', 'bob'] },
          weekdays: [1],
          fromMinute: 720,
          untilMinute: 780,
          parameters: { contactOnly: true },
        },
      ],
    });
    const { places, unplaced } = placeSessions(problem, {
      shifts: shifts('Mon', 'amy 12:00-13:00', 'bob 12:00-13:00'),
    });
    expect(places).toEqual([]);
    expect(unplaced).toEqual([{ sessionId: 's0', occurrence: 0, agentIds: ['amy', 'bob'], why: 'breaks-rule' }]);
  });

  it('works through the night and past the end of the day', () => {
    const plan = shifts('Mon', 'amy 22:00-06:00');
    const late: Partial<Session> = { who: { agentIds: ['amy'] }, fromMinute: 1380, untilMinute: 1560, weekdays: [1] };
    const [place] = placeSessions(centre([late]), { shifts: plan }).places;
    expect(clock(place!.startAt) >= '2026-11-02T23:00' && clock(place!.endAt) <= '2026-11-03T02:00').toBe(true);
  });
});

describe('proposals by hand', () => {
  const plan = shifts('Mon', 'amy 09:00-15:00', 'bob 10:00-16:00', 'cat 09:00-12:00');

  it('offers the best starts with their cost, most attendees first', () => {
    const problem = centre([{}]);
    const offers = sessionProposals(
      problem,
      { shifts: plan },
      { session: problem.sessions![0]!, occurrence: 0, most: 4 },
    );
    expect(offers).toHaveLength(4);
    expect(offers[0]!.agentIds).toHaveLength(3);
    for (let i = 1; i < offers.length; i++) {
      expect(offers[i]!.agentIds.length).toBeLessThanOrEqual(offers[i - 1]!.agentIds.length);
      if (offers[i]!.agentIds.length === offers[i - 1]!.agentIds.length)
        expect(offers[i]!.harm).toBeGreaterThanOrEqual(offers[i - 1]!.harm);
    }
  });

  it('places by hand, moves, and refuses a time when somebody is not there', () => {
    const problem = centre([{}]);
    const session = problem.sessions![0]!;
    const noon = shiftOf('Mon 12:00-12:30').startAt;
    const order = { session, agentIds: ['amy', 'bob'], startAt: noon };
    const first = tryPlace(problem, { shifts: plan }, order);
    if (first.kind !== 'placed') throw new Error(first.kind);
    expect(first.shifts.map(({ activities }) => activities.filter(({ sessionId }) => sessionId).length)).toEqual([
      1, 1,
    ]);
    const roster = { shifts: [...first.shifts, plan[2]!] };
    const later = tryPlace(problem, roster, { ...order, startAt: noon + 3_600_000, from: noon });
    expect(
      later.kind === 'placed' &&
        later.shifts.every(({ activities }) => activities.filter((one) => one.sessionId).length === 1),
    ).toBe(true);
    expect(tryPlace(problem, { shifts: plan }, { ...order, agentIds: ['cat'] })).toEqual({ kind: 'no-room' });
  });
});
