import type { RateCorrelation, StaffingLoad, StaffingPlan } from '@yotei/scheduling/staffing';

/** What one queue was computed from, kept with the requirement. */
export interface RequirementQueueInput {
  readonly plan: StaffingPlan;
  readonly forecastIds: readonly string[];
  readonly editIds: readonly string[];
  /** How the rates of the forecast go together, where it says so; absent = as the library assumes. */
  readonly correlation?: RateCorrelation;
}

/** The same as programs before version 0.2 wrote it; stored requirements never change, so it is read for ever. */
interface InputOfBefore {
  readonly modelId: string;
  readonly goal: StaffingPlan['goal'];
  readonly patienceSeconds: number | null;
  readonly concurrency: number;
  readonly shrinkageFraction: number;
  readonly forecastIds: readonly string[];
  readonly editIds: readonly string[];
}

/** A stored input in today's form: what was computed before plans had no load method but each interval for itself. */
export function inputOfStored(stored: RequirementQueueInput | InputOfBefore): RequirementQueueInput {
  if ('plan' in stored) return stored;
  const { modelId, goal, patienceSeconds, concurrency, shrinkageFraction, forecastIds, editIds } = stored;
  const plan: StaffingPlan = {
    modelId,
    goal,
    ...(patienceSeconds === null ? {} : { patienceSeconds }),
    ...(concurrency === 1 ? {} : { concurrency }),
    loadMethod: 'interval',
    staffedFor: { kind: 'point' },
    shrinkage: shrinkageFraction > 0 ? [{ id: 'unplanned', fraction: shrinkageFraction, planned: false }] : [],
  };
  return { plan, forecastIds, editIds };
}

/** Whether two plans compute the same, whatever the order of their fields. */
export function samePlan(a: StaffingPlan, b: StaffingPlan): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, ordered(part)]),
  );
}

/** The load of one interval as the models take it. */
export function loadOfPlan(
  plan: StaffingPlan,
  { contacts, minutes, handleSeconds }: { contacts: number; minutes: number; handleSeconds: number },
): StaffingLoad {
  const { patienceSeconds, concurrency, slowdownFraction, lines, redialFraction } = plan;
  return {
    contacts,
    intervalSeconds: minutes * 60,
    averageHandleSeconds: handleSeconds,
    patienceSeconds,
    concurrency,
    slowdownFraction,
    lines,
    redialFraction,
  };
}
