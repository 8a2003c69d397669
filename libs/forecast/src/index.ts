export * from './queue-history.js';
export * from './calendar/calendar-event.js';
export { learnEventEffects, type EventEffectEvidence, type EventOccurrence } from './calendar/event-effects.js';
export { learnEventEffectsOf } from './calendar/effects-of-history.js';
export * from './calendar/recurring-days.js';
export { closedSpans } from './calendar/closed-spans.js';
export type { OpeningHours, OpenSpan } from './series/opening-hours.js';
export type { UnseenHours } from './series/unseen-hours.js';
export * from './series/regrid.js';
export * from './series/split-intervals.js';
export * from './series/history-from-series.js';
export * from './series/unusual/history-proposal.js';
export {
  applyDecisions,
  decisionOverDays,
  type DecidedHistory,
  type HistoryDecision,
} from './series/unusual/history-decision.js';
export type { HistoryPicture } from './series/unusual/history-picture.js';
export { judgeHistory, proposeHistoryChanges, type JudgedHistory } from './series/unusual/propose-history-changes.js';
export { historyFromCounts, type CountColumns } from './series/history-from-counts.js';
export {
  trainingViewOf,
  type HorizonDay,
  type LeftOutDay,
  type TrainingDay,
  type TrainingView,
} from './series/training-view.js';
export * from './forecasting-method.js';
export * from './catalogue.js';
export * from './forecast-queue.js';
export * from './queue-forecast.js';
export { AUTO, backtest, backtestSteps, type BacktestOptions } from './backtest/backtest.js';
export {
  backtestHandleTime,
  type HandleBacktestOptions,
  type HandleBacktestRow,
} from './handle-time/handle-time-backtest.js';
export { fitHandleTime, type HandleTimeModel } from './handle-time/handle-time-model.js';
export type { BacktestRow } from './backtest/measures.js';
export { rateCorrelationOf } from './distribution/rate-correlation.js';
export { readDistributionComponents, type DistributionComponents } from './distribution/distribution-components.js';
export { ForecastDistribution, type DayPart } from './distribution/forecast-distribution.js';
export type { DistributionDay, MeanDay } from './distribution/distribution-day.js';
export type { ForecastReason } from './backtest/choose-method.js';
export * from './intraday/rest-of-day.js';
export * from './short/typed-curve.js';
export { forecastShort } from './short/forecast-short.js';
export * from './long-range/forecast-long-range.js';
export { checkGrowth, growthOfWeek, type GrowthAssumption, type WeekGrowth } from './long-range/growth.js';
export * from './lineage/queue-lineage.js';
export * from './lineage/compose-history.js';
export { forecastLineage } from './lineage/forecast-lineage.js';
export { similarQueues, type SimilarQueue } from './lineage/similar-queues.js';
export { bottomUp, minTrace, type Hierarchy } from './reconcile/reconcile.js';
export { shrunkCovariance } from './reconcile/shrunk-covariance.js';
export * from './accuracy/day-score.js';
export * from './accuracy/accuracy-measures.js';
export * from './accuracy/benchmark-forecasts.js';
export * from './accuracy/drift.js';
export * from './accuracy/error-by-hour.js';
export { breakDownWeeks, type BrokenDownDay } from './long-range/break-down-weeks.js';
