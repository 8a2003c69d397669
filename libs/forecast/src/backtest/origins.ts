import type { MethodRuns } from './method-runs.js';

/** Least history before an origin, so that a fit has something to stand on. */
const LEAST_DAYS_BEFORE = 28;

/** Days between origins: a week for horizons of a week and more (weekday effects weigh alike), else one day. */
export function defaultStepDays(horizonDays: number): number {
  return horizonDays >= 7 ? 7 : 1;
}

/** Origins that make about four weeks of targets for short horizons, and eight for a week and more. */
export function defaultOriginCount(horizonDays: number): number {
  return horizonDays >= 7 ? 8 : 20;
}

export interface OriginPlan {
  /** Targets must lie before this day. */
  readonly beforeDay: number;
  readonly count: number;
  readonly stepDays: number;
}

/** Up to `count` rolling origins, latest last, whose whole horizon lies before `beforeDay` and has something to compare with. */
export function rollingOrigins(runs: MethodRuns, { beforeDay, count, stepDays }: OriginPlan): number[] {
  const { horizonDays, gapDays, table } = runs.settings;
  const firstDay = table.days[0]?.day ?? beforeDay;
  const origins: number[] = [];
  for (
    let origin = beforeDay - gapDays - horizonDays;
    origin >= firstDay + LEAST_DAYS_BEFORE && origins.length < count;
    origin -= stepDays
  ) {
    if (runs.hasTargets(origin)) origins.push(origin);
  }
  return origins.reverse();
}
