import { refuseShortHistory, type ForecastingMethod, type MethodParameter } from '../forecasting-method.js';
import { dayRegressionProfile } from './day-regression-profile.method.js';
import { doubleSeasonalSmoothing } from './double-seasonal-smoothing.method.js';
import { etsDayProfile } from './ets-day-profile.method.js';
import { fittedOnce } from './fitted-once.js';
import { lowRankProfile } from './low-rank-profile.method.js';
import { plannerMeanOfEight } from './planner-mean-8.method.js';
import { poissonRegression } from './poisson-regression.method.js';
import { sameWeekdayMeans } from './same-weekday-mean.js';

/** How far a member may stray from the planner's mean, as a factor either way, before it is held back. */
const LEASH = 3;

/**
 * What a member goes by. One that smooths takes the last level for what stays: good next week, and drifting off in a month.
 * A habit is no model: it belongs to the mean only where it has done as well as the models.
 */
export type MemberKind = 'regresses' | 'smooths' | 'habit';

interface Member {
  readonly method: ForecastingMethod;
  readonly weight: MethodParameter;
  readonly kind: MemberKind;
}

const member = (method: ForecastingMethod, id: string, kind: MemberKind = 'regresses'): Member => ({
  method,
  kind,
  weight: {
    id,
    title: { en: `Weight of: ${method.title.en}`, ja: `重み：${method.title.ja}` },
    unit: 'fraction',
    min: 0,
    max: 1,
    default: kind === 'habit' ? 0 : 0.2,
  },
});

/** Three that regress, two that smooth and the planner's habit; each with the defaults of its own entry. */
const MEMBERS: readonly Member[] = [
  member(dayRegressionProfile, 'dayRegressionWeight'),
  member(lowRankProfile, 'lowRankWeight'),
  member(poissonRegression, 'poissonWeight'),
  member(etsDayProfile, 'etsWeight', 'smooths'),
  member(doubleSeasonalSmoothing, 'doubleSeasonalWeight', 'smooths'),
  member(plannerMeanOfEight, 'plannerMeanWeight', 'habit'),
];

/** The methods that are combined, and the parameter of the combination that weighs each. */
export const combinedMethods: readonly {
  readonly methodId: string;
  readonly weightId: string;
  readonly kind: MemberKind;
}[] = MEMBERS.map(({ method, weight, kind }) => ({ methodId: method.id, weightId: weight.id, kind }));

/**
 * Weighted mean of five unlike models, and of the planner's mean where that does as well: the safest on unknown queues.
 * `auto` weighs them by their past errors.
 */
export const combination: ForecastingMethod = {
  id: 'combination',
  title: { en: 'Weighted mean of unlike models', ja: '異なるモデルの加重平均' },
  source: 'Bates & Granger 1969; weights drawn to equal ones after Clemen 1989 and Diebold & Pauly 1990',
  complexity: 6,
  needs: { historyDays: 28 },
  parameters: MEMBERS.map(({ weight }) => weight),
  fit(history, parameters, random) {
    const short = refuseShortHistory(this, history);
    if (short) return short;
    const given = MEMBERS.map(({ weight }) => parameters[weight.id]!);
    const sum = given.reduce((total, weight) => total + weight, 0);
    const weights = given.map((weight) => (sum > 0 ? weight / sum : 1 / given.length));
    const fits = MEMBERS.map(({ method }) => fittedOnce(method, history, random));
    const refusal = fits.find((fit) => fit.kind === 'not-enough-history');
    if (refusal) return refusal;
    const habit = sameWeekdayMeans(history, 8);
    return {
      kind: 'fitted',
      forecast(horizon) {
        const usual = habit(horizon);
        const forecasts = fits.map((fit) => (fit.kind === 'fitted' ? fit.forecast(horizon) : []));
        return usual.map((means, index) =>
          means.map((mean, slot) =>
            forecasts.reduce((total, days, k) => total + weights[k]! * held(days[index]![slot]!, mean), 0),
          ),
        );
      },
    };
  },
};

function held(value: number, usual: number): number {
  return Math.max(0, Math.min(Math.max(value, usual / LEASH - 1), usual * LEASH + 5));
}
