import type { MixedIntegerSolver } from '../solver/index.js';
import { evaluateCapacity, type CapacityPlan, type HeadMove, type HiringClass } from '../capacity/index.js';
import { hiringModel, type HiringDecision } from './hiring-model.js';

export interface ProposeOptions {
  readonly solve: MixedIntegerSolver;
  /** Classes and moves of the plan stay, and what is proposed comes besides; else they are thought anew. */
  readonly keep: boolean;
  /** Share of the cost that a proposal may lie above the best and still be taken; default 0.001. */
  readonly gapFraction?: number;
  /** Branches of each part at most: the deterministic limit. */
  readonly nodes?: number;
  /** Wall-clock seconds for all of it; absent: no limit. */
  readonly seconds?: number;
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (fraction: number) => void;
}

export interface HiringProposal {
  readonly kind: 'proposed';
  /** New ones only, in order of week. */
  readonly classes: readonly HiringClass[];
  readonly moves: readonly HeadMove[];
  /** Cost with the penalty for what stays short: of the plan before, with the proposal, and what no proposal can beat. */
  readonly costBefore: number;
  readonly cost: number;
  readonly bound: number;
  /** (cost - bound) / cost, ≥ 0: how far the proposal may lie above the best. */
  readonly gapFraction: number;
  /** False where the time ran out, or it was stopped, before the gap asked for was reached. */
  readonly isWithinGap: boolean;
}

const GAP = 0.001;
const NODES = 20_000;
/** People of a solution are whole within this. */
const WHOLE = 1e-6;

/** Groups that cross-training ties together, each part by itself. */
export function independentParts({ groups, crossTraining }: CapacityPlan): ReadonlySet<string>[] {
  const part = new Map(groups.map(({ id }) => [id, new Set([id])]));
  for (const { fromId, toId } of crossTraining) {
    const [a, b] = [part.get(fromId), part.get(toId)];
    if (!a || !b || a === b) continue;
    for (const id of b) {
      a.add(id);
      part.set(id, a);
    }
  }
  return [...new Set(part.values())];
}

/** The plan without its classes and moves unless they are kept. */
export const planToFill = (plan: CapacityPlan, keep: boolean): CapacityPlan =>
  keep ? plan : { ...plan, classes: [], moves: [] };

/**
 * Classes and moves that make the plan cheapest, the hours that stay short counted at their price: a mixed-integer
 * programme for each part, solved to within `gapFraction`. The same plan and options give the same proposal as long as
 * neither time nor a stop ends it early.
 */
export function proposeHiring(plan: CapacityPlan, options: ProposeOptions): HiringProposal {
  const base = planToFill(plan, options.keep);
  const parts = independentParts(base);
  const found: SolvedPart[] = [];
  for (const [index, groupIds] of parts.entries()) {
    found.push(solvePart(base, groupIds, { ...options, parts: parts.length }));
    options.onProgress?.((index + 1) / parts.length);
  }
  const chosen = found.flatMap(({ decisions }) => decisions);
  const classes = chosen.flatMap((one) => (one.kind === 'class' ? [one.value] : [])).sort(byWeek);
  const moves = chosen.flatMap((one) => (one.kind === 'move' ? [one.value] : [])).sort(byWeek);
  const before = evaluateCapacity(plan);
  const after = evaluateCapacity({ ...base, ...withChosen(base, chosen) });
  const cost = after.cost + after.shortPenalty;
  const bound = Math.min(
    cost,
    found.reduce((sum, part) => sum + part.bound, 0),
  );
  const gapFraction = cost > 0 ? (cost - bound) / cost : 0;
  return {
    kind: 'proposed',
    classes,
    moves,
    costBefore: before.cost + before.shortPenalty,
    cost,
    bound,
    gapFraction,
    isWithinGap: gapFraction <= (options.gapFraction ?? GAP) + 1e-9,
  };
}

type Chosen =
  { readonly kind: 'class'; readonly value: HiringClass } | { readonly kind: 'move'; readonly value: HeadMove };

const byWeek = (a: { week: number; id: string }, b: { week: number; id: string }): number =>
  a.week - b.week || (a.id < b.id ? -1 : 1);

/** A solved part: what it chose, what it comes to, and what nothing can beat. */
interface SolvedPart {
  readonly decisions: readonly Chosen[];
  readonly bound: number;
}

/** A part this large that cross-training ties together is first taken apart. */
const MOST_TIED = 3;
/** Rounding who goes over may have spoiled a plan this far from what none can beat: nobody going over is tried, too. */
const POOR_GAP = 0.01;

/**
 * Groups that nothing ties together, or few, as one programme. For many the programme without whole people says what no
 * plan can beat and how many go over; with those settled, rounded, the groups are independent.
 */
function solvePart(plan: CapacityPlan, groupIds: ReadonlySet<string>, options: PartOptions): SolvedPart {
  if (groupIds.size <= MOST_TIED) return solveWhole(plan, groupIds, options);
  const { model, decisions, fixedCost } = hiringModel(plan, groupIds);
  const relaxed = options.solve(
    { ...model, whole: model.whole.map(() => 0) },
    limitsOf({ ...options, gapFraction: 0 }),
  );
  const bound = fixedCost + relaxed.bound;
  // Rounded down, so that no more go over than may.
  const moves = decisions.flatMap((decision) =>
    decision.kind === 'move' && relaxed.values
      ? chosenOf(decision, Math.floor(relaxed.values[decision.column]! + WHOLE))
      : [],
  );
  const settled = solveApart(plan, groupIds, { options, chosen: moves });
  if (moves.length === 0 || settled.cost - bound <= POOR_GAP * settled.cost) return { ...settled, bound };
  const without = solveApart(plan, groupIds, { options, chosen: [] });
  return { ...(without.cost < settled.cost ? without : settled), bound };
}

type PartOptions = ProposeOptions & { readonly parts: number };

function limitsOf({ nodes = NODES, seconds, shouldStop = () => false, gapFraction = GAP, parts }: PartOptions) {
  return {
    start: null,
    nodes,
    shouldStop,
    gapFraction,
    ...(seconds !== undefined && { seconds: seconds / parts }),
  };
}

function solveWhole(plan: CapacityPlan, groupIds: ReadonlySet<string>, options: PartOptions): SolvedPart {
  const { model, decisions, fixedCost } = hiringModel(plan, groupIds);
  if (decisions.length === 0) return { decisions: [], bound: costOf(plan, groupIds) };
  const { values, bound } = options.solve(model, limitsOf(options));
  return {
    decisions: values ? decisions.flatMap((decision) => chosenOf(decision, Math.round(values[decision.column]!))) : [],
    bound: Number.isFinite(bound) ? fixedCost + bound : 0,
  };
}

/** Each group by itself, once it is settled who goes over. */
function solveApart(
  plan: CapacityPlan,
  groupIds: ReadonlySet<string>,
  { options, chosen }: { readonly options: PartOptions; readonly chosen: readonly Chosen[] },
): { decisions: readonly Chosen[]; cost: number } {
  const settled = { ...plan, ...withChosen(plan, chosen) };
  const alone = { ...settled, crossTraining: plan.crossTraining.map((terms) => ({ ...terms, maxHeads: 0 })) };
  const classes = [...groupIds].flatMap((id) => solveWhole(alone, new Set([id]), options).decisions);
  const decisions = [...chosen, ...classes];
  return { decisions, cost: costOf({ ...plan, ...withChosen(plan, decisions) }, groupIds) };
}

const withChosen = (plan: CapacityPlan, chosen: readonly Chosen[]): Pick<CapacityPlan, 'classes' | 'moves'> => ({
  classes: [...plan.classes, ...chosen.flatMap((one) => (one.kind === 'class' ? [one.value] : []))],
  moves: [...plan.moves, ...chosen.flatMap((one) => (one.kind === 'move' ? [one.value] : []))],
});

/** Cost and penalty of some groups as the plan stands. */
function costOf(plan: CapacityPlan, groupIds: ReadonlySet<string>): number {
  const { groups } = evaluateCapacity(plan);
  return groups
    .filter((_, index) => groupIds.has(plan.groups[index]!.id))
    .flat()
    .reduce((sum, { cost, shortPenalty }) => sum + cost + shortPenalty, 0);
}

function chosenOf(decision: HiringDecision, heads: number): Chosen[] {
  if (heads < 1) return [];
  const { week } = decision;
  if (decision.kind === 'class') {
    const { groupId } = decision;
    return [{ kind: 'class', value: { id: `proposed-${groupId}-${week}`, groupId, week, heads } }];
  }
  const { fromId, toId } = decision.terms;
  return [{ kind: 'move', value: { id: `proposed-${fromId}-${toId}-${week}`, fromId, toId, week, heads } }];
}
