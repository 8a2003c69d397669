import { optimiseRoster, type OptimiseOptions, type OptimiseResult } from '../optimiser/index.js';
import type { ObjectiveSettings, Roster, RosterProblem, UnsocialKind } from '../roster/index.js';
import { protectionFigures, spreadWithinContracts, type ProtectionFigures } from './protection-figures.js';

/** Prices of what wears on people, in cost units of the objective. */
export interface ProtectionPrices {
  /** A rest shorter than `quickReturnHours`. */
  readonly quickReturn: number;
  /** A start over an hour earlier than the day before. */
  readonly backwardRotation: number;
  /** One more shift of the kind for somebody who has as many as the colleagues. */
  readonly unsocial: Readonly<Partial<Record<UnsocialKind, number>>>;
}

/**
 * Full protection, as the curve's factor 1: a short rest is worth about two agents missing for half an hour (ours, from
 * trials on generated centres: below a third of it short rests stay, above three times it hardly anything changes).
 */
export const FULL_PROTECTION: ProtectionPrices = {
  quickReturn: 60,
  backwardRotation: 12,
  unsocial: { night: 12, late: 8, early: 6, weekend: 8 },
};

/** Points of the curve: none of it, and up to four times full protection. */
export const PROTECTION_FACTORS = [0, 0.25, 0.5, 1, 2, 4] as const;

/** Protection at a factor; prices are rounded to whole units, so that they can be set by hand as well. */
export function protectionAt(factor: number): ProtectionPrices {
  const times = (price: number) => Math.round(price * factor);
  const { quickReturn, backwardRotation, unsocial } = FULL_PROTECTION;
  return {
    quickReturn: times(quickReturn),
    backwardRotation: times(backwardRotation),
    unsocial: Object.fromEntries(Object.entries(unsocial).map(([kind, price]) => [kind, times(price)])),
  };
}

/** The problem with these prices in place of its own of the same things; everything else of the objective stays. */
export function protectedProblem(problem: RosterProblem, prices: ProtectionPrices): RosterProblem {
  const { objective = {} } = problem;
  const restHours = objective.wellbeing?.find(({ termId }) => termId === 'quick-return')?.parameters?.restHours ?? 11;
  const wellbeing: NonNullable<ObjectiveSettings['wellbeing']> = [
    ...(objective.wellbeing ?? []).filter(({ termId }) => termId !== 'quick-return' && termId !== 'backward-rotation'),
    { termId: 'quick-return', weight: prices.quickReturn, parameters: { restHours } },
    { termId: 'backward-rotation', weight: prices.backwardRotation },
  ];
  const { fairness } = objective;
  return {
    ...problem,
    objective: {
      ...objective,
      wellbeing: wellbeing.filter(({ weight }) => weight > 0),
      fairness: {
        memoryWeeks: 4,
        ...fairness,
        weights: { ...fairness?.weights, ...prices.unsocial },
      },
    },
  };
}

/** What a week comes to at one factor. */
export interface ProtectionPoint extends Pick<
  ProtectionFigures,
  'requiredHours' | 'shortHours' | 'overHours' | 'shortRests' | 'lateToEarly' | 'longStretches'
> {
  readonly factor: number;
  readonly prices: ProtectionPrices;
  /** Standard deviation over agents of nights, lates, earlies and weekends, less the mean of the contract. */
  readonly unsocialSpread: number;
}

export type ProtectionCurve =
  | { readonly kind: 'curve'; readonly points: readonly ProtectionPoint[] }
  /** The problem has no roster to begin with, or was stopped before there was one. */
  | { readonly kind: 'no-roster'; readonly because: Exclude<OptimiseResult, { kind: 'roster' }>['kind'] };

export interface ProtectionCurveOptions extends Pick<
  OptimiseOptions,
  'seed' | 'nowMillis' | 'isCancelled' | 'solver' | 'iterationLimit' | 'timeLimitSeconds'
> {
  readonly factors?: readonly number[];
  /** After each point. */
  readonly onPoint?: (point: ProtectionPoint, done: number) => void;
}

/**
 * The same week planned at several degrees of protection, each run beginning with the roster of the one before: what falls,
 * and what it takes from coverage. Limits are those of one run. A cancel ends it with the points so far.
 */
export function protectionCurve(problem: RosterProblem, options: ProtectionCurveOptions): ProtectionCurve {
  const { factors = PROTECTION_FACTORS, onPoint, ...run } = options;
  const points: ProtectionPoint[] = [];
  let roster: Roster | undefined;
  for (const factor of factors) {
    if (points.length > 0 && options.isCancelled?.()) break;
    const prices = protectionAt(factor);
    const result = optimiseRoster(protectedProblem(problem, prices), {
      ...run,
      ...(roster && { resumeFrom: roster }),
    });
    if (result.kind !== 'roster') {
      if (points.length > 0) break;
      return { kind: 'no-roster', because: result.kind };
    }
    roster = result.roster;
    points.push({ factor, prices, ...figuresOf(problem, roster) });
    onPoint?.(points.at(-1)!, points.length);
  }
  return { kind: 'curve', points };
}

/** What a planner is told of a roster: plain numbers, which travel as JSON. */
function figuresOf(problem: RosterProblem, roster: Roster): Omit<ProtectionPoint, 'factor' | 'prices'> {
  const figures = protectionFigures(problem, roster);
  const { requiredHours, shortHours, overHours, shortRests, lateToEarly, longStretches, unsocial } = figures;
  const unsocialSpread = spreadWithinContracts(problem.agents, unsocial);
  return { requiredHours, shortHours, overHours, shortRests, lateToEarly, longStretches, unsocialSpread };
}
