import { loadErlangs } from '../load.js';
import { DEFAULT_ANSWER_WITHIN_SECONDS, DEFAULT_VARIANT, meetsGoal, type GoalPart } from '../service-goal.js';
import type { ServiceGoal, StaffingLoad, StaffingModel } from '../staffing-model.js';

/** What each number of agents would give, around the answer: one value of each array for each number of agents. */
export interface StaffingCurve {
  /** Ascending, whole; every number in between unless the range is wide. */
  readonly agents: Float64Array;
  /** 0 where the load is unstable; NaN where the model says nothing. */
  readonly serviceLevelFraction: Float64Array;
  /** Infinity where the load is unstable. */
  readonly asaSeconds: Float64Array;
  readonly occupancyFraction: Float64Array;
  readonly abandonmentFraction: Float64Array;
  readonly blockingFraction: Float64Array;
  /** Chance that the goals are met over the forecast's distribution; NaN where none is known. */
  readonly chanceFraction: Float64Array;
  /** 1 where all goals are met for the load staffed for. */
  readonly met: Uint8Array;
  /** Places in the arrays; null = not there. */
  readonly marks: CurveMarks;
}

export interface CurveMarks {
  readonly answer: number | null;
  readonly oneFewer: number | null;
  readonly oneMore: number | null;
  /** Those scheduled, less what shrinkage takes on average. */
  readonly scheduled: number | null;
}

export interface CurveInput {
  readonly model: StaffingModel;
  readonly load: StaffingLoad;
  readonly goal: ServiceGoal;
  readonly parts: readonly GoalPart[];
  /** Null when no number of agents reaches the goals. */
  readonly answer: number | null;
  /** Of those scheduled, how many are there once shrinkage has struck; whole. */
  readonly presentAgents?: number;
  readonly chanceOf?: (agents: number) => number;
}

const MOST_POINTS = 120;

/** From a little below what keeps up with the load to where the goals are far exceeded: twice √load to either side. */
function agentsShown({ model, load, goal, answer, presentAgents }: CurveInput): readonly number[] {
  const erlangs = loadErlangs(load);
  const least = model.leastStableAgents(load);
  const middle = answer ?? Math.max(least, model.likelyAgents(load, goal));
  const spread = Math.max(4, Math.ceil(2 * Math.sqrt(erlangs)));
  const scheduled = presentAgents === undefined ? [] : [presentAgents];
  const from = Math.max(0, Math.min(Math.max(least - 2, middle - spread), middle - 1, ...scheduled));
  const to = Math.max(middle + spread, ...scheduled);
  const step = Math.max(1, Math.ceil((to - from) / MOST_POINTS));
  const shown = new Set([...scheduled, to]);
  for (let agents = from; agents <= to; agents += step) shown.add(agents);
  if (answer !== null) for (const near of [answer - 1, answer, answer + 1]) if (near >= 0) shown.add(near);
  return [...shown].sort((a, b) => a - b);
}

/** The curve of service level, waits, occupancy and abandonment against agents, for a load above 0. */
export function staffingCurve(input: CurveInput): StaffingCurve {
  const { model, load, goal, parts, answer, presentAgents, chanceOf } = input;
  const shown = agentsShown(input);
  const within = goal.answerWithinSeconds ?? DEFAULT_ANSWER_WITHIN_SECONDS;
  const variant = goal.serviceLevelVariant ?? DEFAULT_VARIANT;
  const states = shown.map((agents) => model.performance(load, agents));
  const placeOf = (agents: number | null | undefined): number | null => {
    const place = agents === null || agents === undefined ? -1 : shown.indexOf(agents);
    return place < 0 ? null : place;
  };
  return {
    agents: Float64Array.from(shown),
    serviceLevelFraction: Float64Array.from(states, (state) => state.serviceLevelFraction(within, variant)),
    asaSeconds: Float64Array.from(states, (state) => state.asaSeconds()),
    occupancyFraction: Float64Array.from(states, (state) => state.occupancyFraction),
    abandonmentFraction: Float64Array.from(states, (state) => state.abandonmentFraction),
    blockingFraction: Float64Array.from(states, (state) => state.blockingFraction),
    chanceFraction: Float64Array.from(shown, (agents) => (chanceOf ? chanceOf(agents) : Number.NaN)),
    met: Uint8Array.from(states, (state) => Number(parts.every((part) => meetsGoal(part, state)))),
    marks: {
      answer: placeOf(answer),
      oneFewer: placeOf(answer === null ? null : answer - 1),
      oneMore: placeOf(answer === null ? null : answer + 1),
      scheduled: placeOf(presentAgents),
    },
  };
}
