import { Injectable } from '@nestjs/common';
import { DEFAULT_KPIS, evaluateKpi, formulaErrorText, KPI_VARIABLES, type KpiFacts } from '@yotei/scheduling/formula';
import type { Amount, LocalisedText } from '@yotei/scheduling/staffing';
import { addDays, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { KpiFormulaService, MeasureFactsService, type MeasureRow } from '../../measures/index.js';
import { same } from './report-texts.js';

export interface ReportMeasure {
  readonly id: string;
  readonly title: LocalisedText;
  readonly formula: string;
}

/** A value, or why there is none. */
export type MeasureValue =
  { readonly kind: 'value'; readonly amount: Amount } | { readonly kind: 'unknown'; readonly why: LocalisedText };

export interface MeasureAsked {
  readonly fromOn: LocalDate;
  readonly days: number;
  /** Null: all queues together. */
  readonly queueId: string | null;
}

export interface MeasurePoint {
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly value: MeasureValue;
}

/** Up to so many days a line has a point a day, above it one a week. */
const MOST_DAILY_POINTS = 14;

/** Values of measures for reports: the one place that knows where they come from. */
@Injectable()
export class ReportMeasures {
  constructor(
    private readonly formulas: KpiFormulaService,
    private readonly facts: MeasureFactsService,
  ) {}

  /** Those every centre has, then the organisation's own. */
  async catalogue(context: RequestContext): Promise<ReportMeasure[]> {
    const own = await this.formulas.all(context);
    return [...DEFAULT_KPIS, ...own.map(({ id, title, formula }) => ({ id, title: same(title), formula }))];
  }

  async find(context: RequestContext, id: string): Promise<ReportMeasure | null> {
    return (await this.catalogue(context)).find((one) => one.id === id) ?? null;
  }

  async value(context: RequestContext, measure: ReportMeasure, asked: MeasureAsked): Promise<MeasureValue> {
    const row = rowOf(await this.facts.rows(context, asked), asked.queueId);
    return row ? valueOf(measure, row.whole.facts) : NOTHING;
  }

  /** By day in a short range, else by week; in time order. */
  async line(context: RequestContext, measure: ReportMeasure, asked: MeasureAsked): Promise<MeasurePoint[]> {
    if (asked.days > MOST_DAILY_POINTS) {
      const row = rowOf(await this.facts.rows(context, asked), asked.queueId);
      return (row?.weeks ?? []).map(({ fromOn, days, facts }) => ({ fromOn, days, value: valueOf(measure, facts) }));
    }
    const points: MeasurePoint[] = [];
    for (let day = 0; day < asked.days; day += 1) {
      const fromOn = addDays(asked.fromOn, day);
      points.push({ fromOn, days: 1, value: await this.value(context, measure, { ...asked, fromOn, days: 1 }) });
    }
    return points;
  }

  /** Each queue in the organisation's order, all together last. */
  async byQueue(
    context: RequestContext,
    measure: ReportMeasure,
    asked: Omit<MeasureAsked, 'queueId'>,
  ): Promise<{ readonly queueId: string | null; readonly title: LocalisedText; readonly value: MeasureValue }[]> {
    const [all, ...queues] = await this.facts.rows(context, asked);
    return [...queues, ...(all ? [all] : [])].map(({ queue, whole }) => ({
      queueId: queue?.id ?? null,
      title: queue?.name ?? { en: 'All queues', ja: '全キュー' },
      value: valueOf(measure, whole.facts),
    }));
  }
}

const NOTHING: MeasureValue = {
  kind: 'unknown',
  why: { en: 'This queue is no longer there.', ja: 'このキューはもうありません。' },
};

const rowOf = (rows: readonly MeasureRow[], queueId: string | null): MeasureRow | undefined =>
  rows.find(({ queue }) => (queue?.id ?? null) === queueId);

function valueOf({ formula }: ReportMeasure, facts: KpiFacts): MeasureValue {
  const outcome = evaluateKpi(formula, facts);
  switch (outcome.kind) {
    case 'value':
      return { kind: 'value', amount: { value: outcome.value, unit: outcome.unit } };
    case 'formula-error':
      return { kind: 'unknown', why: { en: formulaErrorText(outcome, 'en'), ja: formulaErrorText(outcome, 'ja') } };
    case 'unknown-facts':
      return { kind: 'unknown', why: lackingWords(outcome.names) };
  }
}

function lackingWords(names: readonly string[]): LocalisedText {
  const titles = names.map((name) => KPI_VARIABLES.find((one) => one.name === name)?.title ?? same(name));
  return {
    en: `Not known for this time: ${titles.map(({ en }) => en).join(', ')}.`,
    ja: `この期間は不明です: ${titles.map(({ ja }) => ja).join('、')}`,
  };
}
