import type { CapacityGroup, CapacityPlan, CrossTrainingTerms } from './capacity-plan.js';

/** People of a group by week, expected values, with what their presence means. */
export interface Headcount {
  /** On the payroll at the start of the week, after known changes and moves. */
  readonly heads: number[];
  /** Of them in training: handling nothing. */
  readonly inTraining: number[];
  /** Of them past training, and the same counted by their speed. */
  readonly onContacts: number[];
  readonly effective: number[];
  /** Hours on contacts given to those in training. */
  readonly trainerHours: number[];
  /** At the start of the week: hired, come over, known to come; gone over to another group or known to go. */
  readonly joined: number[];
  readonly gone: number[];
  /** At its end: who gives notice. */
  readonly left: number[];
  /** Money beside wages. */
  readonly hiringCost: number[];
  readonly trainingCost: number[];
}

export function emptyHeadcount(weeks: number): Headcount {
  const zeros = (): number[] => new Array<number>(weeks).fill(0);
  return {
    heads: zeros(),
    inTraining: zeros(),
    onContacts: zeros(),
    effective: zeros(),
    trainerHours: zeros(),
    joined: zeros(),
    gone: zeros(),
    left: zeros(),
    hiringCost: zeros(),
    trainingCost: zeros(),
  };
}

const COLUMNS = Object.keys(emptyHeadcount(0)) as (keyof Headcount)[];

/** Adds `times` the one to the other. */
export function addHeadcount(to: Headcount, from: Headcount, times = 1): void {
  for (const name of COLUMNS) from[name].forEach((value, week) => (to[name][week]! += times * value));
}

/** The share of people with so many weeks since their start who leave in the week. */
export function attritionAt(group: CapacityGroup, week: number, tenureWeeks: number): number {
  const { trainingWeeks, trainingAttrition, tenure } = group.hiring;
  if (tenureWeeks < trainingWeeks) return trainingAttrition;
  const factor = tenure.find(({ untilWeek }) => tenureWeeks < untilWeek)?.factor ?? 1;
  return Math.min(1, group.weeklyAttrition[week]! * factor);
}

/** Those there at the beginning, with known changes. Nobody goes who is not there. */
export function incumbents(group: CapacityGroup, weeks: number): Headcount {
  const count = emptyHeadcount(weeks);
  let heads = group.heads;
  for (let week = 0; week < weeks; week += 1) {
    const change = Math.max(-heads, group.headChange[week]!);
    heads += change;
    count.joined[week] = Math.max(0, change);
    count.gone[week] = Math.max(0, -change);
    count.left[week] = heads * group.weeklyAttrition[week]!;
    count.heads[week] = heads;
    count.onContacts[week] = heads;
    count.effective[week] = heads;
    heads -= count.left[week]!;
  }
  return count;
}

/** One person hired in a week: shares of a person, since some leave. */
export function oneHire(group: CapacityGroup, start: number, weeks: number): Headcount {
  const count = emptyHeadcount(weeks);
  const { trainingWeeks, trainerHoursPerHead, speedUp } = group.hiring;
  let heads = 1;
  for (let week = start; week < weeks; week += 1) {
    const since = week - start;
    count.heads[week] = heads;
    if (since < trainingWeeks) {
      count.inTraining[week] = heads;
      count.trainerHours[week] = heads * trainerHoursPerHead;
      count.trainingCost[week] = heads * group.prices.perTrainingWeek;
    } else {
      count.onContacts[week] = heads;
      count.effective[week] = heads * (speedUp[since - trainingWeeks] ?? 1);
    }
    count.left[week] = heads * attritionAt(group, week, since);
    heads -= count.left[week]!;
  }
  if (start < weeks) {
    count.joined[start] = 1;
    count.hiringCost[start] = group.prices.perHire;
  }
  return count;
}

/** One experienced person who goes over in a week: what it takes from the one group and brings to the other. */
export function oneMove(
  { from, to, terms }: { readonly from: CapacityGroup; readonly to: CapacityGroup; readonly terms: CrossTrainingTerms },
  start: number,
  weeks: number,
): { readonly from: Headcount; readonly to: Headcount } {
  const [taken, brought] = [emptyHeadcount(weeks), emptyHeadcount(weeks)];
  let [gone, here] = [1, 1];
  for (let week = start; week < weeks; week += 1) {
    const since = week - start;
    // Some of those who went over would have left anyway.
    taken.heads[week] = taken.onContacts[week] = taken.effective[week] = -gone;
    taken.left[week] = -gone * from.weeklyAttrition[week]!;
    gone += taken.left[week]!;
    brought.heads[week] = here;
    if (since < terms.trainingWeeks) brought.inTraining[week] = here;
    else {
      brought.onContacts[week] = here;
      brought.effective[week] = here * (terms.speedUp[since - terms.trainingWeeks] ?? 1);
    }
    brought.left[week] = here * to.weeklyAttrition[week]!;
    here -= brought.left[week]!;
  }
  if (start < weeks) {
    taken.gone[start] = 1;
    brought.joined[start] = 1;
    brought.trainingCost[start] = terms.perHead;
  }
  return { from: taken, to: brought };
}

/** Everybody of every group: those there, those hired, those who went over. */
export function headcountOf(plan: CapacityPlan): Headcount[] {
  const { groups, weeks, crossTraining } = plan;
  const counts = groups.map((group) => incumbents(group, weeks));
  const indexOf = new Map(groups.map(({ id }, index) => [id, index]));
  for (const { groupId, week, heads } of plan.classes) {
    const index = indexOf.get(groupId);
    if (index !== undefined) addHeadcount(counts[index]!, oneHire(groups[index]!, week, weeks), heads);
  }
  for (const { fromId, toId, week, heads } of plan.moves) {
    const terms = crossTraining.find((one) => one.fromId === fromId && one.toId === toId);
    const [from, to] = [indexOf.get(fromId), indexOf.get(toId)];
    if (!terms || from === undefined || to === undefined) continue;
    const effect = oneMove({ from: groups[from]!, to: groups[to]!, terms }, week, weeks);
    addHeadcount(counts[from]!, effect.from, heads);
    addHeadcount(counts[to]!, effect.to, heads);
  }
  return counts;
}
