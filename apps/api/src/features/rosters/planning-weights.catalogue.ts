import {
  DEFAULT_WEIGHTS,
  type MoneySettings,
  type ObjectiveSettings,
  type ObjectiveWeights,
  type WellbeingSetting,
} from '@yotei/scheduling/roster';
import { STANDARD_STABILITY } from '@yotei/scheduling/reoptimise';

/** One weight a centre may set: its range, and the standard that holds until it does. */
export interface PlanningWeight {
  /** Permanent, kebab-case: it is stored. */
  readonly id: string;
  readonly group: 'staffing' | 'fairness' | 'wellbeing' | 'stability' | 'money';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly standard: number;
}

type Row = readonly [id: string, standard: number, max: number, step?: number, min?: number];

const group = (name: PlanningWeight['group'], rows: readonly Row[]): PlanningWeight[] =>
  rows.map(([id, standard, max, step = 1, min = 0]) => ({ id, group: name, standard, max, step, min }));

const [shortFirst, shortSecond, shortBeyond] = DEFAULT_WEIGHTS.underStaffing;
const [overFirst, overSecond, overBeyond] = DEFAULT_WEIGHTS.overStaffing;

/** Every planning weight, in the order of the page. */
export const PLANNING_WEIGHTS: readonly PlanningWeight[] = [
  ...group('staffing', [
    ['short-first', shortFirst, 1000],
    ['short-second', shortSecond, 1000],
    ['short-beyond', shortBeyond, 1000],
    ['over-first', overFirst, 1000],
    ['over-second', overSecond, 1000],
    ['over-beyond', overBeyond, 1000],
  ]),
  ...group('fairness', [
    ['memory-weeks', 4, 52, 1, 1],
    ['night', 10, 500],
    ['early', 10, 500],
    ['late', 10, 500],
    ['weekend', 10, 500],
    ['denied-wish', 1, 500],
  ]),
  ...group('wellbeing', [
    ['quick-return', 20, 500],
    ['quick-return-hours', 12, 24],
    ['backward-rotation', 4, 500],
  ]),
  ...group('stability', [
    ['changed-day', STANDARD_STABILITY.dayWeight, 1000],
    ['moved-hour', STANDARD_STABILITY.movedHourWeight, 1000],
    ['moved-break', STANDARD_STABILITY.breakQuarterWeight, 1000],
  ]),
  ...group('money', [
    ['units-per-currency', 0, 100, 0.01],
    ['pay-per-hour', 0, 1_000_000, 0.5],
    ['night-premium', 0.25, 3, 0.05],
    ['weekend-premium', 0, 3, 0.05],
    ['overtime-premium', 0.25, 3, 0.05],
  ]),
];

export type WeightValues = Readonly<Record<string, number>>;

export const STANDARD_VALUES: WeightValues = Object.fromEntries(
  PLANNING_WEIGHTS.map(({ id, standard }) => [id, standard]),
);

/** The first value that is unknown, out of range, or falls from band to band; null when all may be stored. */
export function weightFault(values: WeightValues): { readonly path: string; readonly message: string } | null {
  for (const [id, value] of Object.entries(values)) {
    const known = PLANNING_WEIGHTS.find((weight) => weight.id === id);
    if (!known) return { path: id, message: 'no such planning weight' };
    if (!(value >= known.min && value <= known.max))
      return { path: id, message: `the weight must lie in ${known.min}..${known.max}` };
  }
  const all = { ...STANDARD_VALUES, ...values };
  for (const side of ['short', 'over']) {
    if (all[`${side}-first`]! > all[`${side}-second`]! || all[`${side}-second`]! > all[`${side}-beyond`]!)
      return {
        path: `${side}-second`,
        message: 'a band must not be less than the one before, nor more than the one after',
      };
  }
  return null;
}

/** The values as the objective of a roster problem. */
export function objectiveOf(values: WeightValues): {
  readonly weights: ObjectiveWeights;
  readonly objective: ObjectiveSettings;
} {
  const of = (id: string): number => values[id] ?? STANDARD_VALUES[id]!;
  return {
    weights: {
      underStaffing: [of('short-first'), of('short-second'), of('short-beyond')],
      overStaffing: [of('over-first'), of('over-second'), of('over-beyond')],
    },
    objective: {
      fairness: {
        memoryWeeks: of('memory-weeks'),
        weights: {
          night: of('night'),
          early: of('early'),
          late: of('late'),
          weekend: of('weekend'),
          'denied-wish': of('denied-wish'),
        },
      },
      wellbeing: wellbeingOf(of),
      stability: {
        dayWeight: of('changed-day'),
        movedHourWeight: of('moved-hour'),
        breakQuarterWeight: of('moved-break'),
      },
      money: moneyOf(of),
    },
  };
}

/** Terms that cost nothing are left out: each one priced makes the search tell more apart. */
function wellbeingOf(of: (id: string) => number): WellbeingSetting[] {
  const terms: WellbeingSetting[] = [
    { termId: 'quick-return', weight: of('quick-return'), parameters: { restHours: of('quick-return-hours') } },
    { termId: 'backward-rotation', weight: of('backward-rotation') },
  ];
  return terms.filter(({ weight }) => weight > 0);
}

function moneyOf(of: (id: string) => number): MoneySettings | undefined {
  if (of('units-per-currency') === 0 || of('pay-per-hour') === 0) return undefined;
  return {
    unitsPerCurrency: of('units-per-currency'),
    hourly: [{ perHour: of('pay-per-hour') }],
    nightPremiumFraction: of('night-premium'),
    weekendPremiumFraction: of('weekend-premium'),
    overtimePremiumFraction: of('overtime-premium'),
  };
}
