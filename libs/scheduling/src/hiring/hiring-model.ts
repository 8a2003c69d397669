import type { MixedIntegerModel } from '../solver/index.js';
import { ModelBuilder } from '../solver/index.js';
import {
  headcountOf,
  incumbents,
  needOf,
  oneHire,
  oneMove,
  requiredHours,
  supplyHoursOf,
  workloadAt,
  type CapacityGroup,
  type CapacityPlan,
  type CrossTrainingTerms,
  type Headcount,
} from '../capacity/index.js';

/** A decision of the model: what one person more would change, and where its number stands. */
export type HiringDecision =
  | { readonly kind: 'class'; readonly column: number; readonly groupId: string; readonly week: number }
  | { readonly kind: 'move'; readonly column: number; readonly terms: CrossTrainingTerms; readonly week: number };

export interface HiringModel {
  readonly model: MixedIntegerModel;
  readonly decisions: readonly HiringDecision[];
  /** What the plan costs before any decision, beside what the columns say. */
  readonly fixedCost: number;
}

/** Rows of one group and week. */
interface WeekRows {
  readonly balance: number;
  readonly overtime: number;
  readonly timeOff: number;
}

interface GroupRows {
  readonly group: CapacityGroup;
  readonly weeks: readonly WeekRows[];
}

/** Money of people that no row carries: wages, hiring, training. */
function payroll(group: CapacityGroup, count: Headcount): number {
  const wages = count.heads.reduce((sum, heads) => sum + heads, 0) * group.paidHours * group.prices.perHour;
  const beside = [...count.hiringCost, ...count.trainingCost].reduce((sum, cost) => sum + cost, 0);
  return wages + beside;
}

/** Weeks in which a class of the group, or people of another, may start. */
export function startWeeks({ hiring }: CapacityGroup, weeks: number): number[] {
  const starts: number[] = [];
  if (hiring.maxHeads > 0) for (let at = hiring.firstWeek; at < weeks; at += hiring.everyWeeks) starts.push(at);
  return starts;
}

/** The rows of a group with what its weeks decide for themselves: overtime, time off, outsourcing, and what stays short. */
function addWeeks(
  builder: ModelBuilder,
  group: CapacityGroup,
  of: { readonly count: Headcount; readonly workload: readonly number[] },
): { readonly rows: GroupRows; readonly fixedCost: number } {
  let fixedCost = payroll(group, of.count);
  const weeks = of.workload.map((workloadHours, week): WeekRows => {
    const need = needOf(group, of.count, { week, requiredHours: requiredHours(workloadHours, group.requirement) });
    fixedCost += need.outsourcedMin * need.outsourcedPrice;
    const rows = {
      balance: builder.row(need.requiredHours - need.supplyHours - need.outsourcedMin, Number.POSITIVE_INFINITY),
      overtime: builder.row(Number.NEGATIVE_INFINITY, need.overtimeMax),
      timeOff: builder.row(Number.NEGATIVE_INFINITY, need.timeOffMax),
    };
    builder.column(need.overtimePrice, Number.POSITIVE_INFINITY, false);
    builder.entry(rows.balance, 1);
    builder.entry(rows.overtime, 1);
    builder.column(-need.timeOffPrice, Number.POSITIVE_INFINITY, false);
    builder.entry(rows.balance, -1);
    builder.entry(rows.timeOff, 1);
    builder.column(need.outsourcedPrice, need.outsourcedMax - need.outsourcedMin, false);
    builder.entry(rows.balance, 1);
    builder.column(need.shortPrice, Number.POSITIVE_INFINITY, false);
    builder.entry(rows.balance, 1);
    return rows;
  });
  return { rows: { group, weeks }, fixedCost };
}

/** What one person more gives to the weeks of a group, as entries of the last column. */
function addEffect(builder: ModelBuilder, { group, weeks }: GroupRows, effect: Headcount): void {
  weeks.forEach((rows, week) => {
    const hours = supplyHoursOf(group, effect, week);
    if (hours !== 0) builder.entry(rows.balance, hours);
    const paid = effect.onContacts[week]! * group.paidHours * (1 - group.inOfficeShrinkage[week]!);
    if (paid === 0) return;
    if (group.overtimeMax[week]! > 0) builder.entry(rows.overtime, -group.overtimeMax[week]! * paid);
    if (group.timeOffMax[week]! > 0) builder.entry(rows.timeOff, -group.timeOffMax[week]! * paid);
  });
}

/** A class of none, or of `minHeads` to `maxHeads`. */
function addClasses(builder: ModelBuilder, rows: GroupRows, weeks: number): HiringDecision[] {
  const { group } = rows;
  const { minHeads, maxHeads } = group.hiring;
  return startWeeks(group, weeks).map((week) => {
    const isOpen = minHeads > 1;
    const [atLeast, atMost] = isOpen
      ? [builder.row(0, Number.POSITIVE_INFINITY), builder.row(Number.NEGATIVE_INFINITY, 0)]
      : [-1, -1];
    const effect = oneHire(group, week, weeks);
    const column = builder.column(payroll(group, effect), maxHeads, true);
    addEffect(builder, rows, effect);
    if (isOpen) {
      builder.entry(atLeast!, 1);
      builder.entry(atMost!, 1);
      builder.column(0, 1, true);
      builder.entry(atLeast!, -minHeads);
      builder.entry(atMost!, -maxHeads);
    }
    return { kind: 'class', column, groupId: group.id, week };
  });
}

/** Experienced people of each group who could go at most, as people of the plan's first week. */
function spareHeads(group: CapacityGroup, plan: CapacityPlan): number {
  const { heads } = incumbents(group, plan.weeks);
  const gone = plan.moves
    .filter(({ fromId }) => fromId === group.id)
    .reduce((sum, move) => sum + move.heads / stayed(group, move.week), 0);
  return Math.max(0, Math.min(...heads.map((count, week) => count / (stayed(group, week) || 1))) - gone);
}

/** Share of the first week's people still there in a week. */
const stayed = (group: CapacityGroup, week: number): number =>
  group.weeklyAttrition.slice(0, week).reduce((share, attrition) => share * (1 - attrition), 1);

function addMoves(
  builder: ModelBuilder,
  of: {
    readonly terms: CrossTrainingTerms;
    readonly rows: ReadonlyMap<string, GroupRows>;
    readonly plan: CapacityPlan;
  },
  spareRows: Map<string, number>,
): HiringDecision[] {
  const { terms, rows, plan } = of;
  const [from, to] = [rows.get(terms.fromId), rows.get(terms.toId)];
  if (!from || !to || terms.maxHeads === 0) return [];
  const already = plan.moves
    .filter(({ fromId, toId }) => fromId === terms.fromId && toId === terms.toId)
    .reduce((sum, { heads }) => sum + heads, 0);
  const most = builder.row(Number.NEGATIVE_INFINITY, Math.max(0, terms.maxHeads - already));
  // One for all that a group may lose, whomever to.
  const spare = spareRows.get(terms.fromId) ?? builder.row(Number.NEGATIVE_INFINITY, spareHeads(from.group, plan));
  spareRows.set(terms.fromId, spare);
  const starts = Array.from({ length: Math.ceil(plan.weeks / MOVE_EVERY_WEEKS) }, (_, i) => i * MOVE_EVERY_WEEKS);
  return starts.map((week) => {
    const effect = oneMove({ from: from.group, to: to.group, terms }, week, plan.weeks);
    const cost = payroll(from.group, effect.from) + payroll(to.group, effect.to);
    const column = builder.column(cost, terms.maxHeads, true);
    addEffect(builder, from, effect.from);
    addEffect(builder, to, effect.to);
    builder.entry(most, 1);
    const share = stayed(from.group, week);
    builder.entry(spare, share > 0 ? 1 / share : Number.MAX_SAFE_INTEGER);
    return { kind: 'move', column, terms, week };
  });
}

/** Learning another group's work begins at the start of every fourth week. */
const MOVE_EVERY_WEEKS = 4;

/**
 * The plan of some groups as a mixed-integer model: how many of each class and each move are new, at the least cost and
 * penalty. Classes and moves the plan already has stay.
 */
export function hiringModel(plan: CapacityPlan, groupIds: ReadonlySet<string>): HiringModel {
  const builder = new ModelBuilder();
  const counts = headcountOf(plan);
  const rows = new Map<string, GroupRows>();
  let fixedCost = 0;
  plan.groups.forEach((group, index) => {
    if (!groupIds.has(group.id)) return;
    const added = addWeeks(builder, group, { count: counts[index]!, workload: workloadAt(group, plan.risk.planFor) });
    rows.set(group.id, added.rows);
    fixedCost += added.fixedCost;
  });
  const spareRows = new Map<string, number>();
  const decisions = [
    ...[...rows.values()].flatMap((own) => addClasses(builder, own, plan.weeks)),
    ...plan.crossTraining.flatMap((terms) => addMoves(builder, { terms, rows, plan }, spareRows)),
  ];
  return { model: builder, decisions, fixedCost };
}
