import { formatNumber, formatPercent, formatSigned, formatSignedPercent } from '../../../app/format/format-number.js';
import { t, type MessageId, type MessageValues } from '../../../app/i18n/t.js';
import type { AccuracyOverviewQuery, QueueAccuracyQuery } from '../../../graphql/generated/graphql.js';

export type Overview = AccuracyOverviewQuery['accuracyOverview'];
export type QueueRow = Overview['queues'][number];
export type Accuracy = NonNullable<QueueRow['fourWeeks']>;
export type ErrorFigures = Accuracy['contacts']['plan'];
export type Drift = NonNullable<QueueRow['drift']>;
export type Detail = NonNullable<QueueAccuracyQuery['queueAccuracy']>;
export type DayFigures = Detail['days'][number];

/** Day errors below the first are good, above the second ask for a look (domain definitions, w11). */
export const GOOD_DAY_ERROR = 0.1;
export const REVIEW_DAY_ERROR = 0.2;

export type Tone = 'good' | 'plain' | 'must';

export function toneOfDayError(error: number | null | undefined): Tone {
  if (error === null || error === undefined) return 'plain';
  return error < GOOD_DAY_ERROR ? 'good' : error > REVIEW_DAY_ERROR ? 'must' : 'plain';
}

/** Percent with one decimal, `–` where nothing can be said. */
export const percent = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : formatPercent(value);

/** Percentage points with sign, without unit: +3.2. */
export const points = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : formatSigned(value * 100, 1);

export const signedPercent = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : formatSignedPercent(value);

/** A figure with the words of its formula, filled with its own numbers. */
export interface Proof {
  readonly title: MessageId;
  readonly formula: MessageId;
  readonly values: MessageValues;
  /** The same with numbers; absent where there is nothing to compute with. */
  readonly numbers: string | null;
  readonly note?: MessageId;
}

const count = (value: number) => formatNumber(value, 0);

/** `above ÷ below = result`. */
function division(above: number, below: number, result: string): string | null {
  return below > 0 ? `${count(above)} ÷ ${count(below)} = ${result}` : null;
}

export function intervalProof(figures: ErrorFigures): Proof {
  return {
    title: 'accuracy.wapeInterval',
    formula: 'accuracy.formulaInterval',
    values: {},
    numbers: division(figures.absoluteError, figures.actual, percent(figures.wapeInterval)),
  };
}

export function dayProof(figures: ErrorFigures): Proof {
  return {
    title: 'accuracy.wapeDay',
    formula: 'accuracy.formulaDay',
    values: {},
    numbers: division(figures.absoluteErrorByDay, figures.actualOfWholeDays, percent(figures.wapeDay)),
    note: 'accuracy.dayBounds',
  };
}

export function biasProof(figures: ErrorFigures): Proof {
  return {
    title: 'accuracy.bias',
    formula: 'accuracy.formulaBias',
    values: {},
    numbers:
      figures.actual > 0
        ? `(${count(figures.actual + figures.signedError)} − ${count(figures.actual)}) ÷ ${count(figures.actual)} = ${signedPercent(figures.bias)}`
        : null,
  };
}

export function coverageProof(accuracy: Accuracy, share: 80 | 90): Proof {
  const covered = share === 80 ? accuracy.coverage80 : accuracy.coverage90;
  return {
    title: share === 80 ? 'accuracy.coverage80' : 'accuracy.coverage90',
    formula: 'accuracy.formulaCoverage',
    values: { share },
    numbers:
      covered === null || covered === undefined
        ? null
        : t('accuracy.coverageNumbers', { covered: percent(covered), intervals: count(accuracy.scoredIntervals) }),
    note: 'accuracy.coverageNote',
  };
}

export function addedProof(accuracy: Accuracy, against: 'naive' | 'plannerMean'): Proof {
  const value = accuracy[against];
  const plan = accuracy.contacts.plan.wapeDay;
  return {
    title: against === 'naive' ? 'accuracy.addedNaive' : 'accuracy.addedMean',
    formula: against === 'naive' ? 'accuracy.formulaNaive' : 'accuracy.formulaMean',
    values: {},
    numbers: value
      ? t('accuracy.addedNumbers', {
          simple: percent(value.simple.wapeDay),
          plan: percent((value.simple.wapeDay ?? 0) - (value.addedDay ?? 0)),
          added: points(value.addedDay),
          days: value.days,
        })
      : null,
    ...(plan === null ? {} : { note: 'accuracy.addedNote' }),
  };
}

export function maseProof(accuracy: Accuracy): Proof {
  const { mase } = accuracy;
  return {
    title: 'accuracy.mase',
    formula: 'accuracy.formulaMase',
    values: {},
    numbers: mase === null || mase === undefined ? null : formatNumber(mase, 2),
  };
}

/** Queues with a warning first, then those with the largest day error, then those without any. */
export function worstFirst(queues: readonly QueueRow[]): QueueRow[] {
  const rank = ({ drift, fourWeeks }: QueueRow) => (drift ? 10 : 0) + (fourWeeks?.contacts.plan.wapeDay ?? -1);
  return [...queues].sort((a, b) => rank(b) - rank(a));
}

/** Whole days, the best and the worst `most` of them; a day is never in both lists. */
export function extremeDays(days: readonly DayFigures[], most = 3): { best: DayFigures[]; worst: DayFigures[] } {
  const sorted = days
    .filter(({ figures }) => figures.wapeDay !== null && figures.wapeDay !== undefined)
    .sort((a, b) => a.figures.wapeDay! - b.figures.wapeDay!);
  const each = Math.min(most, Math.floor(sorted.length / 2));
  return { best: sorted.slice(0, each), worst: each === 0 ? [] : sorted.slice(-each).reverse() };
}

/** What the figures say, in one or two sentences. */
export function summaryOf(name: string, accuracy: Accuracy): string {
  const { plan } = accuracy.contacts;
  const error = t('accuracy.summaryError', {
    queue: name,
    error: percent(plan.wapeDay ?? plan.wapeInterval),
    days: accuracy.days,
  });
  const added = accuracy.naive?.addedDay;
  if (added === null || added === undefined) return error;
  const by = formatNumber(Math.abs(added) * 100, 1);
  if (Math.abs(added) < 0.0005) return `${error} ${t('accuracy.summarySame')}`;
  return `${error} ${t(added > 0 ? 'accuracy.summaryBetter' : 'accuracy.summaryWorse', { points: by })}`;
}

/** Steps of the heat map: an hour's error over that of all hours. */
export type HeatStep = 'low' | 'usual' | 'high' | 'worst';

export function heatStep(wape: number | null | undefined, usual: number | null | undefined): HeatStep {
  if (!wape || !usual) return 'low';
  const ratio = wape / usual;
  return ratio < 0.75 ? 'low' : ratio < 1.25 ? 'usual' : ratio < 2 ? 'high' : 'worst';
}
