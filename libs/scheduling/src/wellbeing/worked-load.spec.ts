import { instantOfLocal, MINUTE_MILLIS } from '@yotei/time';
import type { KnownState } from '../adherence/index.js';
import { measureWorked, runningAlarm, workedView, type WorkedDays } from './index.js';

const ZONE = 'Asia/Tokyo';
const nine = instantOfLocal('2026-11-16', 9 * 60, ZONE);

/** States one after another from 9:00, each for so many minutes. */
function workedDays(parts: readonly (readonly [KnownState, number])[], hardShare: number | null = null): WorkedDays {
  let at = nine;
  const states = parts.map(([state, minutes]) => {
    const change = { at, state };
    at += minutes * MINUTE_MILLIS;
    return change;
  });
  return { agentId: 'amy', zone: ZONE, period: { startAt: nine, endAt: at }, states, hardShare };
}

const contacts = (count: number, handle: number, idle: number): (readonly [KnownState, number])[] =>
  Array.from({ length: count }, () => [
    ['handling', handle - 1] as const,
    ['after-contact', 1] as const,
    ['available', idle] as const,
  ]).flat();

const of = (days: WorkedDays, id: string) => measureWorked(days).find(({ measureId }) => measureId === id)!.answer;
const valueOf = (days: WorkedDays, id: string) => {
  const answer = of(days, id);
  return answer.kind === 'measured' ? answer.value : answer;
};

describe('what a person really did', () => {
  it('is as busy as the states say: handling and after-contact work over the time in contact states', () => {
    // 9 min at work of every 10: 54 s without a contact after each of 9 min.
    const days = workedDays(contacts(12, 9, 1));
    expect(valueOf(days, 'occupancy-run')).toBe(120);
    expect(valueOf(days, 'breathing-time')).toBeCloseTo(60, 6);
    expect(valueOf(workedDays(contacts(12, 7, 3)), 'occupancy-run')).toBe(0);
  });

  it('is one run of contacts until a pause; a slip of a minute is none, a break of ten is', () => {
    const hour = contacts(6, 9, 1);
    expect(valueOf(workedDays([...hour, ['away', 1], ...hour]), 'continuous-contact')).toBe(121);
    expect(valueOf(workedDays([...hour, ['on-break', 10], ...hour]), 'continuous-contact')).toBe(60);
    expect(valueOf(workedDays([...hour, ['unknown', 30], ...hour]), 'continuous-contact')).toBe(60);
  });

  it('takes being signed out for lunch as a pause, and for hours as the end of the day', () => {
    const two = contacts(12, 9, 1);
    const lunch = workedDays([...two, ['offline', 60], ...two]);
    expect(workedView(lunch)!.shifts).toHaveLength(1);
    expect(valueOf(lunch, 'break-dose')).toBe(1);
    expect(workedView(workedDays([...two, ['offline', 121], ...two]))!.shifts).toHaveLength(2);
    expect(workedView(workedDays([['offline', 60], ...two, ['offline', 60]]))!.shifts).toMatchObject([
      { startAt: nine + 60 * MINUTE_MILLIS, endAt: nine + 180 * MINUTE_MILLIS },
    ]);
  });

  it('knows hard contacts where the queues say how many there are', () => {
    // 54 of 60 minutes handling, a quarter of it hard
    expect(valueOf(workedDays(contacts(6, 9, 1), 0.25), 'hard-contact-dose')).toBeCloseTo(13.5, 6);
    expect(of(workedDays(contacts(6, 9, 1)), 'hard-contact-dose')).toEqual({
      kind: 'cannot-judge',
      reason: 'difficulty-unknown',
    });
  });

  it('says nothing where nothing was told', () => {
    expect(measureWorked(workedDays([['unknown', 60]]))).toEqual([]);
    expect(measureWorked({ ...workedDays([]), period: { startAt: nine, endAt: nine + 3_600_000 } })).toEqual([]);
    expect(
      measureWorked(workedDays(contacts(6, 9, 1)), { 'breathing-time': { parameters: { ok: 90, bad: 30 } } }),
    ).toContainEqual(expect.objectContaining({ measureId: 'breathing-time', load: expect.closeTo(0.5, 6) as number }));
  });
});

describe('the alarm of the running day', () => {
  it('is given for ninety minutes almost without a gap that still go on', () => {
    expect(runningAlarm(workedDays(contacts(9, 9.5, 0.5)))).toEqual({ since: nine });
    expect(runningAlarm(workedDays(contacts(8, 9.5, 0.5)))).toBeNull();
    expect(runningAlarm(workedDays([...contacts(9, 9.5, 0.5), ['on-break', 15]]))).toBeNull();
    expect(runningAlarm(workedDays([['unknown', 120]]))).toBeNull();
  });
});
