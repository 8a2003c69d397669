import type { LoadMethod, ServiceGoal, StaffedFor, StaffingPlan } from '@yotei/scheduling/staffing';
import type { StaffingPlanType } from './staffing-plan.graphql-types.js';

type Given<T> = { readonly [Name in keyof T]: Exclude<T[Name], null> };

/** Without the nulls: GraphQL and jsonb say null where the library says nothing. */
function given<T extends object>(value: T): Given<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== null && part !== undefined),
  ) as Given<T>;
}

/** What came in over the api as a plan of the library. Words are not checked yet: `staffingPlanFaults` does. */
export function planOfInput({
  goal,
  staffedFor,
  shrinkage,
  workedHours,
  loadMethod,
  recovery,
  ...rest
}: StaffingPlanType): StaffingPlan {
  return {
    ...given(rest),
    goal: given(goal) as ServiceGoal,
    loadMethod: (loadMethod ?? 'modified-offered-load') as LoadMethod,
    staffedFor: staffedFor ? (given(staffedFor) as StaffedFor) : { kind: 'point' },
    shrinkage: (shrinkage ?? []).map(given),
    ...(recovery ? { recovery: { ...recovery } } : {}),
    ...(workedHours?.length ? { workedHours: workedHours.map(given) } : {}),
  };
}

/** The same with lists that may be written, as GraphQL types have them. */
function writable<T extends { readonly weekdays?: readonly number[] }>({ weekdays, ...part }: T) {
  return { ...part, weekdays: weekdays ? [...weekdays] : null };
}

/** A plan for the api, with the defaults written out, so that a reader sees what is computed with. */
export function planTypeOf(plan: StaffingPlan): StaffingPlanType {
  const {
    shrinkage = [],
    workedHours = [],
    staffedFor = { kind: 'point' },
    loadMethod = 'modified-offered-load',
    goal,
    recovery,
    ...rest
  } = plan;
  return {
    ...rest,
    goal: { ...goal },
    loadMethod,
    staffedFor: { ...staffedFor },
    shrinkage: shrinkage.map(writable),
    workedHours: workedHours.map(writable),
    recovery: recovery ? { ...recovery } : null,
  };
}
