import type { CalibrationReport } from './contact-calibration.js';

/** The figures of a calibration that staffing, requirement and simulation take; null where the log knows too little. */
export interface PlanningParameters {
  readonly handleSeconds: number | null;
  readonly handleCv: number | null;
  /** Total queue time / abandonments; null as well when nobody ever waited. */
  readonly patienceSeconds: number | null;
  /** cv of an interval's rate between days, Poisson noise taken out. */
  readonly intervalRateCv: number | null;
  /** The same as two independent factors, as a simulation draws them: one a day, one an interval. */
  readonly rateCv: { readonly day: number; readonly interval: number } | null;
  /** Equally likely handle times in seconds, ascending. */
  readonly handleSecondsValues: readonly number[] | null;
  /** Equally likely patiences in seconds, ascending. */
  readonly patienceSecondsValues: readonly number[] | null;
}

/** (1 + day²)(1 + interval²) - 1 = total², so that the two factors together have the spread of the interval's rate. */
function independentFactors(intervalRateCv: number, dayFactorCv: number): { day: number; interval: number } {
  const day = Math.min(dayFactorCv, intervalRateCv);
  return { day, interval: Math.sqrt(Math.max(0, (intervalRateCv ** 2 - day ** 2) / (1 + day ** 2))) };
}

/** What of a calibration goes into a plan. */
export function planningParameters(report: CalibrationReport): PlanningParameters {
  const handleTime = report.handleTime.kind === 'handle-time' ? report.handleTime : null;
  const patience = report.patience.kind === 'patience' ? report.patience : null;
  const overdispersion = report.overdispersion.kind === 'overdispersion' ? report.overdispersion : null;
  const patienceSeconds = patience?.operationalSeconds.value ?? 0;
  return {
    handleSeconds: handleTime?.meanSeconds.value ?? null,
    handleCv: handleTime?.cv ?? null,
    patienceSeconds: patienceSeconds > 0 ? patienceSeconds : null,
    intervalRateCv: overdispersion?.intervalRateCv.value ?? null,
    rateCv: overdispersion && independentFactors(overdispersion.intervalRateCv.value, overdispersion.dayFactorCv.value),
    handleSecondsValues: handleTime?.values ?? null,
    patienceSecondsValues: patience?.values.values ?? null,
  };
}
