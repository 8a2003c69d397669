import { refuseShortHistory, type ForecastingMethod } from '../forecasting-method.js';
import type { TrainingDay, TrainingView } from '../series/training-view.js';
import { trustIn } from './discounted-regression.js';
import { robustScale } from '../robust-scale.js';
import { PoissonModel, type DayKnowledge, type PoissonSettings, type RatePredictor } from './poisson-model.js';
import { fitResidualMemory, openDaySteps, type ResidualMemory } from './residual-memory.js';
import { trustInShapes } from './shape-trust.js';
import { smearing } from './smearing.js';

/** Log-linear regression of the interval counts themselves: right where counts are few, smooth in the shape. */
export const poissonRegression: ForecastingMethod = {
  id: 'poisson-regression',
  title: { en: 'Regression of the counts with smooth day shapes', ja: '件数の回帰（滑らかな日内パターン）' },
  source: 'Wood 2017, Generalized Additive Models; Eilers & Marx 1996 (P-splines); Hilbe 2011 (negative binomial)',
  complexity: 5,
  needs: { historyDays: 28 },
  parameters: [
    {
      id: 'discountPerDay',
      title: { en: 'Weight of a day against the next', ja: '1日ごとの割引率' },
      unit: 'fraction',
      min: 0.9,
      max: 1,
      default: 0.99,
    },
    {
      id: 'spread',
      title: {
        en: 'Variance beyond Poisson’s, relative to the squared mean',
        ja: 'ポアソンを超える分散（平均の2乗比）',
      },
      unit: 'fraction',
      min: 0,
      max: 1,
      default: 0.01,
    },
    {
      id: 'weekdayShapeContacts',
      title: { en: 'Contacts of evidence against a weekday’s own shape', ja: '曜日固有パターンを抑える強さ（件数）' },
      unit: 'count',
      min: 0,
      max: 100000,
      default: 200,
    },
    {
      id: 'effectPenaltyDays',
      title: { en: 'Days of evidence against a calendar effect', ja: 'カレンダー効果を抑える強さ（日数）' },
      unit: 'days',
      min: 0,
      max: 100,
      default: 0.1,
    },
  ],
  fit(history, { discountPerDay, spread, weekdayShapeContacts, effectPenaltyDays }) {
    const short = refuseShortHistory(this, history);
    if (short) return short;
    const { rates, memory, unbiased } = fitWithMemory(history, {
      discountPerDay: discountPerDay!,
      spread: spread!,
      weekdayShapePenalty: weekdayShapeContacts!,
      effectPenaltyDays: effectPenaltyDays!,
    });
    const { days, calendar, originDay } = history;
    const lastDay = days.at(-1)?.day ?? originDay;
    return {
      kind: 'fitted',
      forecast: (horizon) =>
        horizon.map((day) => {
          const factor =
            unbiased * Math.exp(memory.next(Math.max(1, calendar.openDaysBetween(lastDay + 1, day.day + 1))));
          return rates(day).map((rate) => rate * factor);
        }),
    };
  },
};

const ROUNDS = 3;
/** Days within 2 % of what is expected are never strange, however regular the others are. */
const LEAST_SCALE = 0.02;

interface RememberedRates {
  readonly rates: RatePredictor;
  readonly memory: ResidualMemory;
  /** What makes the days' expected counts sum to those that came. */
  readonly unbiased: number;
}

/** Rates and memory by turns: the counts are fitted with each day's remembered level known, strange days weighed down. */
function fitWithMemory(history: TrainingView, settings: PoissonSettings): RememberedRates {
  const { days, originDay } = history;
  const age = days.map(({ day }) => Math.pow(settings.discountPerDay, originDay - 1 - day));
  const steps = openDaySteps(history);
  const shapeTrust = trustInShapes(history);
  const model = new PoissonModel(history, settings);
  const came = Float64Array.from(days, (day) => Math.log(day.sum + 1));
  let knowledge: DayKnowledge[] = days.map((_, index) => ({ offset: 0, trust: shapeTrust[index]! }));
  for (let round = 1; ; round++) {
    const rates = model.solve(knowledge);
    const expected = Float64Array.from(days, (day) => Math.log(expectedOf(day, rates(day)) + 1));
    const memory = fitResidualMemory(
      came.map((value, index) => value - expected[index]!),
      age,
      steps,
    );
    const fitted = expected.map((value, index) => value + memory.predicted[index]!);
    if (round === ROUNDS) return { rates, memory, unbiased: smearing(came, fitted, age) };
    const rest = came.map((value, index) => value - fitted[index]!);
    const scale = Math.max(robustScale(rest), LEAST_SCALE);
    knowledge = days.map((day, index) => ({
      offset: memory.predicted[index]!,
      trust: shapeTrust[index]! * trustIn(rest[index]!, scale, day),
    }));
  }
}

/** Contacts expected in those intervals of the day that are there. */
function expectedOf({ values }: TrainingDay, rates: Float64Array): number {
  return rates.reduce((sum, rate, slot) => (Number.isNaN(values[slot]!) ? sum : sum + rate), 0);
}
