import { MINUTE_MILLIS } from '@yotei/time';
import { adherenceTerms, countMinutes, DEFAULT_ADHERENCE_SETTINGS, emptyMinutes, evaluateDay } from './index.js';

const START = Date.UTC(2026, 10, 18);
const at = (minute: number) => START + minute * MINUTE_MILLIS;
const terms = adherenceTerms({ ...DEFAULT_ADHERENCE_SETTINGS, bootSeconds: 0 }, [
  { id: 'contact', paid: true, contactWork: true },
  { id: 'break', paid: true, contactWork: false },
]);
const day = {
  startAt: at(0),
  endAt: at(60),
  activities: [
    { activityTypeId: 'contact', startAt: at(10), endAt: at(30) },
    { activityTypeId: 'break', startAt: at(30), endAt: at(40) },
  ],
};

describe('agents by the minute of a day', () => {
  it('counts planned against actual, kept, out and unknown, from the same judgement as adherence', () => {
    const { spans } = evaluateDay(day, terms, {
      now: at(60),
      events: [
        { at: at(0), state: 'offline' },
        { at: at(15), state: 'available' },
        { at: at(30), state: 'on-break' },
        { at: at(40), state: 'offline' },
      ],
    });
    const counts = emptyMinutes(at(0), 60);
    countMinutes(counts, spans, terms);
    const sum = (values: Int32Array) => values.reduce((total, value) => total + value, 0);
    expect([sum(counts.planned), counts.planned[9], counts.planned[10], counts.planned[30]]).toEqual([20, 0, 1, 0]);
    expect([sum(counts.actual), counts.actual[14], counts.actual[15]]).toEqual([15, 0, 1]);
    expect([sum(counts.out), sum(counts.kept), sum(counts.unknown)]).toEqual([5, 25, 0]);
  });

  it('cuts off what lies outside the day, and knows nothing of who was never heard of', () => {
    const { spans } = evaluateDay(day, terms, { now: at(60), events: [] });
    const counts = emptyMinutes(at(20), 15);
    countMinutes(counts, spans, terms);
    expect([...counts.planned]).toEqual([...Array<number>(10).fill(1), ...Array<number>(5).fill(0)]);
    expect([...counts.unknown]).toEqual(Array<number>(15).fill(1));
  });
});
