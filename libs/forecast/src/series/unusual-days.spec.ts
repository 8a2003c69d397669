import { officeHistory } from '../../../../tests/kit/queue-history-builder.js';
import type { QueueHistory } from '../queue-history.js';
import { proposeHistoryChanges } from './unusual-days.js';

function changed(change: (on: string, values: Float64Array) => Float64Array): QueueHistory {
  const history = officeHistory();
  return { ...history, days: history.days.map((day) => ({ ...day, contacts: change(day.on, day.contacts) })) };
}

describe('what looks odd in a history', () => {
  it('is nothing in a plain one', () => {
    expect(proposeHistoryChanges(officeHistory())).toEqual([]);
  });

  it('is an outage when the afternoon fell silent, an unusual day when all of it was low', () => {
    const history = changed((on, values) => {
      if (on === '2026-02-18') return values.map((value, hour) => (hour >= 12 ? value * 0.02 : value));
      return on === '2026-03-05' ? values.map((value) => value * 0.3) : values;
    });
    expect(proposeHistoryChanges(history)).toMatchObject([
      { kind: 'possible-outage', on: '2026-02-18', direction: 'low' },
      { kind: 'unusual-day', on: '2026-03-05', direction: 'low' },
    ]);
  });

  it('is not said again of a day the planner named as an outage', () => {
    const history = changed((on, values) => (on === '2026-02-18' ? values.map(() => 1) : values));
    const outage = { fromOn: '2026-02-18', untilOn: '2026-02-18', kind: 'outage' as const, title: 'line cut' };
    expect(proposeHistoryChanges(history, [outage])).toEqual([]);
  });

  it('is a level shift with its date and ratio when contacts rise by a half and stay', () => {
    const shifted = proposeHistoryChanges(
      changed((on, values) => (on >= '2026-02-16' ? values.map((value) => value * 1.5) : values)),
    );
    const shift = shifted.find(({ kind }) => kind === 'level-shift');
    expect(shift).toMatchObject({ kind: 'level-shift', fromOn: '2026-02-16' });
    expect(shift?.kind === 'level-shift' && shift.ratio).toBeCloseTo(1.5, 1);
  });
});
