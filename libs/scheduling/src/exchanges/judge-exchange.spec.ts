import { localDaysGrid, type Instant } from '@yotei/time';
import { amy, MONDAY, problemOf, shiftOf, TOKYO } from '../../../../tests/kit/roster-builder.js';
import type { Agent, RosterProblem } from '../roster/index.js';
import {
  alternativesTo,
  ExchangeDesk,
  judgeExchange,
  queueServiceOf,
  type ExchangeBook,
  type ExchangeRequest,
  type PlacedShift,
  type PolicySetting,
} from './index.js';

const ben: Agent = { ...amy, id: 'ben', name: 'Ben', skillIds: ['voice', 'chat'] };
const SUNDAY: Instant = shiftOf('Mon 09:00-10:00').startAt - 86_400_000;
const HOUR = 3_600_000;
const at = (text: string): Instant => shiftOf(`${text}-23:59`).startAt;

const placed = (id: string, agentId: string, text: string): PlacedShift => ({ id, ...shiftOf(text, { agentId }) });

function bookOf(shifts: readonly PlacedShift[], changes: Partial<ExchangeBook> = {}): ExchangeBook {
  const problem = problemOf({ agents: [amy, ben], rules: [{ ruleId: 'min-rest-between-shifts', level: 'must' }] });
  return { problem, shifts, now: SUNDAY, policies: [], ...changes };
}

const policy = (policyId: string, parameters: Record<string, number> = {}): PolicySetting => ({
  policyId,
  outcome: 'review',
  parameters,
});

const WEEK = [
  placed('amy-mon', 'amy', 'Mon 09:00-18:00 lunch@12:00+60'),
  placed('amy-wed', 'amy', 'Wed 13:00-22:00 lunch@17:00+60'),
  placed('ben-tue', 'ben', 'Tue 09:00-17:00 lunch@12:00+60'),
  placed('ben-thu', 'ben', 'Thu 07:00-16:00 lunch@11:00+60'),
];

describe('a swap', () => {
  it('is green when it breaks nothing, and says what each works before and after', () => {
    const verdict = judgeExchange(bookOf(WEEK), { kind: 'swap', giveShiftId: 'amy-mon', takeShiftId: 'ben-tue' });
    expect(verdict).toMatchObject({ colour: 'green', reasons: [] });
    // 9 h less 1 h unpaid lunch against 8 h less 1 h.
    expect(
      verdict.parties.map(({ agentId, paidMinutesAfter, paidMinutesBefore }) => [
        agentId,
        paidMinutesAfter - paidMinutesBefore,
      ]),
    ).toEqual([
      ['amy', -60],
      ['ben', 60],
    ]);
  });

  it('is red with the rule and by how much: 9 hours of rest where 11 are due', () => {
    const verdict = judgeExchange(bookOf(WEEK), { kind: 'swap', giveShiftId: 'amy-mon', takeShiftId: 'ben-thu' });
    expect(verdict.colour).toBe('red');
    expect(verdict.reasons).toEqual([
      expect.objectContaining({
        kind: 'rule',
        agentId: 'amy',
        by: 120, // Wed 22:00 to Thu 07:00 is 540 of 660 minutes
        breach: expect.objectContaining({
          ruleId: 'min-rest-between-shifts',
          values: { restMinutes: 540, limit: 660 },
        }),
      }),
    ]);
  });

  it('cannot touch what has begun, or a locked shift', () => {
    const request = { kind: 'swap', giveShiftId: 'amy-mon', takeShiftId: 'ben-tue' } as const;
    const code = (book: ExchangeBook) => judgeExchange(book, request).reasons[0];
    expect(code(bookOf(WEEK, { now: at('Mon 09:01') }))).toMatchObject({ code: 'in-the-past' });
    expect(code(bookOf(WEEK.map((shift) => ({ ...shift, locked: true }))))).toMatchObject({ code: 'locked' });
  });
});

describe('part of a shift', () => {
  it('goes to a colleague who is there already, whose shift grows by it', () => {
    const shifts = [
      placed('one', 'amy', 'Mon 09:00-18:00 lunch@12:00+60'),
      placed('two', 'ben', 'Mon 06:00-15:00 lunch@10:00+60'),
    ];
    const span = { startAt: at('Mon 15:00'), endAt: at('Mon 18:00') };
    const verdict = judgeExchange(bookOf(shifts), {
      kind: 'swap-part',
      fromAgentId: 'amy',
      toAgentId: 'ben',
      spans: [span],
    });
    expect(verdict.colour).toBe('green');
    expect(
      verdict.changes!.changes.map(({ before, after }) => [before?.id, after!.agentId, after!.startAt, after!.endAt]),
    ).toEqual([
      ['one', 'amy', at('Mon 09:00'), at('Mon 15:00')],
      ['two', 'ben', at('Mon 06:00'), at('Mon 18:00')],
    ]);
  });
});

describe('more work, less work and other breaks', () => {
  it('makes a shift longer where overtime touches it', () => {
    const work = { startAt: at('Mon 18:00'), endAt: at('Mon 20:00') };
    const verdict = judgeExchange(bookOf(WEEK), { kind: 'overtime', agentId: 'amy', work });
    expect(verdict.changes!.changes).toMatchObject([
      { before: { id: 'amy-mon' }, after: { startAt: at('Mon 09:00'), endAt: at('Mon 20:00') } },
    ]);
  });

  it('credits voluntary time off to the contract, so that its least hours still hold', () => {
    const problem: RosterProblem = {
      ...bookOf([]).problem,
      rules: [{ ruleId: 'weekly-paid-minutes', level: 'must' }],
      contracts: [{ ...problemOf().contracts[0]!, weeklyMinutesMin: 840 }],
    };
    // Amy has 480 + 480 minutes; three hours less would be 780.
    const verdict = judgeExchange(bookOf(WEEK, { problem }), {
      kind: 'voluntary-time-off',
      shiftId: 'amy-mon',
      span: { startAt: at('Mon 15:00'), endAt: at('Mon 18:00') },
    });
    expect(verdict.colour).toBe('green');
    expect(verdict.changes!.timeOff).toMatchObject([{ agentId: 'amy', paidMinutes: 180 }]);
  });

  it('moves a break, but not over another activity nor out of the shift', () => {
    const shifts = [placed('one', 'amy', 'Mon 09:00-18:00 lunch@12:00+60 training@15:00+60')];
    const move = (startAt: Instant) =>
      judgeExchange(bookOf(shifts), {
        kind: 'break-change',
        shiftId: 'one',
        activityStartAt: at('Mon 12:00'),
        startAt,
      });
    expect(move(at('Mon 13:00')).colour).toBe('green');
    expect(move(at('Mon 14:30')).reasons[0]).toMatchObject({ code: 'covers-another-activity' });
    expect(move(at('Mon 17:30')).reasons[0]).toMatchObject({ code: 'span-outside-shift' });
  });
});

describe('a break where it may not be', () => {
  it('has alternatives far from the wish when none is near', () => {
    const problem = {
      ...problemOf({ agents: [amy, ben] }),
      rules: [{ ruleId: 'activity-windows', level: 'must' as const }],
    };
    const shifts = [placed('one', 'amy', 'Mon 09:00-18:00 lunch@13:00+60 as:day')];
    const desk = new ExchangeDesk(bookOf(shifts, { problem }));
    const wish = { shiftId: 'one', activityStartAt: at('Mon 13:00'), startAt: at('Mon 17:00') };
    const [nearest] = alternativesTo(desk, { kind: 'break-change', ...wish });
    // The template lets lunch begin 180 to 300 minutes after the start: until 14:00.
    expect(nearest).toMatchObject({ request: { startAt: at('Mon 14:00') }, verdict: { colour: 'green' } });
  });
});

describe('policies of a site', () => {
  const swap: ExchangeRequest = { kind: 'swap', giveShiftId: 'amy-mon', takeShiftId: 'ben-tue' };
  const reasonsWith = (
    settings: PolicySetting[],
    changes: Partial<ExchangeBook> = {},
    request: ExchangeRequest = swap,
  ) => judgeExchange(bookOf(WEEK, { policies: settings, ...changes }), request).reasons;

  it('let a manager decide when paid time changes by more than allowed', () => {
    expect(reasonsWith([policy('equal-hours', { mostMinutes: 60 })])).toEqual([]);
    expect(reasonsWith([policy('equal-hours', { mostMinutes: 59 })])).toMatchObject([
      { kind: 'policy', policyId: 'equal-hours', agentId: 'amy', values: { minutes: 60, limit: 59 } },
      { agentId: 'ben' },
    ]);
  });

  it('keep a deadline, the number of exchanges and the hours of a week', () => {
    const late = { now: at('Mon 08:00') };
    expect(reasonsWith([policy('notice', { leastMinutes: 61 })], late)).toMatchObject([{ values: { minutes: 60 } }]);
    expect(reasonsWith([policy('notice', { leastMinutes: 60 })], late)).toEqual([]);
    const counts = { appliedCounts: new Map([['ben', 2]]) };
    expect(reasonsWith([policy('exchanges-per-week', { mostCount: 2 })], counts)).toMatchObject([{ agentId: 'ben' }]);
    // Ben goes from 420 + 480 to 480 + 480.
    expect(reasonsWith([policy('weekly-hours', { mostMinutes: 959 })])).toMatchObject([
      { agentId: 'ben', values: { minutes: 960 } },
    ]);
  });

  it('look at skills of queues, at kinds and at sites', () => {
    const problem = {
      ...bookOf([]).problem,
      demand: ['voice', 'chat'].map((skillId) => {
        const grid = localDaysGrid(MONDAY, 7, TOKYO, 15);
        return { queueId: skillId, skillId, grid, agentsToRoster: Array<number>(grid.count).fill(0) };
      }),
    };
    expect(reasonsWith([policy('same-skills')], { problem })).toMatchObject([
      { agentId: 'amy', values: { missingCount: 1, skillIds: 'chat' } },
    ]);
    expect(reasonsWith([{ ...policy('always'), kinds: ['swap'] }])).toHaveLength(1);
    expect(reasonsWith([{ ...policy('always'), kinds: ['overtime'] }])).toEqual([]);
    expect(reasonsWith([{ ...policy('always'), siteIds: ['elsewhere'] }])).toEqual([]);
    expect(reasonsWith([{ ...policy('always'), outcome: 'allow' }])).toEqual([]);
  });

  it('weigh agents newly missing and the service level of the day', () => {
    const grid = localDaysGrid(MONDAY, 7, TOKYO, 15);
    const agentsToRoster = Array<number>(grid.count).fill(1);
    const problem = { ...bookOf([]).problem, demand: [{ queueId: 'q', skillId: 'voice', grid, agentsToRoster }] };
    const off: ExchangeRequest = {
      kind: 'voluntary-time-off',
      shiftId: 'amy-mon',
      span: { startAt: at('Mon 16:00'), endAt: at('Mon 18:00') },
    };
    const short = reasonsWith([policy('short-minutes', { mostMinutes: 119 })], { problem }, off);
    expect(short).toMatchObject([{ values: { minutes: 120, limit: 119 } }]); // one agent for two hours
    const service = [
      queueServiceOf({
        queueId: 'q',
        modelId: 'erlang-c',
        goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
        shrinkageFraction: 0,
        grid,
        loadAt: () => ({ contacts: 4, intervalSeconds: 1800, averageHandleSeconds: 60 }),
      }),
    ];
    const drop = reasonsWith([policy('service-level-drop', { largestDropFraction: 0.02 })], { problem, service }, off);
    expect(drop).toMatchObject([{ policyId: 'service-level-drop', values: { queueId: 'q', on: MONDAY } }]);
    const desk = new ExchangeDesk(bookOf(WEEK, { problem, service }));
    const slots = desk.judge(off).coverage.slots;
    expect(slots).toHaveLength(8);
    expect(slots[0]).toMatchObject({ scheduledBefore: 1, scheduledAfter: 0, serviceAfter: 0 });
    expect(slots[0]!.serviceBefore!).toBeGreaterThan(0.8);
    // Judging leaves nothing behind.
    expect(desk.judge(off).coverage.slots).toEqual(slots);
  });
});

describe('part of a shift', () => {
  const eve: Agent = { ...amy, id: 'eve', name: 'Eve' };
  const problem = problemOf({
    agents: [amy, ben, eve],
    rules: [{ ruleId: 'min-rest-between-shifts', level: 'must' }],
  });
  const part = { startAt: at('Mon 09:00'), endAt: at('Mon 11:00') };
  const asked = { kind: 'swap-part', fromAgentId: 'amy', toAgentId: 'amy', spans: [part] } as const;

  it('goes to colleagues whose own rules hold, those with the least paid time first', () => {
    // Eve ends at 01:00, eight hours before the part begins, where eleven are due.
    const late = { startAt: at('Mon 09:00') - 17 * HOUR, endAt: at('Mon 09:00') - 8 * HOUR };
    const eveLate = { id: 'eve-sun', agentId: 'eve', ...late, activities: [{ activityTypeId: 'contact', ...late }] };
    const now = late.startAt - 24 * HOUR;
    const takers = (week: readonly PlacedShift[]) =>
      alternativesTo(new ExchangeDesk(bookOf(week, { problem, now })), asked).map(({ agentId }) => agentId);
    expect(takers(WEEK)).toEqual(['eve', 'ben']);
    expect(takers([...WEEK, eveLate])).toEqual(['ben']);
  });

  it('is swapped for as much of the start or the end of a colleague’s shift, nearest in time first', () => {
    const desk = new ExchangeDesk(bookOf(WEEK, { problem }));
    const [nearest] = alternativesTo(desk, asked, { inReturn: true });
    expect(nearest!.request).toEqual({
      ...asked,
      toAgentId: 'ben',
      spans: [part, { startAt: at('Tue 09:00'), endAt: at('Tue 11:00') }],
    });
    const paid = nearest!.verdict.parties.map(
      ({ paidMinutesBefore, paidMinutesAfter }) => paidMinutesAfter - paidMinutesBefore,
    );
    expect(paid).toEqual([0, 0]);
  });
});
