import { addDays } from '@yotei/time';
import { officeHistory } from '../../../../tests/kit/queue-history-builder.js';
import { breakDownWeeks } from './break-down-weeks.js';

const sum = (values: Float64Array) => values.reduce((all, value) => all + (value || 0), 0);

describe('weeks broken down', () => {
  it('add up to their contacts, shaped like the recent weekdays', () => {
    const days = breakDownWeeks(officeHistory(), [
      { on: '2026-03-30', contacts: 6000 },
      { on: '2026-04-06', contacts: 3000 },
    ]);
    expect(days).toHaveLength(14);
    const week = (index: number) =>
      days.slice(7 * index, 7 * index + 7).reduce((all, day) => all + sum(day.contacts), 0);
    expect(week(0)).toBeCloseTo(6000, 6);
    expect(week(1)).toBeCloseTo(3000, 6);
    // Mondays bring 1.3 times the other four days: 1.3 / 5.3 of the week.
    expect(sum(days[0]!.contacts) / 6000).toBeCloseTo(1.3 / 5.3, 2);
    expect(days[5]!.contacts.every(Number.isNaN)).toBe(true);
    expect(days[0]!.contacts[7]).toBeNaN();
    expect(days[0]!.contacts[11]!).toBeGreaterThan(days[0]!.contacts[17]!);
  });

  it('leave closed days out and give their week to the others', () => {
    const events = [{ fromOn: '2026-03-31', untilOn: '2026-03-31', kind: 'closed' as const, title: 'closed' }];
    const days = breakDownWeeks(officeHistory(), [{ on: '2026-03-30', contacts: 4300 }], events);
    expect(days[1]!.contacts.every(Number.isNaN)).toBe(true);
    expect(days.reduce((all, day) => all + sum(day.contacts), 0)).toBeCloseTo(4300, 6);
  });

  it('add up on the nights the clock changes, and are empty without weeks', () => {
    const history = officeHistory({ zone: 'Europe/Berlin', contacts: () => 10 });
    for (const on of ['2026-03-23', addDays('2026-10-25', -6)]) {
      const days = breakDownWeeks(history, [{ on, contacts: 1000 }]);
      expect(days.reduce((all, day) => all + sum(day.contacts), 0)).toBeCloseTo(1000, 6);
    }
    expect(breakDownWeeks(history, [])).toEqual([]);
  });
});
