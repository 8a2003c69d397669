import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DAY_MILLIS } from '@yotei/time';
import { rateSpreadOf } from './arrivals/rate-spread.js';
import { calibrateContacts } from './contact-calibration.js';
import type { FittedDistribution } from './distributions/fit-distribution.js';
import { shareOf, studentT95, type Estimate } from './estimate.js';
import type { HandleTimeReport } from './handle-time/handle-time.js';
import { logGamma, normalTail } from './numerics/probability.js';
import type { PatienceReport } from './patience/patience.js';

interface Golden {
  readonly contacts: readonly (readonly [day: number, wait: number, abandoned: boolean, handle: number])[];
  readonly curve: readonly { wait: number; surviving: number; low: number; high: number }[];
  readonly patienceFits: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly operationalSeconds: Pick<Estimate, 'value' | 'low' | 'high'>;
  readonly handleFits: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly handleMean: number;
  readonly counts: readonly (readonly (readonly number[])[])[];
  readonly rateSpread: Readonly<Record<'interval' | 'day' | 'dayFactor', number>>;
  readonly logGamma: readonly (readonly [number, number])[];
  readonly normalTail: readonly (readonly [number, number])[];
  readonly studentT95: readonly (readonly [number, number])[];
  readonly wilson: readonly (readonly [number, number, number, number])[];
}

const golden = JSON.parse(readFileSync(resolve(__dirname, 'golden/calibration.json'), 'utf8')) as Golden;

function expectNear(got: number, want: number, tolerance: number): void {
  expect(Math.abs(got - want)).toBeLessThanOrEqual(tolerance * Math.abs(want));
}

function expectFits(fits: readonly FittedDistribution[], wanted: Golden['patienceFits']): void {
  for (const [family, want] of Object.entries(wanted)) {
    const fit = fits.find((candidate) => candidate.family === family)!;
    expectNear(fit.logLikelihood, want['logLikelihood']!, 1e-9);
    for (const [name, value] of Object.entries(want))
      if (name !== 'logLikelihood') expectNear(fit.parameters[name]!, value, 1e-5);
  }
}

describe('calibration against numpy and scipy', () => {
  const report = calibrateContacts(
    golden.contacts.map(([day, waitSeconds, abandoned, handleSeconds]) => ({
      arrivedAt: day * DAY_MILLIS + 43_200_000,
      outcome: abandoned ? ('abandoned' as const) : ('answered' as const),
      waitSeconds,
      handleSeconds,
    })),
    { zone: 'UTC' },
  );
  const patience = report.patience as PatienceReport;

  it('agrees on the survival curve and its bounds', () => {
    for (const want of golden.curve) {
      const got = patience.curve.find(({ waitSeconds }) => waitSeconds === want.wait)!;
      expectNear(got.surviving, want.surviving, 1e-9);
      expectNear(got.low, want.low, 1e-6);
      expectNear(got.high, want.high, 1e-6);
    }
    expect(golden.curve.length).toBe(9);
  });

  it('agrees on patience fitted to waits that were cut off', () => expectFits(patience.fits, golden.patienceFits));

  it('agrees on queue time / abandonments and its interval over days', () => {
    expectNear(patience.operationalSeconds.value, golden.operationalSeconds.value, 1e-12);
    expectNear(patience.operationalSeconds.low, golden.operationalSeconds.low, 3e-3);
    expectNear(patience.operationalSeconds.high, golden.operationalSeconds.high, 3e-3);
  });

  it('agrees on handle times cut off at the short ones', () => {
    // Handle times of every row, as the golden program fits them; abandoned contacts have none in a calibration.
    const answered = calibrateContacts(
      golden.contacts.map(([day, , , handleSeconds]) => ({
        arrivedAt: day * DAY_MILLIS,
        outcome: 'answered' as const,
        handleSeconds,
      })),
      { zone: 'UTC' },
    );
    expectFits((answered.handleTime as HandleTimeReport).fits, golden.handleFits);
    expectNear((report.handleTime as HandleTimeReport).meanSeconds.value, golden.handleMean, 1e-12);
  });

  it('agrees on the spread of rates with the chance of single arrivals taken out', () => {
    const spread = rateSpreadOf(golden.counts.map((days) => days.map((day) => Float64Array.from(day))));
    for (const name of ['interval', 'day', 'dayFactor'] as const)
      expectNear(spread[name], golden.rateSpread[name], 1e-9);
  });

  it('agrees on the functions underneath', () => {
    for (const [s, want] of golden.logGamma) expectNear(logGamma(s), want, 1e-12);
    for (const [z, want] of golden.normalTail) expectNear(normalTail(z), want, 1e-12);
    for (const [freedom, want] of golden.studentT95) expectNear(studentT95(freedom), want, 5e-3);
    for (const [events, total, low, high] of golden.wilson) {
      const share = shareOf(events, total);
      expect(share.low).toBeCloseTo(low, 9);
      expect(share.high).toBeCloseTo(high, 9);
    }
  });
});
