import { addDays, epochDay } from '@yotei/time';
import { officeHistory } from '../../../../tests/kit/queue-history-builder.js';
import type { QueueHistory } from '../queue-history.js';
import { BenchmarkForecasts } from './benchmark-forecasts.js';

const history = officeHistory(); // weekdays 08:00 to 18:00 by the hour, from 5 January, 84 days
const contactsOf = (on: string) => history.days.find((day) => day.on === on)!.contacts;
const zeroed = (values: Float64Array) => values.map((value) => value || 0);

describe('what a planner would have said for nothing', () => {
  const benchmarks = new BenchmarkForecasts(history, []);

  it('is the last same weekday known, and the mean of the last four', () => {
    const { naive, plannerMean } = benchmarks.of('2026-03-18', '2026-03-12');
    // 11 March is the last Wednesday on or before the 12th
    expect(naive).toEqual(zeroed(contactsOf('2026-03-11')));
    const weeks = ['2026-02-18', '2026-02-25', '2026-03-04', '2026-03-11'].map(contactsOf);
    expect(plannerMean![9]).toBeCloseTo(weeks.reduce((sum, day) => sum + day[9]!, 0) / 4, 9);
    expect(plannerMean![3]).toBe(0); // closed at 03:00
  });

  it('steps back a week further when the forecast was made earlier', () => {
    expect(benchmarks.of('2026-03-18', '2026-03-10').naive).toEqual(zeroed(contactsOf('2026-03-04')));
  });

  it('is not changed by anything later than was known', () => {
    const known = '2026-03-06';
    const changed: QueueHistory = {
      ...history,
      days: history.days.map((day) =>
        day.on > known ? { ...day, contacts: day.contacts.map((value) => value * 7 + 1) } : day,
      ),
    };
    for (let ahead = 1; ahead <= 28; ahead++) {
      const on = addDays(known, ahead);
      expect(new BenchmarkForecasts(changed, []).of(on, known)).toEqual(benchmarks.of(on, known));
    }
  });

  it('leaves out a day the planner named an outage, and has no answer while too little is known', () => {
    const outage = { fromOn: '2026-03-11', untilOn: '2026-03-11', kind: 'outage' as const, title: 'lines down' };
    expect(new BenchmarkForecasts(history, [outage]).of('2026-03-18', '2026-03-12').naive).toEqual(
      zeroed(contactsOf('2026-03-04')),
    );
    expect(benchmarks.of('2026-01-09', '2026-01-07')).toEqual({ naive: null, plannerMean: null, naiveScale: null });
  });

  it('scales by the error of last week’s numbers in what was known', () => {
    let sum = 0;
    let count = 0;
    for (const { on, contacts } of history.days.filter((day) => day.on <= '2026-03-12')) {
      const before = history.days.find((day) => epochDay(day.on) === epochDay(on) - 7);
      contacts.forEach((value, i) => {
        const difference = Math.abs(value - (before?.contacts[i] ?? NaN));
        if (Number.isNaN(difference)) return;
        sum += difference;
        count++;
      });
    }
    expect(benchmarks.of('2026-03-18', '2026-03-12').naiveScale).toBeCloseTo(sum / count, 9);
  });

  it('refuses to know the day itself', () => {
    expect(() => benchmarks.of('2026-03-12', '2026-03-12')).toThrow('must come after the last day known');
  });
});
