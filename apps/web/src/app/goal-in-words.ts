import { formatNumber, formatPercent } from './format/format-number.js';
import { t } from './i18n/t.js';

/** A goal of the library or of the api, which says null where the other says nothing. */
interface GoalLike {
  readonly serviceLevelFraction?: number | null | undefined;
  readonly answerWithinSeconds?: number | null | undefined;
  readonly asaSeconds?: number | null | undefined;
  readonly maxOccupancyFraction?: number | null | undefined;
  readonly maxAbandonmentFraction?: number | null | undefined;
  readonly maxBlockingFraction?: number | null | undefined;
  readonly answerWithinHours?: number | null | undefined;
  readonly answeredWithinHoursFraction?: number | null | undefined;
}

const isGiven = (value: number | null | undefined): value is number => value !== null && value !== undefined;

/** The goal in a few words, for the button that takes it. */
export function goalInWords(goal: GoalLike): string {
  const seconds = (value: number) => t('staffing.secondsShort', { seconds: formatNumber(value, 1) });
  const parts: string[] = [];
  if (isGiven(goal.serviceLevelFraction))
    parts.push(
      t('staffing.goal.level', {
        level: formatPercent(goal.serviceLevelFraction),
        within: seconds(goal.answerWithinSeconds ?? 0),
      }),
    );
  if (isGiven(goal.answerWithinHours))
    parts.push(
      t('staffing.goal.hours', {
        level: formatPercent(goal.answeredWithinHoursFraction ?? 1),
        hours: formatNumber(goal.answerWithinHours, 1),
      }),
    );
  if (isGiven(goal.asaSeconds)) parts.push(t('staffing.goal.asa', { seconds: seconds(goal.asaSeconds) }));
  if (isGiven(goal.maxAbandonmentFraction))
    parts.push(t('staffing.goal.abandonment', { share: formatPercent(goal.maxAbandonmentFraction) }));
  if (isGiven(goal.maxOccupancyFraction))
    parts.push(t('staffing.goal.occupancy', { share: formatPercent(goal.maxOccupancyFraction) }));
  if (isGiven(goal.maxBlockingFraction))
    parts.push(t('staffing.goal.blocking', { share: formatPercent(goal.maxBlockingFraction) }));
  return parts.join(t('staffing.goal.and'));
}
