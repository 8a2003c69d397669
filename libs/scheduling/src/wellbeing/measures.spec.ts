import { DAY_MILLIS, instantOfLocal } from '@yotei/time';
import { personView, steadyLoad } from '../../../../tests/kit/person-view.js';
import { measurePerson, WELLBEING_MEASURES, type MeasureAnswer, type PersonView } from './index.js';

const answerOf = (id: string, view: PersonView): MeasureAnswer =>
  measurePerson(view).find(({ measureId }) => measureId === id)!.answer;

function valueOf(id: string, view: PersonView): number {
  const answer = answerOf(id, view);
  if (answer.kind !== 'measured') throw new Error(`${id} answered ${JSON.stringify(answer)}`);
  return answer.value;
}
const alsoOf = (id: string, view: PersonView) => {
  const answer = answerOf(id, view);
  return answer.kind === 'measured' ? answer.also : answer;
};
const partsOf = (id: string, view: PersonView) => {
  const answer = answerOf(id, view);
  return answer.kind === 'measured' ? answer.parts.map(({ amount }) => amount) : answer;
};

describe('W1, time without a breather', () => {
  const load = steadyLoad((hour) => ({ occupancy: hour >= 10 && hour < 15 ? 0.9 : 0.8 }));

  it('is the longest run of slots above the cap, ended by a pause', () => {
    const view = personView(['Mon 09:00-18:00 lunch@12:00+60'], { load });
    expect(valueOf('occupancy-run', view)).toBe(120);
    expect(partsOf('occupancy-run', view)).toEqual([120, 120]);
    expect(alsoOf('occupancy-run', view)).toEqual({ minutesOver: 240 });
  });

  it('does not count the cap itself', () => {
    expect(
      valueOf('occupancy-run', personView(['Mon 16:00-20:00'], { load: steadyLoad(() => ({ occupancy: 0.85 })) })),
    ).toBe(0);
  });

  it('is not zero but unknown without a forecast of the load', () => {
    expect(answerOf('occupancy-run', personView(['Mon 09:00-18:00']))).toEqual({
      kind: 'cannot-judge',
      reason: 'load-unknown',
    });
  });
});

describe('W2, breathing time', () => {
  it.each([
    [0.85, 52.94],
    [0.9, 33.33],
    [0.95, 15.79],
  ])('at %d occupancy and 300 s handle time is %d s', (occupancy, seconds) => {
    const view = personView(['Mon 09:00-12:00'], { load: steadyLoad(() => ({ occupancy })) });
    expect(valueOf('breathing-time', view)).toBeCloseTo(seconds, 2);
  });

  it('is idle time over contacts, not the mean of slots', () => {
    const load = steadyLoad((hour) => ({ occupancy: hour < 10 ? 0.5 : 1 }));
    // One hour half idle (1,800 s; 6 contacts), one hour without a gap (12 contacts).
    const view = personView(['Mon 09:00-11:00'], { load });
    expect(valueOf('breathing-time', view)).toBeCloseTo(1800 / 18, 9);
    expect(partsOf('breathing-time', view)).toEqual([0, 0, 0, 0]);
  });
});

describe('W3 and W4, pauses', () => {
  it('W3 is the longest run of contact work; training ends it', () => {
    const view = personView(['Mon 09:00-18:00 training@10:00+30 lunch@13:00+60']);
    expect(valueOf('continuous-contact', view)).toBe(240);
    expect(partsOf('continuous-contact', view)).toEqual([150, 240]);
  });

  it('W4 asks for one pause each two hours save the last, of ten minutes, away from the edges', () => {
    expect(valueOf('break-dose', personView(['Mon 09:00-17:00 break@11:00+10 lunch@13:00+30 break@15:00+10']))).toBe(0);
    expect(valueOf('break-dose', personView(['Mon 09:00-17:00 break@11:00+5 lunch@13:00+30 break@15:00+10']))).toBe(1);
    expect(valueOf('break-dose', personView(['Mon 09:00-17:00 break@09:15+10 lunch@13:00+30 break@16:45+10']))).toBe(2);
    // Two pauses next to each other are one; nine hours ask for four.
    expect(valueOf('break-dose', personView(['Mon 09:00-18:00 break@11:00+10 break@11:10+10']))).toBe(3);
    expect(valueOf('break-dose', personView(['Mon 09:00-11:00', 'Tue 09:00-13:00']))).toBe(0.5);
  });
});

describe('W5 and W7, from one day to the next', () => {
  it('W5 counts rests under 11 hours, history included, with the days that follow', () => {
    const view = personView(['Sun-1 13:00-22:00', 'Mon 08:00-16:00', 'Tue 08:00-16:00', 'Wed 08:00-16:00']);
    expect(valueOf('quick-return', view)).toBe(1);
    expect(partsOf('quick-return', view)).toEqual([1]);
    expect(alsoOf('quick-return', view)).toEqual({ tailShifts: 2 });
    expect(valueOf('quick-return', personView(['Mon 12:00-21:00', 'Tue 08:00-16:00']))).toBe(0);
  });

  it('is elapsed time: a night in which the clock goes forward is an hour shorter', () => {
    const zone = 'Europe/Dublin';
    const texts = ['2027-03-27 13:00-22:00', '2027-03-28 09:30-16:00'];
    const period = { startAt: instantOfLocal('2027-03-22', 0, zone), endAt: instantOfLocal('2027-03-29', 0, zone) };
    expect(partsOf('quick-return', personView(texts, { zone, period }))).toEqual([0.5]);
    expect(
      partsOf('quick-return', personView(texts, { period: { ...period, endAt: period.endAt - DAY_MILLIS / 3 } })),
    ).toEqual([]);
  });

  it('W7 counts earlier starts per four weeks, not after a day off', () => {
    const view = personView(['Mon 13:00-20:00', 'Tue 09:00-16:00', 'Thu 07:00-12:00']);
    expect(valueOf('rotation-direction', view)).toBe(4);
    expect(partsOf('rotation-direction', view)).toEqual([4]);
    expect(alsoOf('rotation-direction', view)).toEqual({ startRangeMinutes: 360 });
    expect(valueOf('rotation-direction', personView(['Mon 10:00-18:00', 'Tue 09:00-16:00']))).toBe(0);
  });

  it('cannot judge a week whose day before is not known', () => {
    const view = personView(['Mon 09:00-17:00']);
    const unknown = { ...view, historyFromAt: view.period.startAt };
    for (const id of ['quick-return', 'rotation-direction', 'weekly-load'])
      expect(answerOf(id, unknown)).toEqual({ kind: 'cannot-judge', reason: 'history-missing' });
  });
});

describe('W6 and W10, over days', () => {
  it('W6 is the longest run of nights, across the week’s edge', () => {
    const nights = ['Sat-1 22:00-06:00', 'Sun-1 22:00-06:00', 'Mon 22:00-06:00', 'Wed 22:00-06:00', 'Fri 06:00-12:00'];
    const view = personView(nights);
    expect(valueOf('night-load', view)).toBe(3);
    expect(alsoOf('night-load', view)).toEqual({ nightHours: 14, earlyStarts: 1 });
    expect(valueOf('night-load', personView(['Tue 09:00-18:00']))).toBe(0);
  });

  it('W10 is the most paid hours in any seven days, with the days in a row', () => {
    const week = (mark: string) =>
      ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map((day) => `${day}${mark} 09:00-18:00 lunch@12:00+60`);
    expect(valueOf('weekly-load', personView(week('')))).toBe(40);
    // Saturday and Sunday before and five days after: seven days with 56 hours, though the week has 40.
    const view = personView(['Sat-1 09:00-17:00', 'Sun-1 09:00-17:00', ...week('')]);
    expect(valueOf('weekly-load', view)).toBe(56);
    expect(alsoOf('weekly-load', view)).toEqual({ daysInARow: 7, hoursIn28Days: 56 });
  });
});

describe('W8 and W9, told in time', () => {
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
  const view = personView(days.map((day) => `${day} 09:00-17:00`));
  const startOf = (index: number) => view.shifts[index]!.startAt;

  it('W8 is the tenth percentile of the days of notice', () => {
    const notices = days.map((_, i) => ({ shiftStartAt: startOf(i), toldAt: startOf(i) - (i + 3) * DAY_MILLIS }));
    expect(valueOf('notice', { ...view, notices })).toBe(3);
    expect(partsOf('notice', { ...view, notices })).toEqual([3, 4, 5, 6, 7]);
    expect(answerOf('notice', view)).toEqual({ kind: 'cannot-judge', reason: 'notice-unknown' });
  });

  it('W9 weighs changes by how late they came, per four weeks', () => {
    const change = (index: number, daysBefore: number) => ({
      shiftStartAt: startOf(index),
      changedAt: startOf(index) - daysBefore * DAY_MILLIS,
    });
    const changes = [change(0, 14), change(1, 7), change(2, 2), change(3, 1)];
    expect(partsOf('change-load', { ...view, changes })).toEqual([1, 2, 3, 5]);
    expect(valueOf('change-load', { ...view, changes })).toBe(44);
    expect(valueOf('change-load', { ...view, changes: [] })).toBe(0);
  });
});

describe('W11, hard contacts', () => {
  const load = steadyLoad((hour) => ({ occupancy: 0.8, hardShare: hour >= 10 && hour < 11 ? 0.5 : 0 }));

  it('is the minutes expected in one shift, and those far from a pause', () => {
    const view = personView(['Mon 09:00-14:00 break@11:00+15'], { load });
    expect(valueOf('hard-contact-dose', view)).toBeCloseTo(24, 9);
    // The last quarter before the break is near enough.
    expect(alsoOf('hard-contact-dose', view)).toEqual({
      minutesFarFromPause: expect.closeTo(18, 9) as number,
      recoveryMinutes: 0,
    });
  });

  it('has a pause after it where recovery is kept free', () => {
    // Five minutes after each hard contact of 300 s: a minute for each minute of hard handling.
    const kept = { ...load, recoveryShare: load.hardShare };
    const view = personView(['Mon 09:00-14:00 break@11:00+15'], { load: kept });
    expect(valueOf('hard-contact-dose', view)).toBeCloseTo(24, 9);
    expect(alsoOf('hard-contact-dose', view)).toEqual({
      minutesFarFromPause: 0,
      recoveryMinutes: expect.closeTo(24, 9) as number,
    });
  });

  it('is unknown where no queue has a difficulty', () => {
    expect(
      answerOf('hard-contact-dose', personView(['Mon 09:00-12:00'], { load: steadyLoad(() => ({ occupancy: 0.8 })) })),
    ).toEqual({
      kind: 'cannot-judge',
      reason: 'difficulty-unknown',
    });
  });
});

describe('W12, the share of unwelcome work', () => {
  const peer = (agentId: string, weekend: number) => ({
    agentId,
    shiftCount: 10,
    counts: { weekend, night: 0, late: 0, early: 0, holiday: 0, 'denied-wish': 0 },
  });

  it('is the excess over the peers’ median', () => {
    const peers = [peer('amy', 4), peer('b', 2), peer('c', 2), peer('d', 2), peer('e', 1)];
    const view = personView(['Sat 09:00-17:00', 'Mon 09:00-17:00'], { peers });
    expect(valueOf('fair-share', view)).toBe(1);
    expect(partsOf('fair-share', view)).toEqual([1]);
    expect(valueOf('fair-share', { ...view, agentId: 'e' })).toBe(0);
  });

  it('is not told among four: they could be made out', () => {
    const peers = [peer('amy', 4), peer('b', 2), peer('c', 2), peer('d', 2)];
    expect(answerOf('fair-share', personView(['Sat 09:00-17:00'], { peers }))).toEqual({
      kind: 'cannot-judge',
      reason: 'too-few-peers',
    });
  });
});

describe('the catalogue', () => {
  it('has W1 to W12, in both languages, with thresholds', () => {
    expect(WELLBEING_MEASURES.map(({ code }) => code)).toEqual(Array.from({ length: 12 }, (_, i) => `W${i + 1}`));
    for (const { title, meaning, parameters, evidence } of WELLBEING_MEASURES) {
      for (const text of [title, meaning]) {
        expect(text.en).toMatch(/^[A-Z]/);
        expect(text.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      }
      expect(parameters.map(({ key }) => key)).toEqual(expect.arrayContaining(['ok', 'bad']));
      expect(evidence).not.toBe('');
    }
  });

  it('says that there was no work rather than that all is well', () => {
    const kinds = measurePerson(personView([])).map(({ answer }) => answer.kind);
    expect(kinds).not.toContain('measured');
  });
});
