import { refuseShortHistory, type ForecastingMethod } from '../forecasting-method.js';
import { dot, leadingRightVectors } from '../linear-algebra.js';
import type { TrainingView } from '../series/training-view.js';
import { fitDiscountedRegression } from './discounted-regression.js';
import { trustInShapes } from './shape-trust.js';

/** Square roots of the counts as a few shapes with a score each a day; each score has its own regression. */
export const lowRankProfile: ForecastingMethod = {
  id: 'low-rank-profile',
  title: { en: 'A few day shapes, each with its own level', ja: '少数の日内パターンの組み合わせ' },
  source:
    'Shen & Huang 2008, Annals of Applied Statistics 2:601; root-unroot as in Brown, Cai, Zhang, Zhao & Zhou 2010',
  complexity: 5,
  needs: { historyDays: 28 },
  parameters: [
    { id: 'shapes', title: { en: 'Day shapes', ja: 'パターンの数' }, unit: 'count', min: 1, max: 8, default: 4 },
    {
      id: 'discountPerDay',
      title: { en: 'Weight of a day against the next', ja: '1日ごとの割引率' },
      unit: 'fraction',
      min: 0.9,
      max: 1,
      default: 0.993,
    },
    {
      id: 'effectPenaltyDays',
      title: { en: 'Days of evidence against a calendar effect', ja: 'カレンダー効果を抑える強さ（日数）' },
      unit: 'days',
      min: 0,
      max: 100,
      default: 0.3,
    },
  ],
  fit(history, { shapes, discountPerDay, effectPenaltyDays }) {
    const short = refuseShortHistory(this, history);
    if (short) return short;
    const { days, openByWeekday, slotCount } = history;
    // sqrt(count + 1/4) has nearly the same variance whatever the rate, so that no slot drowns the others.
    const roots = days.map(({ filled, weekday }) =>
      filled.map((value, slot) => (openByWeekday[weekday]![slot] ? Math.sqrt(value + 0.25) : 0)),
    );
    const trust = trustInShapes(history);
    const weights = Float64Array.from(
      days,
      ({ day }, index) => trust[index]! * Math.pow(discountPerDay!, history.originDay - 1 - day),
    );
    const vectors = leadingRightVectors(roots, weights, shapes!);
    const highest = Float64Array.from(
      { length: slotCount },
      (_, slot) => 1.5 * Math.max(...roots.map((row) => row[slot]!)),
    );
    const unroot = squaredBack({ history, roots, vectors, weights });
    const settings = { discountPerDay: discountPerDay!, weekdayPenalty: 0.02, effectPenalty: effectPenaltyDays! };
    const scores = vectors.map((vector) =>
      fitDiscountedRegression(
        history,
        Float64Array.from(roots, (row) => dot(row, vector)),
        settings,
      ),
    );
    return {
      kind: 'fitted',
      forecast(horizon) {
        const predicted = scores.map((predict) => predict(horizon));
        return horizon.map((_, index) =>
          Float64Array.from({ length: slotCount }, (__, slot) => {
            const root = vectors.reduce((sum, vector, k) => sum + predicted[k]![index]! * vector[slot]!, 0);
            return unroot[slot]! * Math.min(Math.max(root, 0), highest[slot]!) ** 2;
          }),
        );
      },
    };
  },
};

/** Contacts of evidence that draw a slot's correction to the mean correction of all slots. */
const POOLING_CONTACTS = 30;

interface RankInput {
  readonly history: TrainingView;
  readonly roots: readonly Float64Array[];
  readonly vectors: readonly Float64Array[];
  readonly weights: Float64Array;
}

/**
 * What a squared root of the fit is multiplied with in each slot, so that the fit sums to the contacts there were:
 * squaring loses the variance of the roots and gains the quarter, which matters where contacts are few.
 */
function squaredBack({ history, roots, vectors, weights }: RankInput): Float64Array {
  const came = new Float64Array(history.slotCount);
  const fitted = new Float64Array(history.slotCount);
  history.days.forEach(({ filled, weekday }, index) => {
    const scores = vectors.map((vector) => dot(roots[index]!, vector));
    const open = history.openByWeekday[weekday]!;
    for (let slot = 0; slot < filled.length; slot++) {
      if (!open[slot]) continue;
      const root = vectors.reduce((sum, vector, k) => sum + scores[k]! * vector[slot]!, 0);
      came[slot]! += weights[index]! * filled[slot]!;
      fitted[slot]! += weights[index]! * Math.max(0, root) ** 2;
    }
  });
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  const mean = total(fitted) > 0 ? total(came) / total(fitted) : 1;
  return came.map((value, slot) => (value + POOLING_CONTACTS * mean) / (fitted[slot]! + POOLING_CONTACTS));
}
