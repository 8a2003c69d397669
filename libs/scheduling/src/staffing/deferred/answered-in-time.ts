import { atLeast } from '../rounding.js';
import type { UncertainDesk } from './uncertain-desk.js';
import type { VolumePaths } from './uncertain-volume.js';

/** Which intervals make a day and a week, and the share of the contacts to be done in time. */
export interface AnswerGoal {
  readonly keptFraction: number;
  readonly dayOf: ArrayLike<number>;
  readonly weekOf: ArrayLike<number>;
}

/** How sure so much capacity is to have the work done in time, over the paths of its volume. */
export interface AnsweredInTime {
  /** Mean share in time of the contacts that arrive in each interval, weighted by contacts; NaN where none do. */
  readonly expected: Float64Array;
  /** Share of the paths in which the contacts of the interval, the day, the week meet the goal; NaN without contacts. */
  readonly chance: Float64Array;
  readonly chanceOfDay: Float64Array;
  readonly chanceOfWeek: Float64Array;
  /** Mean share in time of all contacts. */
  readonly expectedShare: number;
  /** The least of the weeks' chances: so sure each of them is. */
  readonly leastChance: number;
}

/** Counts over the paths in how many a group of intervals meets the goal. */
class GroupChances {
  private readonly met: Float64Array;
  private readonly inTime: Float64Array;
  private readonly judged: Float64Array;
  private readonly counted: Uint8Array;

  constructor(
    private readonly groupOf: ArrayLike<number>,
    private readonly keptFraction: number,
  ) {
    let groups = 0;
    for (let at = 0; at < groupOf.length; at += 1) groups = Math.max(groups, groupOf[at]! + 1);
    this.met = new Float64Array(groups);
    this.inTime = new Float64Array(groups);
    this.judged = new Float64Array(groups);
    this.counted = new Uint8Array(groups);
  }

  add(inTime: Float64Array, judged: Float64Array): void {
    this.inTime.fill(0);
    this.judged.fill(0);
    for (let at = 0; at < inTime.length; at += 1) {
      this.inTime[this.groupOf[at]!]! += inTime[at]!;
      this.judged[this.groupOf[at]!]! += judged[at]!;
    }
    for (let group = 0; group < this.met.length; group += 1) {
      if (this.judged[group]! > 0) this.counted[group] = 1;
      if (isMet(this.inTime[group]!, this.judged[group]!, this.keptFraction)) this.met[group]! += 1;
    }
  }

  chances(paths: number): Float64Array {
    return this.met.map((count, group) => (this.counted[group] ? count / paths : Number.NaN));
  }
}

/** A path in which nothing came to be judged misses nothing. */
function isMet(inTime: number, judged: number, keptFraction: number): boolean {
  return judged <= 0 || atLeast(inTime, judged * keptFraction);
}

/** Works every path off and counts. `capacity` is that of the desk's long grid. */
export function answeredInTime(
  desk: UncertainDesk,
  capacity: ArrayLike<number>,
  { paths, goal }: { readonly paths: VolumePaths; readonly goal: AnswerGoal },
): AnsweredInTime {
  const { count, intervals, factors } = paths;
  const [inTime, judged] = [new Float64Array(intervals), new Float64Array(intervals)];
  const each = new GroupChances(
    Int32Array.from({ length: intervals }, (_, at) => at),
    goal.keptFraction,
  );
  const [days, weeks] = [goal.dayOf, goal.weekOf].map((groupOf) => new GroupChances(groupOf, goal.keptFraction)) as [
    GroupChances,
    GroupChances,
  ];
  for (let path = 0; path < count; path += 1) {
    const run = desk.run(capacity, factors, path * intervals);
    for (const groups of [each, days, weeks]) groups.add(run.inTime, run.judged);
    for (let at = 0; at < intervals; at += 1) {
      inTime[at]! += run.inTime[at]!;
      judged[at]! += run.judged[at]!;
    }
  }
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const chanceOfWeek = weeks.chances(count);
  const known = chanceOfWeek.filter((chance) => !Number.isNaN(chance));
  return {
    expected: inTime.map((value, at) => value / judged[at]!),
    chance: each.chances(count),
    chanceOfDay: days.chances(count),
    chanceOfWeek,
    expectedShare: sum(judged) > 0 ? sum(inTime) / sum(judged) : 1,
    leastChance: known.reduce((least, chance) => Math.min(least, chance), 1),
  };
}
