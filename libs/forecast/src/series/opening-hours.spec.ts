import { officeHistory } from '../../../../tests/kit/queue-history-builder.js';
import { forecastQueue } from '../forecast-queue.js';
import { openByRule, type OpeningHours } from './opening-hours.js';

const options = { methodId: 'planner-mean', fromOn: '2026-03-30', days: 7, seed: 1 };
function openHours(opening?: OpeningHours): number[][] {
  const result = forecastQueue(officeHistory(), { ...options, opening });
  if (result.kind !== 'forecast') throw new Error(result.kind);
  return result.days.map(({ contacts }) => [...contacts.keys()].filter((hour) => !Number.isNaN(contacts[hour]!)));
}

describe('opening hours', () => {
  it('are learned unless given, and the forecast is closed, not zero, outside of them', () => {
    expect(openHours().map((hours) => hours.length)).toEqual([10, 10, 10, 10, 10, 0, 0]);
    const mornings = [1, 2, 3].map((weekday) => ({ weekday, spans: [{ fromMinute: 480, untilMinute: 720 }] }));
    expect(openHours({ weekly: mornings }).map((hours) => hours.length)).toEqual([4, 4, 4, 0, 0, 0, 0]);
  });

  it('give way to those of a date', () => {
    const exceptions = new Map([
      ['2026-03-31', [{ fromMinute: 600, untilMinute: 720 }]],
      ['2026-04-01', []],
    ]);
    expect(openHours({ exceptions }).slice(0, 4)).toEqual([
      [8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
      [10, 11],
      [],
      [8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
    ]);
  });

  it('refuse a span over midnight', () => {
    expect(() => openByRule([{ weekday: 1, spans: [{ fromMinute: 1320, untilMinute: 120 }] }], 24)).toThrow(
      'must lie in 0..1440',
    );
  });
});
