import type { CentreFrame } from '../centre-frame.js';
import type { ApproximateJudge, Judged } from './judge.js';

/** Sizes that cost less than this are the same to a planner. */
const SAME_COST = 1e-9;
/** In larger centres one agent is less than a hundredth: looking for it in every trade is not worth the time. */
const FINE_AGENTS = 150;
/** Least slack that decides between sizes of equal cost. */
const slackScore = ({ slacks }: Judged): number => slacks.reduce((least, slack) => Math.min(least, slack), Infinity);

/** Least-cost group sizes by moves of one or two agents, judged by the approximation. */
export class GroupSearch {
  constructor(
    private readonly frame: CentreFrame,
    private readonly judge: ApproximateJudge,
  ) {}

  costOf(sizes: readonly number[]): number {
    return sizes.reduce((sum, agents, group) => sum + agents * this.frame.cost[group]!, 0);
  }

  /** Adds the agents that close most of the miss for their cost until every goal is met; null where no agent helps. */
  fill(start: readonly number[]): Judged | null {
    let at = this.judge.judge(start);
    for (let step = this.stepFor(at); at.miss > 0;) {
      const best = this.bestAddition(at, step);
      if (best) at = best;
      else if (step > 1) step = 1;
      else return null;
      step = Math.min(step, this.stepFor(at));
    }
    return at;
  }

  /** Big steps only while far from the goals. */
  private stepFor({ miss, sizes }: Judged): number {
    const agents = sizes.reduce((sum, count) => sum + count, 0);
    return miss > 0.5 ? Math.max(1, Math.round(agents * 0.05)) : 1;
  }

  private bestAddition(at: Judged, step: number): Judged | null {
    let best: Judged | null = null;
    let bestGain = 1e-9;
    for (let group = 0; group < this.frame.groupCount; group++) {
      const sizes = this.moved(at.sizes, [[group, step]]);
      if (!sizes) continue;
      const judged = this.judge.judge(sizes);
      const gain = (at.miss - judged.miss) / (step * this.frame.cost[group]!);
      if (gain > bestGain) [best, bestGain] = [judged, gain];
    }
    return best;
  }

  /** Takes agents away while the goals hold, dearest and least missed first. */
  drop(start: Judged): Judged {
    let at = start;
    for (;;) {
      const next = this.cheapest(at, this.dropsOf());
      if (!next) return at;
      at = next;
    }
  }

  /** Drops, then cheaper swaps, then two for one, until none holds. */
  improve(start: Judged): Judged {
    let at = this.drop(start);
    for (;;) {
      const isSmall = at.sizes.reduce((sum, count) => sum + count, 0) <= FINE_AGENTS;
      const next =
        this.cheapest(at, this.swaps()) ??
        (isSmall ? (this.cheapest(at, this.twoForOne()) ?? this.levelled(at)) : null);
      if (!next) return at;
      at = this.drop(next);
    }
  }

  /** A swap of equal cost that makes a drop possible. */
  private levelled(at: Judged): Judged | null {
    const cost = this.costOf(at.sizes);
    for (const changes of this.swaps()) {
      const sizes = this.moved(at.sizes, changes);
      if (!sizes || Math.abs(this.costOf(sizes) - cost) > SAME_COST) continue;
      const level = this.judge.judge(sizes);
      if (level.miss > 0 || slackScore(level) <= slackScore(at)) continue;
      const dropped = this.cheapest(level, this.dropsOf());
      if (dropped) return dropped;
    }
    return null;
  }

  /** Of the moves after which all goals hold and the cost is less: the greatest saving, then the greatest slack. */
  private cheapest(at: Judged, moves: readonly Move[]): Judged | null {
    const cost = this.costOf(at.sizes);
    let best: Judged | null = null;
    let bestCost = cost - SAME_COST;
    for (const changes of moves) {
      const sizes = this.moved(at.sizes, changes);
      if (!sizes) continue;
      const its = this.costOf(sizes);
      if (its > bestCost + SAME_COST || its > cost - SAME_COST) continue;
      const judged = this.judge.judge(sizes);
      if (judged.miss > 0) continue;
      const better = its < bestCost - SAME_COST || !best || slackScore(judged) > slackScore(best);
      if (better) [best, bestCost] = [judged, its];
    }
    return best;
  }

  /** One agent more (or several) in the group that helps most by the approximation; null where no group may grow. */
  largerBy(sizes: readonly number[], step: number): readonly number[] | null {
    let best: Judged | null = null;
    for (const group of this.groups()) {
      const larger = this.moved(sizes, [[group, step]]);
      if (!larger) continue;
      const judged = this.judge.judge(larger);
      const better =
        !best || judged.miss < best.miss || (judged.miss === best.miss && slackScore(judged) > slackScore(best));
      if (better) best = judged;
    }
    return best && best.sizes;
  }

  /** Every cheaper neighbour, the likeliest to hold first: for a judge that costs more. */
  cheaperNeighbours(at: Judged): readonly Judged[] {
    const cost = this.costOf(at.sizes);
    return [...this.dropsOf(), ...this.swaps(), ...this.twoForOne(), ...this.twoForTwo()]
      .flatMap((changes) => {
        const sizes = this.moved(at.sizes, changes);
        return sizes && this.costOf(sizes) < cost - SAME_COST ? [this.judge.judge(sizes)] : [];
      })
      .sort((a, b) => a.miss - b.miss || slackScore(b) - slackScore(a));
  }

  private groups(): readonly number[] {
    return Array.from({ length: this.frame.groupCount }, (_, group) => group);
  }

  private dropsOf(): readonly Move[] {
    return this.groups().map((group) => [[group, -1]]);
  }

  private swaps(): readonly Move[] {
    return this.groups().flatMap((from) =>
      this.groups().flatMap((to): Move[] =>
        from === to
          ? []
          : [
              [
                [from, -1],
                [to, 1],
              ],
            ],
      ),
    );
  }

  private twoForOne(): readonly Move[] {
    return this.groups().flatMap((a) =>
      this.groups().flatMap((b) =>
        b < a
          ? []
          : this.groups().flatMap((to): Move[] =>
              to === a || to === b
                ? []
                : [
                    [
                      [a, -1],
                      [b, -1],
                      [to, 1],
                    ],
                  ],
            ),
      ),
    );
  }

  /** Two of one group against one each of two others, and the reverse: along the cost of more skills. */
  private twoForTwo(): readonly Move[] {
    return this.groups().flatMap((one) =>
      this.groups().flatMap((a) =>
        this.groups().flatMap((b): Move[] => {
          if (a === one || b === one || b <= a) return [];
          return [-1, 1].map((by): Move => [
            [one, 2 * by],
            [a, -by],
            [b, -by],
          ]);
        }),
      ),
    );
  }

  /** Sizes after the changes; null where a group would be below 0 or above what there is. */
  private moved(sizes: readonly number[], changes: Move): number[] | null {
    const next = [...sizes];
    for (const [group, by] of changes) next[group]! += by;
    return next.every((agents, group) => agents >= 0 && agents <= this.frame.most[group]!) ? next : null;
  }
}

/** Agents added to or taken from groups. */
type Move = readonly (readonly [group: number, by: number])[];
