import { officeHistory, queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import type { QueueForecast } from '../queue-forecast.js';
import { forecastQueue } from '../forecast-queue.js';
import type { QueueHistory } from '../queue-history.js';
import { forecastShort } from './forecast-short.js';
import { curveOfTotals } from './typed-curve.js';

const curve = curveOfTotals({
  stepMinutes: 60,
  weekdayContacts: [400, 400, 400, 400, 400, 0, 0],
  openMinutes: [...Array.from({ length: 5 }, () => [480, 1080] as const), null, null],
  shape: null,
  averageHandleSeconds: 240,
});
const nothing: QueueHistory = { zone: 'UTC', stepMinutes: 60, days: [] };
// Ten open hours of about 100 contacts: 1,000 a day where 400 were typed.
const office = (days: number) => officeHistory({ fromOn: '2026-01-05', days });

function forecast(history: QueueHistory, fromOn: string, options: { curve?: typeof curve | null } = {}): QueueForecast {
  const result = forecastShort(history, { fromOn, days: 7, ...options });
  if (result.kind !== 'forecast') throw new Error(result.kind);
  return result;
}
const totalOf = ({ days }: QueueForecast, index = 1) =>
  days[index]!.contacts.reduce((sum, value) => sum + (value || 0), 0);

describe('forecast of a young queue', () => {
  it('repeats the typed curve before the first day, closed where it is closed, with its handle time', () => {
    const result = forecast(nothing, '2026-01-05', { curve });
    expect(totalOf(result)).toBeCloseTo(400, 6);
    expect(result.days[0]!.contacts[8]).toBeCloseTo(40, 6); // 400 over ten hours
    expect(result.days[0]!.contacts[7]).toBeNaN();
    expect(result.days[5]!.contacts.every(Number.isNaN)).toBe(true);
    expect(result.days[0]!.averageHandleSeconds[8]).toBe(240);
    expect(result.reasons).toContainEqual({ kind: 'typed-curve', curveWeight: 1 });
  });

  it('moves from the curve to the days as they arrive, and its band narrows', () => {
    const totals: number[] = [];
    const widths: number[] = [];
    for (const have of [0, 1, 2, 5, 14, 28]) {
      const result = forecast(office(have), `2026-01-${String(5 + have).padStart(2, '0')}`, { curve });
      const tuesday = result.days.findIndex(({ on }) => new Date(`${on}T00:00Z`).getUTCDay() === 2);
      totals.push(totalOf(result, tuesday));
      const { p10, p90, contacts } = result.days[tuesday]!;
      widths.push((p90[11]! - p10[11]!) / contacts[11]!);
    }
    expect(totals[0]).toBeCloseTo(400, 6);
    // One day, a Monday, which brings 1.3 times a Tuesday, already weighs more than the curve.
    expect(totals[1]).toBeGreaterThan(800);
    expect(totals.at(-1)! / 944).toBeCloseTo(1, 1); // shape 1.2 - |minute - 660| / 600 sums to 9.7 over ten hours, less the wobble
    expect(widths[0]).toBeGreaterThan(0.7); // 2 x 1.28 x 0.3 of the level alone
    expect(widths.at(-1)).toBeLessThan(0.5 * widths[0]!);
  });

  it('works on three days alone and names the weekdays it has not seen', () => {
    const result = forecast(office(3), '2026-01-08');
    expect(result.reasons.map(({ kind }) => kind)).toEqual(['short-history', 'weekdays-borrowed']);
    expect(result.reasons[1]).toEqual({ kind: 'weekdays-borrowed', weekdays: [4, 5] });
    expect(totalOf(result, 0)).toBeGreaterThan(800);
    expect(result.days[2]!.contacts.every(Number.isNaN)).toBe(true); // Saturday
  });

  it('expects nobody on weekdays that are open and on which nobody ever came', () => {
    const history = queueHistory({
      fromOn: '2026-01-05',
      days: 14,
      contacts: ({ weekday }) => (weekday > 5 ? 0 : 20),
    });
    const result = forecast(history, '2026-01-19');
    expect(totalOf(result, 0)).toBeCloseTo(480, -1);
    expect([5, 6].map((index) => totalOf(result, index) < 1)).toEqual([true, true]);
  });

  it('looks at no day from the first one forecast on', () => {
    const early = forecast(office(5), '2026-01-08', { curve });
    expect(forecast(office(60), '2026-01-08', { curve })).toEqual(early);
  });

  it('stands behind the automatic choice until methods can be compared', () => {
    const result = forecastQueue(nothing, { methodId: 'auto', fromOn: '2026-01-05', days: 7, seed: 1, curve });
    expect(result).toEqual(forecast(nothing, '2026-01-05', { curve }));
    const old = officeHistory();
    const chosen = forecastQueue(old, { methodId: 'auto', fromOn: '2026-03-30', days: 7, seed: 1, curve });
    expect(chosen.kind === 'forecast' && chosen.backtest.length).toBeGreaterThan(3);
  });

  it('refuses when there is neither a day nor a curve, and a curve that is none', () => {
    expect(forecastShort(nothing, { fromOn: '2026-01-05', days: 7 })).toEqual({
      kind: 'not-enough-history',
      haveDays: 0,
      needDays: 1,
    });
    expect(() => forecast(nothing, '2026-01-05', { curve: { ...curve, levelSpread: 3 } })).toThrow(
      'levelSpread (3) must lie in 0.02..1; use 0.3 when unsure',
    );
  });

  it('lays a curve typed by the hour out over half hours', () => {
    const result = forecast({ ...nothing, stepMinutes: 30 }, '2026-01-05', { curve });
    expect(result.days[0]!.contacts[16]).toBeCloseTo(20, 6);
    expect(totalOf(result)).toBeCloseTo(400, 6);
  });
});
