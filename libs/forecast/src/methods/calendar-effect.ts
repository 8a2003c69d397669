import type { HorizonDay, TrainingView } from '../series/training-view.js';
import { fitDiscountedRegression } from './discounted-regression.js';

/** What the calendar adds to the log of a day's total beside its weekday; 0 on a plain day. */
export type CalendarEffect = (day: Pick<HorizonDay, 'day' | 'weekday' | 'features'>) => number;

/**
 * The calendar's effect on the log of the day total by the discounted regression of {@link fitDiscountedRegression},
 * for methods that smooth what is left.
 */
export function calendarEffect(history: TrainingView, effectPenaltyDays: number): CalendarEffect {
  const logTotals = Float64Array.from(history.days, ({ total }) => Math.log(total + 1));
  const predict = fitDiscountedRegression(history, logTotals, {
    discountPerDay: 0.995,
    weekdayPenalty: 0.02,
    effectPenalty: effectPenaltyDays,
  });
  const open = new Uint8Array(0);
  return ({ day, weekday, features }) => {
    if (!features.includes(1)) return 0;
    const plain = new Float64Array(features.length);
    const [withEffect, without] = predict([
      { day, weekday, features, open },
      { day, weekday, features: plain, open },
    ]);
    return withEffect! - without!;
  };
}
