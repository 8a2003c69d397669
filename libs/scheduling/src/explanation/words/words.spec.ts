import { amy, problemOf, shiftOf } from '../../../../../tests/kit/roster-builder.js';
import type { Preference } from '../../roster/index.js';
import type { WeekExplanation } from '../explain-week.js';
import type { RelaxedLimit } from '../relaxations/relaxation.js';
import {
  conflictMemberText,
  dateText,
  limitText,
  reasonTitle,
  spanText,
  weekSentence,
  wishText,
  wordsOf,
} from './index.js';

const problem = problemOf({ agents: [{ ...amy, name: 'Amy' }] });
const [en, ja] = [wordsOf(problem, 'en'), wordsOf(problem, 'ja', { queue: () => '電話' })];
const span = (text: string) => ({ startAt: shiftOf(text).startAt, endAt: shiftOf(text).endAt });
const wish: Preference = { agentId: 'amy', kind: 'day-off', on: '2026-11-04', weight: 20 };

describe('moments', () => {
  it('are told in the words of a planner, whole days without times', () => {
    expect([dateText('2026-11-04', 'en'), dateText('2026-11-04', 'ja')]).toEqual(['Wed 4 Nov', '11月4日(水)']);
    expect(spanText(span('Wed 10:00-13:00'), en.zone, 'en')).toBe('Wed 4 Nov 10:00–13:00');
    expect(spanText(span('Wed 22:00-06:00'), en.zone, 'ja')).toBe('11月4日(水) 22:00〜11月5日(木) 06:00');
    expect(spanText(span('Wed 18:00-00:00'), en.zone, 'en')).toBe('Wed 4 Nov 18:00–00:00');
    expect(spanText(span('Wed 00:00-00:00'), en.zone, 'en')).toBe('Wed 4 Nov');
  });
});

describe('limits let out', () => {
  const limits: readonly (readonly [RelaxedLimit, string, string])[] = [
    [
      { kind: 'absence', span: span('Wed 00:00-00:00') },
      'without the absence of Wed 4 Nov',
      '11月4日(水)の休暇がなければ',
    ],
    [
      { kind: 'locked-shift', span: span('Wed 09:00-13:00') },
      'if the shift of Wed 4 Nov 09:00–13:00 may move',
      '11月4日(水) 09:00〜13:00の勤務を動かせれば',
    ],
    [
      { kind: 'availability', weekday: 6, widerMinutes: 30 },
      'if available 30 min earlier and later on Saturdays',
      '土曜日の勤務可能時間が前後30分広ければ',
    ],
    [
      { kind: 'availability', weekday: 6, widerMinutes: null },
      'if available all day on Saturdays',
      '土曜日に終日勤務できれば',
    ],
    [
      { kind: 'start-window', widerMinutes: 30 },
      'if shifts may start 30 min earlier or later',
      '開始時刻を前後30分広げれば',
    ],
    [
      { kind: 'break-window', widerMinutes: 30 },
      'if breaks may be 30 min earlier or later',
      '休憩の時間帯を前後30分広げれば',
    ],
    [
      { kind: 'contract', moreDays: 1, moreMinutes: 480 },
      'with one day more and 8 h more in the week',
      '週1日・8時間増やせば',
    ],
    [
      { kind: 'rule', ruleId: 'min-rest-between-shifts', parameter: 'restMinutes', from: 660, to: 630 },
      'with 10 h 30 min instead of 11 h',
      '11時間を10時間30分にすれば',
    ],
    [{ kind: 'skill', skillId: 'chat' }, 'with the skill chat', 'スキル「chat」があれば'],
  ];

  it.each(limits)('%j', (limit, english, japanese) => {
    expect(limitText(limit, 'amy', en)).toBe(english);
    expect(limitText(limit, 'amy', ja)).toBe(japanese);
  });

  it('have headings: the rule by its title, the skill by its name', () => {
    expect(reasonTitle({ kind: 'rule', ruleId: 'max-consecutive-days' }, ja)).toBe('連続勤務日数');
    expect(reasonTitle({ kind: 'skill', skillId: 'chat' }, en)).toBe('Skill chat');
    expect(reasonTitle({ kind: 'absence' }, ja)).toBe('休暇');
  });
});

describe('members of a conflict', () => {
  it('name the date, the limit and what must stay', () => {
    const rule = {
      kind: 'rule',
      ruleId: 'weekly-paid-minutes',
      limits: { toleranceMinutes: 0, min: 1920, max: 2400 },
    } as const;
    expect(conflictMemberText(rule, 'amy', en)).toBe('Paid time in a week (32 h to 40 h)');
    expect(conflictMemberText({ kind: 'absence', span: span('Wed 00:00-00:00'), reason: 'leave' }, 'amy', en)).toBe(
      'the absence of Wed 4 Nov (leave)',
    );
    expect(conflictMemberText({ kind: 'given-shift', span: span('Tue 09:00-18:00') }, 'amy', ja)).toBe(
      '動かせない勤務 11月3日(火) 09:00〜18:00',
    );
    expect(conflictMemberText({ kind: 'worked-shift', span: span('Sun-1 15:00-23:00') }, 'amy', en)).toBe(
      'the shift worked on Sun 1 Nov 15:00–23:00',
    );
  });
});

describe('why a week is not the wished one', () => {
  const possible = (hours: number): WeekExplanation =>
    ({
      kind: 'possible',
      costChange: hours * 40,
      shifts: [],
      difference: {
        coverage: [{ queueId: 'phone', span: span('Wed 10:00-13:00'), shortHoursBefore: 1, shortHoursAfter: 4 }],
      },
      newlyUnmet: [],
    }) as unknown as WeekExplanation;
  const said = (found: WeekExplanation, audience: 'agent' | 'planner', words = en) =>
    weekSentence(found, { wish, audience, hourPrice: 40 }, words);

  it('tells the planner the price and the agent the reason', () => {
    expect(said(possible(2), 'planner')).toBe(
      'A day off on Wed 4 Nov would cost 2.0 h for Amy: phone would lack 3.0 h more, on Wed 4 Nov 10:00–13:00.',
    );
    expect(said(possible(2), 'agent', ja)).toBe(
      '11月4日(水)の休みは今回かなえられませんでした。11月4日(水) 10:00〜13:00に電話が3.0時間不足するためです。',
    );
  });

  it('says when it is possible, met or forbidden', () => {
    expect(said(possible(-1), 'planner')).toBe('A day off on Wed 4 Nov is possible for Amy and saves 1.0 h.');
    expect(said({ kind: 'met' }, 'agent')).toBe('Your wish is met: a day off on Wed 4 Nov.');
    const locked = { kind: 'forbidden', conflict: [{ kind: 'given-shift', span: span('Wed 09:00-18:00') }] } as const;
    expect(said(locked, 'agent')).toBe(
      'A day off on Wed 4 Nov is not possible: it cannot go together with the shift of Wed 4 Nov 09:00–18:00, which must stay.',
    );
    expect(said({ kind: 'forbidden', conflict: [] }, 'planner', ja)).toContain('どの勤務パターンでもかなえられません');
  });

  it('names every kind of wish', () => {
    const said = (more: Partial<Preference>) => wishText({ agentId: 'amy', weight: 1, kind: 'day-off', ...more }, en);
    expect(said({ kind: 'start-between', fromMinute: 480, untilMinute: 570 })).toBe('a start between 08:00 and 09:30');
    expect(said({ kind: 'end-between', untilMinute: 1080, on: '2026-11-04' })).toBe(
      'an end at 18:00 or earlier on Wed 4 Nov',
    );
    expect(said({ kind: 'template-off', templateId: 'day' })).toBe('no Day');
    expect(said({ kind: 'day-on', on: '2026-11-04' })).toBe('work on Wed 4 Nov');
  });
});
