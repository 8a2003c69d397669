import type { Instant } from '@yotei/time';

/** Somebody who would take an offer. */
export interface OfferClaim {
  readonly agentId: string;
  readonly claimedAt: Instant;
  /** Offers of this kind the agent has had in the last weeks. */
  readonly grantedCount: number;
  /** Paid minutes of the week of the offer. */
  readonly weekPaidMinutes: number;
}

export type OfferOrder = 'first-come' | 'fairness';

/**
 * Claims in the order in which places are given. First come: by the time of the claim. Fairness: who has had fewest such
 * offers, then least paid time for more work (most, for time off), then the earlier claim. Ties by agent id.
 */
export function rankClaims(
  claims: readonly OfferClaim[],
  { order, moreWork }: { readonly order: OfferOrder; readonly moreWork: boolean },
): OfferClaim[] {
  const byTime = (a: OfferClaim, b: OfferClaim) =>
    a.claimedAt - b.claimedAt || (a.agentId < b.agentId ? -1 : Number(a.agentId > b.agentId));
  if (order === 'first-come') return [...claims].sort(byTime);
  const load = (claim: OfferClaim) => (moreWork ? claim.weekPaidMinutes : -claim.weekPaidMinutes);
  return [...claims].sort((a, b) => a.grantedCount - b.grantedCount || load(a) - load(b) || byTime(a, b));
}
