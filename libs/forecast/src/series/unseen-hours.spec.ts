import { queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import { forecastQueue } from '../forecast-queue.js';
import type { OpeningHours } from './opening-hours.js';

/** Monday to Friday from eight, Friday until noon, the others until six; 60 contacts an hour, 30 after four. */
const history = queueHistory({
  fromOn: '2025-01-06',
  days: 84,
  contacts: ({ weekday, minuteOfDay }) => {
    const closesAt = weekday === 5 ? 720 : 1080;
    if (weekday > 5 || minuteOfDay < 480 || minuteOfDay >= closesAt) return Number.NaN;
    return minuteOfDay >= 960 ? 30 : 60;
  },
});

const hours = (untilMinute: number): OpeningHours => ({
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, spans: [{ fromMinute: 480, untilMinute }] })),
});

function forecastOf(opening: OpeningHours | undefined, methodId = 'planner-mean') {
  const result = forecastQueue(history, { methodId, fromOn: '2025-03-31', days: 7, opening, seed: 1 });
  if (result.kind !== 'forecast') throw new Error(result.kind);
  return result;
}

describe('hours that open for the first time', () => {
  it.each(['planner-mean', 'day-regression-profile', 'combination'])(
    'have what the same hours of other weekdays have, by %s',
    (methodId) => {
      const friday = forecastOf(hours(1080), methodId).days[4]!.contacts;
      // Friday noon to four like the other days' 60, four to six like their 30.
      expect(friday[13]! / 60).toBeCloseTo(1, 1);
      expect(friday[17]! / 30).toBeCloseTo(1, 1);
    },
  );

  it('that no weekday knows go on from the last known ones, fading as these do', () => {
    const { days, reasons } = forecastOf(hours(1200));
    // The last two known hours have 30 and 30: the most that is kept from hour to hour is 95 %.
    expect(days[0]!.contacts[18]).toBeCloseTo(30 * 0.95, 6);
    expect(days[0]!.contacts[19]).toBeCloseTo(30 * 0.95 ** 2, 6);
    const borrowed = reasons.find(({ kind }) => kind === 'hours-borrowed');
    expect(borrowed).toMatchObject({
      hours: expect.arrayContaining([
        { weekday: 1, fromMinute: 1080, untilMinute: 1200 },
        { weekday: 5, fromMinute: 720, untilMinute: 1200 },
      ]),
    });
  });

  it('on a date of its own are those of the usual week', () => {
    const exceptions = new Map([['2025-04-05', [{ fromMinute: 480, untilMinute: 600 }]]]);
    const saturday = forecastOf({ exceptions }).days[5]!.contacts;
    expect([...saturday.subarray(8, 10)]).toEqual([60, 60]);
  });

  it('leave known hours as they are and are not spoken of where there are none', () => {
    const [given, learned] = [forecastOf(hours(1080)), forecastOf(undefined)];
    expect(given.days[0]!.contacts).toEqual(learned.days[0]!.contacts);
    expect(learned.reasons.some(({ kind }) => kind === 'hours-borrowed')).toBe(false);
  });
});
