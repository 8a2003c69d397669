import type { RankedBidder } from './rank-bidders.js';

/** A line of a season: a pattern of weeks that several may work. */
export interface BidLine {
  readonly id: string;
  readonly places: number;
}

/** A line somebody wanted more than the one they got, and the ranks of those who have it: all came before. */
export interface DeniedChoice {
  readonly lineId: string;
  readonly takenByRanks: readonly number[];
}

export interface BidAward {
  readonly agentId: string;
  readonly rank: number;
  /** Null: none of the lines listed had a place left. */
  readonly lineId: string | null;
  /** Place of the line in the agent's list, from 1. */
  readonly choice: number | null;
  readonly denied: readonly DeniedChoice[];
}

/**
 * Gives the lines by rank: each takes the first line of the own list that still has a place (serial dictatorship). Nobody
 * could do better by another list, nobody wants a line that somebody of a lower rank has, and no exchange among
 * winners would please all who take part (Svensson 1999, Strategy-proof allocation of indivisible goods). Lines named
 * twice count once; lines the round does not have are passed over. In order of rank.
 */
export function awardLines(ranked: readonly RankedBidder[], lines: readonly BidLine[]): BidAward[] {
  const places = new Map(lines.map(({ id, places: count }) => [id, count]));
  const holders = new Map<string, number[]>(lines.map(({ id }) => [id, []]));
  return [...ranked]
    .sort((a, b) => a.rank - b.rank)
    .map(({ agentId, rank, choices }): BidAward => {
      const listed = [...new Set(choices)].filter((id) => places.has(id));
      const index = listed.findIndex((id) => holders.get(id)!.length < places.get(id)!);
      const better = index < 0 ? listed : listed.slice(0, index);
      const denied = better.map((lineId) => ({ lineId, takenByRanks: [...holders.get(lineId)!] }));
      const lineId = listed[index] ?? null;
      if (lineId) holders.get(lineId)!.push(rank);
      return { agentId, rank, lineId, choice: lineId ? index + 1 : null, denied };
    });
}
