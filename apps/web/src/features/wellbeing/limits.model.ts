import type { WellbeingLimitsFragment } from '../../graphql/generated/graphql.js';

export type Limits = WellbeingLimitsFragment['measures'][number];

/** Measures whose full load does not lie beyond their limit of no load; little is bad where the standard says so. */
export function wrongLimits(limits: readonly Limits[]): ReadonlySet<string> {
  const isWrong = ({ ok, bad, standardOk, standardBad }: Limits): boolean =>
    !(standardBad < standardOk ? bad < ok : bad > ok);
  return new Set(limits.filter(isWrong).map(({ measureId }) => measureId));
}

/** What differs from the standard; the rest is left to it, so that a better standard reaches the centre. */
export function limitsToSave(
  limits: readonly Limits[],
): { readonly measureId: string; readonly ok: number; readonly bad: number }[] {
  return limits
    .filter(({ ok, bad, standardOk, standardBad }) => ok !== standardOk || bad !== standardBad)
    .map(({ measureId, ok, bad }) => ({ measureId, ok, bad }));
}
