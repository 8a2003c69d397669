import type { SteadyState } from '../staffing/index.js';
import { centreBounds, type CentreBounds } from './bounds.js';
import { centreFrame } from './centre-frame.js';
import type { MultiSkillCentre } from './multi-skill-centre.js';
import { GroupSearch } from './search/group-search.js';
import { ApproximateJudge, type Judged } from './search/judge.js';
import { startingSizes } from './search/starts.js';

/** Group sizes in the order of the centre's groups, with what they cost and give. */
export interface GroupSizes {
  readonly sizes: readonly number[];
  readonly cost: number;
  readonly queues: readonly SteadyState[];
}

export type ApproximateSizes =
  | (GroupSizes & { readonly kind: 'staffed'; readonly bounds: CentreBounds; readonly evaluations: number })
  /** The groups given, within their limits, do not reach the goals of these queues by the approximation. */
  | { readonly kind: 'out-of-reach'; readonly queueIds: readonly string[]; readonly bounds: CentreBounds };

/** The best of a search from each of the starts; null where none reaches the goals. */
export function bestFromStarts(search: GroupSearch, starts: readonly (readonly number[])[]): Judged | null {
  let best: Judged | null = null;
  for (const start of starts) {
    const filled = search.fill(start);
    if (!filled) continue;
    const found = search.improve(filled);
    if (!best || search.costOf(found.sizes) < search.costOf(best.sizes) - 1e-9) best = found;
  }
  return best;
}

/** Queues whose goals are missed with every group at its limit (or so many agents that more no longer help). */
export function missedAtMost(centre: MultiSkillCentre, judge: ApproximateJudge, most: readonly number[]): string[] {
  const { slacks } = judge.judge(most);
  const missed = new Set(judge.goals.filter((_, i) => slacks[i]! < 0).map(({ queue }) => centre.queues[queue]!.id));
  return [...missed];
}

/**
 * Least-cost group sizes by the approximation alone, in milliseconds: from several starts, agents are added where they
 * close most of what is missed for their cost, then dropped, swapped and traded two for one. Never dearer than agents of
 * their own for every queue. Nothing is simulated; see `staffGroups`.
 */
export function approximateSizes(centre: MultiSkillCentre): ApproximateSizes {
  const frame = centreFrame(centre);
  const bounds = centreBounds(centre);
  const judge = new ApproximateJudge(centre);
  const search = new GroupSearch(frame, judge);
  const best = bestFromStarts(search, startingSizes(centre, frame, bounds));
  if (!best) {
    const enough = Array.from(frame.most, (most) => Math.min(most, 2 * bounds.pooledAgents + 50));
    const missed = missedAtMost(centre, judge, enough);
    return { kind: 'out-of-reach', queueIds: missed, bounds };
  }
  return {
    kind: 'staffed',
    sizes: best.sizes,
    cost: search.costOf(best.sizes),
    queues: best.state.queues,
    bounds,
    evaluations: judge.evaluations,
  };
}
