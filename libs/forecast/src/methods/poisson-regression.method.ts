import { refuseShortHistory, type ForecastingMethod } from '../forecasting-method.js';
import type { TrainingDay, TrainingView } from '../series/training-view.js';
import { robustScale, trustIn } from './discounted-regression.js';
import { PoissonModel, type DayKnowledge, type PoissonSettings, type RatePredictor } from './poisson-model.js';
import { fitResidualMemory, forgetAll, openDaySteps, type ResidualMemory } from './residual-memory.js';
import { trustInShapes } from './shape-trust.js';

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
    const { rates, memory } = fitWithMemory(history, {
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
          const factor = Math.exp(memory.next(Math.max(1, calendar.openDaysBetween(lastDay + 1, day.day + 1))));
          return rates(day).map((rate) => rate * factor);
        }),
    };
  },
};

const ROUNDS = 3;
/** Days within 2 % of what is expected are never strange, however regular the others are. */
const LEAST_SCALE = 0.02;

/** Rates and memory by turns: the counts are fitted with each day's remembered level known, strange days weighed down. */
function fitWithMemory(
  history: TrainingView,
  settings: PoissonSettings,
): { rates: RatePredictor; memory: ResidualMemory } {
  const { days, originDay } = history;
  const age = days.map(({ day }) => Math.pow(settings.discountPerDay, originDay - 1 - day));
  const steps = openDaySteps(history);
  const shapeTrust = trustInShapes(history);
  const model = new PoissonModel(history, settings);
  let knowledge: DayKnowledge[] = days.map((_, index) => ({ offset: 0, trust: shapeTrust[index]! }));
  let rates = model.solve(knowledge);
  let memory = forgetAll(new Float64Array(days.length));
  for (let round = 1; round <= ROUNDS; round++) {
    const residual = Float64Array.from(days, (day) => logRatio(day, rates(day)));
    memory = fitResidualMemory(residual, age, steps);
    if (round === ROUNDS) break;
    const { predicted } = memory;
    const rest = residual.map((value, index) => value - predicted[index]!);
    const scale = Math.max(robustScale(rest), LEAST_SCALE);
    knowledge = days.map((day, index) => ({
      offset: predicted[index]!,
      trust: shapeTrust[index]! * trustIn(rest[index]!, scale, day),
    }));
    rates = model.solve(knowledge);
  }
  return { rates, memory };
}

/** How far a day's contacts lie above what was expected in the intervals that are there, as a log. */
function logRatio(day: TrainingDay, rates: Float64Array): number {
  let came = 0;
  let expected = 0;
  day.values.forEach((value, slot) => {
    if (Number.isNaN(value)) return;
    came += value;
    expected += rates[slot]!;
  });
  return Math.log((came + 1) / (expected + 1));
}
