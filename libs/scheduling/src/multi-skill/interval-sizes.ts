import type { CentreFrame } from './centre-frame.js';
import { GroupSearch } from './search/group-search.js';
import type { ApproximateJudge, Judged } from './search/judge.js';

/** Below this share of busy time a group is not needed where it stands, and is reduced first. */
const IDLE_OCCUPANCY = 0.3;

/** So many agents, shared over groups as evenly as their heads allow (largest remainders). */
export function sizesInProportion(agents: number, heads: ArrayLike<number>): number[] {
  const all = Array.from(heads).reduce((sum, count) => sum + count, 0);
  const exact = Array.from(heads, (count) => (all > 0 ? (Math.min(agents, all) * count) / all : 0));
  const sizes = exact.map((value) => Math.floor(value + 1e-9));
  const order = [...sizes.keys()].sort((a, b) => exact[b]! - sizes[b]! - (exact[a]! - sizes[a]!) || a - b);
  let left = Math.min(agents, all) - sizes.reduce((sum, count) => sum + count, 0);
  for (const group of order) {
    if (left <= 0) break;
    if (sizes[group]! >= heads[group]!) continue;
    sizes[group]!++;
    left--;
  }
  return sizes;
}

/** Least total in proportion to the heads that meets the goals, found by galloping from `near` and bisecting. */
function leastInProportion(judge: ApproximateJudge, heads: ArrayLike<number>, near: number): Judged | null {
  const all = Array.from(heads).reduce((sum, count) => sum + count, 0);
  const at = (agents: number): Judged => judge.judge(sizesInProportion(agents, heads));
  let meets = Math.min(all, Math.max(1, Math.round(near)));
  let step = 1;
  for (; at(meets).miss > 0; step *= 2) {
    if (meets === all) return null;
    meets = Math.min(all, meets + step);
  }
  // No step up: go down as far as the goals hold.
  if (step === 1) for (; meets > step && at(meets - step).miss === 0; step *= 2) meets -= step;
  let fails = Math.max(0, meets - step);
  while (meets - fails > 1) {
    const middle = (meets + fails) >> 1;
    if (at(middle).miss === 0) meets = middle;
    else fails = middle;
  }
  return at(meets);
}

/**
 * Group sizes of one interval for agents who exist: the mix stays near that of all agents, so that a roster of them can
 * follow it through the day. First the least total in proportion, then agents nobody misses are taken away: of groups
 * with hardly anything to do, then of those of which the greatest share is used. Null where everybody together misses.
 */
export function sizesOfExisting(judge: ApproximateJudge, heads: ArrayLike<number>, near: number): Judged | null {
  let at = leastInProportion(judge, heads, near);
  if (!at) return null;
  // A group that cannot spare an agent now cannot later, when others have been reduced.
  const open = new Set(at.sizes.keys());
  while (open.size > 0) {
    const { sizes, state }: Judged = at;
    const use = (group: number): number =>
      state.groupOccupancy[group]! < IDLE_OCCUPANCY ? 2 : sizes[group]! / heads[group]!;
    const candidates = [...open].filter((each) => sizes[each]! > 0).sort((a, b) => use(b) - use(a) || b - a);
    const group = candidates[0];
    if (group === undefined) break;
    const fewer: Judged = judge.judge(sizes.map((count, each) => count - Number(each === group)));
    if (fewer.miss === 0) at = fewer;
    else open.delete(group);
  }
  return at;
}

/** Least-cost group sizes of one interval from sizes that suited one like it: filled up, then reduced. */
export function sizesNear(frame: CentreFrame, judge: ApproximateJudge, near: readonly number[]): Judged | null {
  const search = new GroupSearch(frame, judge);
  const filled = search.fill(near);
  return filled && search.drop(filled);
}
