import { HOUR_MILLIS, overlaps, type Instant } from '@yotei/time';
import type { AlertFinding } from './alerts.js';

/** An alert of the day of which people were told, or not yet. */
export interface ToldAlert extends AlertFinding {
  readonly clearedAt: Instant | null;
  /** Agents it named when people were last told; null: nobody was. */
  readonly toldAgents: number | null;
}

/** Twice as many agents are missing as people were told, and so many more at least: that is news again. */
const WORSE_FACTOR = 2;
const WORSE_AGENTS = 3;
/** What comes back within this time of being over is not told again. */
const COMES_BACK_MILLIS = HOUR_MILLIS;

/**
 * How many agents people already know of: what was told of the alert itself, else of one of the same queue and kind over
 * the same hours that was over less than an hour ago. Null: nobody was told.
 */
export function knownAgents(
  finding: AlertFinding,
  { own, earlier, at }: { readonly own: number | null; readonly earlier: readonly ToldAlert[]; readonly at: Instant },
): number | null {
  const told = earlier.flatMap((one) => {
    const isSame = one.queueId === finding.queueId && one.kind === finding.kind && overlaps(one, finding);
    const isFresh = one.clearedAt !== null && at - one.clearedAt < COMES_BACK_MILLIS;
    return isSame && isFresh && one.toldAgents !== null ? [one.toldAgents] : [];
  });
  if (own !== null) told.push(own);
  return told.length > 0 ? Math.max(...told) : null;
}

/** Whether people are to be told: shortages only, once, and again when it has become twice as bad. */
export function isWorthTelling({ kind, agents }: Pick<AlertFinding, 'kind' | 'agents'>, known: number | null): boolean {
  if (kind !== 'short') return false;
  return known === null || (agents >= known * WORSE_FACTOR && agents >= known + WORSE_AGENTS);
}
