import type { LocalDate } from '@yotei/time';
import type { ForecastReason } from './backtest/choose-method.js';
import type { BacktestRow } from './backtest/measures.js';
import type { CalendarEvent } from './calendar/calendar-event.js';
import type { DistributionComponents } from './distribution/distribution-components.js';
import type { MethodParameters, NotEnoughHistory } from './forecasting-method.js';
import type { OpeningHours } from './series/opening-hours.js';
import type { LeftOutDay } from './series/training-view.js';
import type { HistoryDecision } from './series/unusual/history-decision.js';
import type { HistoryProposal } from './series/unusual/history-proposal.js';
import type { TypedCurve } from './short/typed-curve.js';

export interface ForecastOptions {
  /** A method of the catalogue, or `auto` for the choice by backtest. */
  readonly methodId: string;
  /** First day to forecast; history from this day on is not looked at. */
  readonly fromOn: LocalDate;
  /** Days to forecast, 1 to 400. */
  readonly days: number;
  readonly events?: readonly CalendarEvent[];
  /** What the planner said about proposals; without any the history is taken as it is. */
  readonly decisions?: readonly HistoryDecision[];
  /** Opening hours where they are known; learned from the history otherwise. */
  readonly opening?: OpeningHours;
  readonly parameters?: Readonly<Record<string, MethodParameters>>;
  readonly seed: number;
  /** What the planner expects of a queue too young to be judged by its own past; fades as the days arrive. */
  readonly curve?: TypedCurve | null;
  /** False leaves out the search for what looks odd in the history, a tenth of a second a queue. Default true. */
  readonly findUnusual?: boolean;
  /** Told the share done, 0..1, after each fit. */
  readonly onProgress?: (fraction: number) => void;
  /** Asked before each fit; true ends with `kind: 'cancelled'`. */
  readonly isCancelled?: () => boolean;
}

/** One local day ahead, one value for each interval of that day (92 or 100 quarter-hours on clock-change days); NaN = closed. */
export interface ForecastDay {
  readonly on: LocalDate;
  readonly contacts: Float64Array;
  readonly p05: Float64Array;
  readonly p10: Float64Array;
  readonly p50: Float64Array;
  readonly p90: Float64Array;
  readonly p95: Float64Array;
  /** Mean handle seconds per contact; NaN where closed or when the history has no handle times. */
  readonly averageHandleSeconds: Float64Array;
  /** Standard error of an interval's mean handle time, in seconds: of its level and, for the contacts forecast, of their chance. */
  readonly handleStandardErrorSeconds?: Float64Array;
}

export interface QueueForecast {
  readonly kind: 'forecast';
  readonly methodId: string;
  /** What the method was fitted with when the choice set it: the weights of a combination. */
  readonly parameters?: MethodParameters;
  /** Why this method, as values a screen can put into words. */
  readonly reasons: readonly ForecastReason[];
  /** How each method did in the queue's own past at this horizon. */
  readonly backtest: readonly BacktestRow[];
  readonly days: readonly ForecastDay[];
  /** From which the predictive distribution of intervals, days and weeks, and sample paths are rebuilt: `ForecastDistribution`. */
  readonly distribution: DistributionComponents;
  /** Last day of history the forecast knew. */
  readonly trainedUntilOn: LocalDate;
  readonly leftOut: readonly LeftOutDay[];
  /** What looks odd in the history and no decision has dealt with; nothing was done about it. None unless looked for. */
  readonly proposals: readonly HistoryProposal[];
}

export type ForecastResult = QueueForecast | NotEnoughHistory | { readonly kind: 'cancelled' };
