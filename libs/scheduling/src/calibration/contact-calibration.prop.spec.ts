import fc from 'fast-check';
import type { RandomDraws } from '../../../../tests/kit/random-draws.js';
import { syntheticContacts, type SyntheticLog } from '../../../../tests/kit/synthetic-contacts.js';
import { calibrateContacts, type CalibrationReport } from './contact-calibration.js';
import type { ContactRecord } from './contact-record.js';
import type { Estimate } from './estimate.js';
import type { HandleTimeReport } from './handle-time/handle-time.js';
import type { OverdispersionReport } from './arrivals/overdispersion.js';
import type { PatienceReport } from './patience/patience.js';

const SEEDS = Array.from({ length: 24 }, (_, i) => i + 1);
const calibrate = (log: SyntheticLog): CalibrationReport =>
  calibrateContacts(syntheticContacts(log), { zone: log.zone ?? 'UTC' });
const handleTimeOf = (report: CalibrationReport): HandleTimeReport => report.handleTime as HandleTimeReport;
const patienceOf = (report: CalibrationReport): PatienceReport => report.patience as PatienceReport;
/** Of the arrivals alone, which spares the fits of waits and handle times. */
const arrivalsOf = (log: SyntheticLog): OverdispersionReport =>
  overdispersionOf(
    calibrateContacts(
      syntheticContacts(log).map(({ arrivedAt }) => ({ arrivedAt, outcome: 'abandoned' as const })),
      { zone: log.zone ?? 'UTC' },
    ),
  );
const overdispersionOf = (report: CalibrationReport): OverdispersionReport =>
  report.overdispersion as OverdispersionReport;

/** Intervals of 95 % that hold the truth in at least 20 of 24 logs (chance of fewer when right: 1 %). */
function expectCovered(estimates: readonly Estimate[], truth: number): void {
  const held = estimates.filter(({ low, high }) => low <= truth && truth <= high).length;
  expect(held).toBeGreaterThanOrEqual(20);
}

describe('calibration of logs whose truth is known', () => {
  const rates = () => Array.from({ length: 10 }, () => 12);
  const reports = SEEDS.map((seed) => calibrate({ seed, days: 12, rates }));

  it('holds the mean handle time in its interval', () => {
    expectCovered(
      reports.map((report) => handleTimeOf(report).meanSeconds),
      200,
    );
  });

  it('holds a constant hazard in the interval of patience, where the mean wait of those who left is far too short', () => {
    expectCovered(
      reports.map((report) => patienceOf(report).operationalSeconds),
      240,
    );
    // Those who left within 60 s waits: 1 / (1/240 + 1/60) = 48 s.
    for (const report of reports) {
      const naive = patienceOf(report).meanWaitOfAbandonedSeconds;
      expect(naive).toBeGreaterThan(40);
      expect(naive).toBeLessThan(56);
    }
  });

  it('finds the family and its parameters behind handle times and patience', () => {
    const log = (draw: (draws: RandomDraws) => number): SyntheticLog => ({ seed: 7, days: 40, handleSeconds: draw });
    const best = (draw: (draws: RandomDraws) => number) => handleTimeOf(calibrate(log(draw))).fits[0]!;
    const lognormal = best((draws) => draws.lognormal(200, 1));
    expect(lognormal.family).toBe('lognormal');
    expect(lognormal.meanSeconds).toBeCloseTo(200, -1);
    expect(lognormal.cv).toBeCloseTo(1, 1);
    const gamma = best((draws) => draws.gamma(3, 60));
    expect(gamma.family).toBe('gamma');
    expect(gamma.parameters['shape']! / 3).toBeCloseTo(1, 1);
    // Cut off at 10 s the exponential keeps its mean, where the mean of the rest would be 210.
    const exponential = handleTimeOf(calibrate(log((draws) => draws.exponential(200)))).fits;
    expect(exponential.find(({ family }) => family === 'exponential')!.meanSeconds / 200).toBeCloseTo(1, 1);
    expect(exponential[0]!.greatestGapFraction).toBeLessThan(0.02);
  });

  it('finds a Weibull patience behind waits most of which were cut off', () => {
    const report = calibrate({ seed: 3, days: 60, patienceSeconds: (draws) => draws.weibull(0.7, 200) });
    const { fits, curve, atOnceFraction, atOnceWithinSeconds } = patienceOf(report);
    const weibull = fits.find(({ family }) => family === 'weibull')!;
    expect(weibull.parameters['shape']).toBeCloseTo(0.7, 1);
    expect(weibull.akaike).toBeLessThan(fits.find(({ family }) => family === 'exponential')!.akaike - 10);
    // S(t) = exp(-(t/200)^0.7)
    const surviving = (wait: number): number => Math.exp(-((wait / 200) ** 0.7));
    expect(atOnceFraction).toBeCloseTo(1 - surviving(atOnceWithinSeconds), 1);
    const held = curve.filter(
      ({ waitSeconds, low, high }) => low <= surviving(waitSeconds) && surviving(waitSeconds) <= high,
    );
    expect(held.length / curve.length).toBeGreaterThan(0.7);
  });

  it('takes the chance of single arrivals out of the spread between days', () => {
    const measured = SEEDS.slice(0, 16).map((seed) => arrivalsOf({ seed, days: 56, dayCv: 0.15, intervalCv: 0.2 }));
    const total = Math.sqrt((1 + 0.15 ** 2) * (1 + 0.2 ** 2) - 1);
    const held = (estimates: readonly Estimate[], truth: number): number =>
      estimates.filter(({ low, high }) => low <= truth && truth <= high).length;
    expect(
      held(
        measured.map(({ intervalRateCv }) => intervalRateCv),
        total,
      ),
    ).toBeGreaterThanOrEqual(13);
    expect(
      held(
        measured.map(({ dayFactorCv }) => dayFactorCv),
        0.15,
      ),
    ).toBeGreaterThanOrEqual(13);
    const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(measured.map(({ intervalRateCv }) => intervalRateCv.value))).toBeCloseTo(total, 1);
    // 0.15² of 0.15² + 0.2² + 0.15² × 0.2² = 0.0225 / 0.0634
    expect(mean(measured.map(({ correlationOverDay }) => correlationOverDay))).toBeCloseTo(0.355, 1);
  });

  it('calls plain Poisson arrivals plain, with more calls on Mondays or not', () => {
    const byWeekday = (weekday: number): readonly number[] =>
      Array.from({ length: 20 }, (_, i) => (weekday === 1 ? 20 : 12) + (i % 5));
    const measured = SEEDS.slice(0, 10).map((seed) => arrivalsOf({ seed, days: 56, rates: byWeekday }));
    for (const { intervalRateCv, dispersion } of measured) {
      expect(intervalRateCv.low).toBeLessThan(0.05);
      // 49 degrees of freedom in each of 20 half-hours: standard deviation √(2 / 980) = 0.045.
      expect(dispersion).toBeGreaterThan(0.82);
      expect(dispersion).toBeLessThan(1.18);
    }
  });

  it('draws hours that differ by chance to the mean, and leaves those that truly differ', () => {
    const plain = handleTimeOf(calibrate({ seed: 5, days: 20 })).byHour;
    expect(plain.realFraction).toBeLessThan(0.7);
    const real = handleTimeOf(
      calibrate({ seed: 5, days: 20, handleSeconds: (draws, hour) => draws.lognormal(hour < 12 ? 150 : 250, 0.8) }),
    ).byHour;
    expect(real.realFraction).toBeGreaterThan(0.9);
    for (const { at, shrunkSeconds } of real.cells)
      expect(Math.abs(shrunkSeconds - (at < 12 ? 150 : 250))).toBeLessThan(25);
  });
});

describe('what must not change a calibration', () => {
  const base = syntheticContacts({ seed: 11, days: 16, dayCv: 0.1, rates: () => [9, 12, 15, 12, 9] });
  const options = { zone: 'UTC' } as const;
  const of = (contacts: readonly ContactRecord[]): CalibrationReport => calibrateContacts(contacts, options);
  const near = (a: number, b: number): void => expect(a / b).toBeCloseTo(1, 9);

  it('is the order of the rows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (stride) => {
        const order = base.map((contact, i) => ({ contact, key: (i * stride) % 1009 }));
        const mixed = order.sort((a, b) => a.key - b.key).map(({ contact }) => contact);
        const [a, b] = [of(base), of(mixed)];
        expect(b.contacts).toEqual(a.contacts);
        near(patienceOf(b).operationalSeconds.value, patienceOf(a).operationalSeconds.value);
        near(handleTimeOf(b).meanSeconds.high, handleTimeOf(a).meanSeconds.high);
        expect(overdispersionOf(b)).toEqual(overdispersionOf(a));
        near(patienceOf(b).fits[0]!.meanSeconds, patienceOf(a).fits[0]!.meanSeconds);
      }),
      { numRuns: 3 },
    );
  });

  it('is the unit of time, when waits and handle times are all twice as long', () => {
    const twice = base.map((contact) => ({
      ...contact,
      waitSeconds: contact.waitSeconds! * 2,
      ...(contact.handleSeconds === undefined ? {} : { handleSeconds: contact.handleSeconds * 2 }),
    }));
    const [a, b] = [of(base), of(twice)];
    near(patienceOf(b).operationalSeconds.value, 2 * patienceOf(a).operationalSeconds.value);
    near(handleTimeOf(b).meanSeconds.low, 2 * handleTimeOf(a).meanSeconds.low);
    near(handleTimeOf(b).cv, handleTimeOf(a).cv);
  });

  it('is a zone that shifts every day alike', () => {
    const east = calibrateContacts(
      base.map((contact) => ({ ...contact, arrivedAt: contact.arrivedAt - 9 * 3_600_000 })),
      { zone: 'Asia/Tokyo' },
    );
    expect(overdispersionOf(east)).toEqual(overdispersionOf(of(base)));
    expect(handleTimeOf(east).byHour).toEqual(handleTimeOf(of(base)).byHour);
  });

  it('is how many were answered at once: never asked to wait, they say nothing of patience', () => {
    const more = [
      ...base,
      ...base.filter(({ outcome }) => outcome === 'answered').map((contact) => ({ ...contact, waitSeconds: 0 })),
    ];
    const [a, b] = [patienceOf(of(base)), patienceOf(of(more))];
    expect(b.curve).toEqual(a.curve);
    near(b.operationalSeconds.value, a.operationalSeconds.value);
  });

  it('keeps every figure in its range, whatever the contacts', () => {
    const contact = fc.record({
      arrivedAt: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 2, 1) }),
      outcome: fc.constantFrom('answered' as const, 'abandoned' as const),
      waitSeconds: fc.option(fc.integer({ min: 0, max: 4000 }), { nil: undefined }),
      handleSeconds: fc.option(fc.double({ min: 0, max: 20_000, noNaN: true }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(contact, { maxLength: 80 }), (contacts) => {
        const { handleTime, patience, contacts: counts } = calibrateContacts(contacts, options);
        expect(counts.offeredCount).toBe(contacts.length);
        if (handleTime.kind === 'handle-time') {
          const { meanSeconds, values } = handleTime;
          expect(meanSeconds.low <= meanSeconds.value && meanSeconds.value <= meanSeconds.high).toBe(true);
          expect(values.every((value, i) => value >= (values[i - 1] ?? 0) - 1e-9)).toBe(true);
          near(1 + values.reduce((a, b) => a + b, 0) / values.length, 1 + meanSeconds.value);
        }
        if (patience.kind === 'patience') {
          for (const { low, surviving, high } of patience.curve)
            expect(0 <= low && low <= surviving && surviving <= high && high <= 1).toBe(true);
          const falls = patience.curve.every(
            ({ surviving }, i) => surviving <= (patience.curve[i - 1]?.surviving ?? 1),
          );
          expect(falls).toBe(true);
          expect(patience.values.values.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
        }
      }),
    );
  });
});
