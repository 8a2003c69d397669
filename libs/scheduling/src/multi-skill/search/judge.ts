import { centreApproximation, type CentreState } from '../approximate-centre.js';
import { centreGoals, goalValues, slackOf, totalMiss, type GoalValues, type QueueGoal } from '../centre-goals.js';
import type { MultiSkillCentre } from '../multi-skill-centre.js';

/** Group sizes with what the approximation says of them. */
export interface Judged {
  readonly sizes: readonly number[];
  readonly values: GoalValues;
  /** Of each goal, corrected by what simulation has shown. */
  readonly slacks: Float64Array;
  /** Sum of what the goals miss; 0 = all are met. */
  readonly miss: number;
  readonly state: CentreState;
}

/** Judges group sizes by the approximation, remembers what it has judged, and takes corrections from simulation. */
export class ApproximateJudge {
  readonly goals: readonly QueueGoal[];
  evaluations = 0;
  private readonly approximate: (sizes: ArrayLike<number>) => CentreState;
  private readonly known = new Map<string, Judged>();
  private correction: Float64Array;

  constructor(centre: MultiSkillCentre) {
    this.goals = centreGoals(centre);
    this.approximate = centreApproximation(centre);
    this.correction = new Float64Array(this.goals.length);
  }

  judge(sizes: readonly number[]): Judged {
    const key = sizes.join();
    const known = this.known.get(key);
    if (known) return known;
    this.evaluations++;
    const state = this.approximate(sizes);
    const values = goalValues(this.goals, state.queues);
    const slacks = Float64Array.from(this.goals, (goal, i) => slackOf(goal, values[i]!) + this.correction[i]!);
    const judged = { sizes: [...sizes], values, slacks, miss: totalMiss(slacks), state };
    this.known.set(key, judged);
    return judged;
  }

  /** From here on every slack is shifted so that those of `sizes` are as simulated. */
  correct(sizes: readonly number[], simulatedSlacks: Float64Array): void {
    const { slacks } = this.judge(sizes);
    this.shift(Float64Array.from(this.correction, (shift, i) => shift + simulatedSlacks[i]! - slacks[i]!));
  }

  /** Sets what is added to every slack, in the order of `goals`; 0 at first. */
  shift(correction: Float64Array): void {
    this.correction = correction;
    this.known.clear();
  }
}
