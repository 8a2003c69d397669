import type { Instant } from '@yotei/time';
import { ownTimeType } from '../../../../tests/kit/exchange-case.js';
import { activityTypes, amy, problemOf, shiftOf } from '../../../../tests/kit/roster-builder.js';
import type { Agent, RosterProblem } from '../roster/index.js';
import { judgeExchange, type ExchangeVerdict, type PlacedShift, type PolicyOutcome } from './index.js';

const ben: Agent = { ...amy, id: 'ben', name: 'Ben' };
const at = (text: string): Instant => shiftOf(`${text}-23:59`).startAt;
const placed = (id: string, agentId: string, text: string): PlacedShift => ({ id, ...shiftOf(text, { agentId }) });

const STRICT = [
  ...['min-rest-between-shifts', 'one-shift-per-day', 'allowed-template', 'template-start-window'],
  ...['activity-windows', 'template-activity-lengths', 'break-by-work-length'],
].map((ruleId) => ({ ruleId, level: 'must' as const }));

interface Part {
  readonly shifts: readonly PlacedShift[];
  readonly from: string;
  readonly until: string;
  readonly outcome?: PolicyOutcome;
  readonly changes?: Partial<RosterProblem>;
}

/** Amy's part of Monday goes to Ben; `outcome` is what the site does with times outside the templates. */
function judgePart({ shifts, from, until, outcome = 'allow', changes }: Part): ExchangeVerdict {
  const types = [...activityTypes, ownTimeType];
  const problem = problemOf({ agents: [amy, ben], rules: STRICT, activityTypes: types, ...changes });
  const book = { problem, shifts, now: at('Mon 00:00'), policies: [{ policyId: 'agreed-form', outcome }] };
  const spans = [{ startAt: at(`Mon ${from}`), endAt: at(`Mon ${until}`) }];
  return judgeExchange(book, { kind: 'swap-part', fromAgentId: 'amy', toAgentId: 'ben', spans });
}

const clock = (instant: Instant): string => new Date(instant + 9 * 3_600_000).toISOString().slice(11, 16);
/** What somebody works afterwards, such as `contact 09:00-12:00`. */
const dayOf = ({ parties }: ExchangeVerdict, agentId: string): string[][] =>
  parties
    .find((party) => party.agentId === agentId)!
    .after.map(({ activities }) =>
      activities.map((one) => `${one.activityTypeId} ${clock(one.startAt)}-${clock(one.endAt)}`),
    );

const DENTIST = {
  shifts: [placed('one', 'amy', 'Mon 09:00-18:00 lunch@13:00+60 as:day')],
  from: '11:00',
  until: '12:30',
};

describe('part of a shift where shifts must follow templates', () => {
  it('leaves a hole in the middle as own time, unpaid, in one shift of the day', () => {
    const verdict = judgePart(DENTIST);
    expect(verdict.colour).toBe('green');
    expect(dayOf(verdict, 'amy')).toEqual([
      [
        'contact 09:00-11:00',
        'own-time 11:00-12:30',
        'contact 12:30-13:00',
        'lunch 13:00-14:00',
        'contact 14:00-18:00',
      ],
    ]);
    expect(dayOf(verdict, 'ben')).toEqual([['contact 11:00-12:30']]);
    const paid = verdict.parties.map(({ paidMinutesBefore, paidMinutesAfter }) => paidMinutesAfter - paidMinutesBefore);
    expect(paid).toEqual([-90, 90]);
  });

  it('is allowed, put before a manager or refused by the site when what is worked fits no template', () => {
    expect(judgePart({ ...DENTIST, outcome: 'review' })).toMatchObject({
      colour: 'amber',
      // Amy's shift still is one of its template; Ben's ninety minutes are not.
      reasons: [{ kind: 'policy', policyId: 'agreed-form', agentId: 'ben', values: { minutes: 90, pieces: 1 } }],
    });
    expect(judgePart({ ...DENTIST, outcome: 'refuse' }).colour).toBe('red');
    const [shift] = judgePart(DENTIST).parties.find(({ agentId }) => agentId === 'ben')!.after;
    expect(shift).toMatchObject({ agreedForm: true, templateId: undefined });
  });

  it('still is refused by rules on rest', () => {
    const early = placed('two', 'ben', 'Tue 06:00-15:00 lunch@10:00+60 as:day');
    const [reason] = judgePart({
      shifts: [placed('one', 'amy', 'Mon 12:00-21:00 lunch@15:00+60 as:day'), early],
      from: '18:00',
      until: '21:00',
    }).reasons;
    // From 21:00 to 06:00 are 540 of 660 minutes.
    expect(reason).toMatchObject({
      kind: 'rule',
      agentId: 'ben',
      by: 120,
      breach: { ruleId: 'min-rest-between-shifts' },
    });
  });

  it('places a break that has become due in the middle of the longer day', () => {
    const verdict = judgePart({
      shifts: [
        placed('one', 'amy', 'Mon 09:00-18:00 lunch@13:00+60 as:day'),
        placed('two', 'ben', 'Mon 12:00-17:00 as:day'),
      ],
      from: '09:00',
      until: '12:00',
    });
    expect(verdict.reasons).toEqual([]);
    // Eight hours would ask for 45 minutes; half of 435 minutes of work are 217, on the grid 225: 12:45.
    expect(dayOf(verdict, 'ben')).toEqual([['contact 09:00-12:45', 'lunch 12:45-13:30', 'contact 13:30-17:00']]);
    expect(dayOf(verdict, 'amy')).toEqual([['contact 12:00-13:00', 'lunch 13:00-14:00', 'contact 14:00-18:00']]);
  });

  it('moves what is left of a break off the start and the end of a shift', () => {
    const shifts = [placed('one', 'amy', 'Mon 09:00-18:00 lunch@12:00+60 as:day')];
    const verdict = judgePart({ shifts, from: '09:00', until: '12:30' });
    // Half of the lunch each: 300 and 180 minutes of work, with thirty minutes in the middle.
    expect(dayOf(verdict, 'amy')).toEqual([['contact 12:30-15:00', 'lunch 15:00-15:30', 'contact 15:30-18:00']]);
    expect(dayOf(verdict, 'ben')).toEqual([['contact 09:00-10:30', 'lunch 10:30-11:00', 'contact 11:00-12:30']]);
  });

  it('stays two shifts where the day would be longer than rest allows, or where the centre knows no own time', () => {
    const shifts = [
      placed('one', 'amy', 'Mon 12:00-21:00 lunch@15:00+60 as:day'),
      placed('two', 'ben', 'Mon 06:00-10:00 as:day'),
    ];
    const rulesOf = (verdict: ExchangeVerdict) =>
      verdict.reasons.map((reason) => (reason.kind === 'rule' ? reason.breach.ruleId : reason.kind));
    // 06:00 to 21:00 are fifteen hours; thirteen leave eleven of rest.
    expect(rulesOf(judgePart({ shifts, from: '18:00', until: '21:00' }))).toContain('one-shift-per-day');
    expect(dayOf(judgePart({ shifts, from: '12:00', until: '15:00' }), 'ben')).toHaveLength(1);
    const without = judgePart({ ...DENTIST, changes: { activityTypes } });
    expect(rulesOf(without)).toContain('one-shift-per-day');
  });
});
