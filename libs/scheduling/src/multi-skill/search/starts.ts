import { loadErlangs } from '../../staffing/load.js';
import type { CentreBounds } from '../bounds.js';
import type { CentreFrame } from '../centre-frame.js';
import type { MultiSkillCentre } from '../multi-skill-centre.js';

/** Share of a queue's agents who start with more than one skill: enough for a chain to act as one pool. */
const CROSS_TRAINED = 0.25;

/** Spreads `agents` over groups in turn, within what each has; what fits nowhere is left out. */
function spread(agents: number, groups: readonly number[], sizes: number[], frame: CentreFrame): void {
  let left = agents;
  while (left > 0) {
    const open = groups.filter((group) => sizes[group]! < frame.most[group]!);
    if (open.length === 0) return;
    for (const group of open) {
      if (left <= 0) return;
      sizes[group]!++;
      left--;
    }
  }
}

/** Groups by what one agent of theirs costs for the queue, those that try it first before the others. */
function byCost(frame: CentreFrame, groups: readonly number[]): readonly number[] {
  return [...groups].sort((a, b) => frame.cost[a]! - frame.cost[b]! || a - b);
}

/**
 * Pooled total, each queue's part of it its load plus its share of the safety (square-root rule), a quarter of them with
 * the second skills that join queues to a chain (Wallace & Whitt 2005).
 */
function chained(centre: MultiSkillCentre, frame: CentreFrame, pooled: number): number[] {
  const loads = centre.queues.map(({ load }) => loadErlangs(load));
  const roots = loads.reduce((sum, load) => sum + Math.sqrt(load), 0);
  const whole = loads.reduce((sum, load) => sum + load, 0);
  const safety = Math.max(0, pooled - whole);
  const sizes = new Array<number>(frame.groupCount).fill(0);
  loads.forEach((load, queue) => {
    if (load === 0) return;
    const primaries = Math.round(load + (safety * Math.sqrt(load)) / roots);
    const own = frame.route[queue]!;
    const several = own.filter((group) => frame.queuesOf[group]!.length === 2);
    const single = byCost(
      frame,
      own.filter((group) => frame.queuesOf[group]!.length === 1),
    );
    const crossed = several.length === 0 ? 0 : single.length === 0 ? primaries : Math.ceil(primaries * CROSS_TRAINED);
    spread(crossed, several, sizes, frame);
    spread(primaries - crossed, single.length > 0 ? single : own, sizes, frame);
  });
  return sizes;
}

/** Everybody in the groups with most skills per cost that together reach every queue. */
function mostSkilled(frame: CentreFrame, pooled: number): number[] {
  const sizes = new Array<number>(frame.groupCount).fill(0);
  const all = Array.from({ length: frame.groupCount }, (_, group) => group).sort(
    (a, b) => frame.queuesOf[b]!.length - frame.queuesOf[a]!.length || frame.cost[a]! - frame.cost[b]!,
  );
  const most = frame.queuesOf[all[0]!]!.length;
  spread(
    pooled,
    all.filter((group) => frame.queuesOf[group]!.length === most),
    sizes,
    frame,
  );
  return sizes;
}

/** Group sizes from which a search starts, in no order of merit. */
export function startingSizes(centre: MultiSkillCentre, frame: CentreFrame, bounds: CentreBounds): readonly number[][] {
  const fitting = (sizes: readonly number[]): number[] =>
    sizes.map((agents, group) => Math.min(agents, frame.most[group]!));
  return [
    chained(centre, frame, bounds.pooledAgents),
    mostSkilled(frame, bounds.pooledAgents),
    ...(bounds.separateSizes ? [[...bounds.separateSizes]] : []),
  ].map(fitting);
}
