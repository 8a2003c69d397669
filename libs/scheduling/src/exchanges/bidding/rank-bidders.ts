/** What became of one earlier round for somebody who bid in it. */
export interface PastAward {
  /** Lines the agent had put in order. */
  readonly listedCount: number;
  /** Place of the line got among them, from 1; null: none of them. */
  readonly choice: number | null;
}

/** Somebody who bids for a line of a season. */
export interface Bidder {
  readonly agentId: string;
  /** Line ids, the most wanted first. */
  readonly choices: readonly string[];
  /** Earlier rounds, the newest first. */
  readonly past: readonly PastAward[];
}

export interface RankedBidder extends Bidder {
  /** From 1: who chooses first. */
  readonly rank: number;
  /** What earlier rounds owe, 0 (always the first choice, or never bid) .. 100 times the rounds counted. */
  readonly owed: number;
  /** 0 .. 999 999; decides between those who are owed the same. */
  readonly lot: number;
}

/** Rounds that count; older ones are forgotten. */
export const BID_MEMORY_ROUNDS = 3;

/**
 * What an earlier round owes, 0..100 in whole numbers: 0 for the first choice, 100 for none of those listed, between
 * them evenly by the place of the choice. A list of one line got owes nothing.
 */
export function owedBy({ listedCount, choice }: PastAward): number {
  if (listedCount === 0) return 0;
  if (choice === null) return 100;
  return Math.round((100 * (choice - 1)) / listedCount);
}

/**
 * Who chooses first: those whom the last {@link BID_MEMORY_ROUNDS} rounds owe most, so that nobody comes last again and
 * again. Between equals the lot decides, which follows from round and agent alone: it stands before anybody bids, and
 * neither the bid nor its time changes it. Nothing else counts, so a bid never costs anybody their rank.
 */
export function rankBidders(roundId: string, bidders: readonly Bidder[]): RankedBidder[] {
  return bidders
    .map((bidder) => ({
      ...bidder,
      owed: bidder.past.slice(0, BID_MEMORY_ROUNDS).reduce((sum, past) => sum + owedBy(past), 0),
      lot: lotOf(roundId, bidder.agentId),
    }))
    .sort((a, b) => b.owed - a.owed || a.lot - b.lot || (a.agentId < b.agentId ? -1 : 1))
    .map((bidder, i) => ({ ...bidder, rank: i + 1 }));
}

/**
 * The lot of an agent in a round, 0..999 999: FNV-1a of the two ids with a final mix (Appleby's MurmurHash3 finalizer),
 * so that ids that differ little fall far apart. Anyone can draw it again.
 */
export function lotOf(roundId: string, agentId: string): number {
  let hash = 0x811c9dc5;
  for (const letter of `${roundId} ${agentId}`) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % 1_000_000;
}
