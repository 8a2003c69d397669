import { Injectable } from '@nestjs/common';
import { KPI_VARIABLES } from '@yotei/scheduling/formula';
import type { MeasurePeriod } from '@yotei/scheduling/measures';
import type { Amount, LocalisedText } from '@yotei/scheduling/staffing';
import { addDays, daysBetween, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import {
  MeasureCatalogueService,
  MeasureNotesRepository,
  MeasureValuesService,
  type MeasureCell,
  type MeasureCutName,
  type MeasureSeries,
  type MeasureValues,
  type TargetRecord,
} from '../../measures/index.js';
import { same } from './report-texts.js';

export interface ReportMeasure {
  readonly id: string;
  readonly title: LocalisedText;
  /** Which way is good; null: neither. */
  readonly better: 'higher' | 'lower' | null;
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

export interface TargetAsked {
  readonly on: LocalDate;
  readonly queueId: string | null;
}

export type MeasureTarget = Pick<TargetRecord, 'direction' | 'value'>;

export interface MeasurePoint {
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly value: MeasureValue;
}

/** Up to so many days a line has a point a day, above it one a week, above many weeks one a month. */
const MOST_DAILY_POINTS = 14;
const MOST_WEEKLY_DAYS = 200;

/** Values of measures for reports: the one place that knows where they come from. */
@Injectable()
export class ReportMeasures {
  constructor(
    private readonly measures: MeasureCatalogueService,
    private readonly values: MeasureValuesService,
    private readonly notes: MeasureNotesRepository,
  ) {}

  /** Those every centre has, then the organisation's own. */
  async catalogue(context: RequestContext): Promise<ReportMeasure[]> {
    const { measures } = await this.measures.catalogue(context);
    return measures.map(({ definition, title, better }) => ({ id: definition.id, title, better }));
  }

  async find(context: RequestContext, id: string): Promise<ReportMeasure | null> {
    return (await this.catalogue(context)).find((one) => one.id === id) ?? null;
  }

  /** What it is to come to on a day: the queue's own target, else that of all queues; null: none. */
  async target(context: RequestContext, { id }: ReportMeasure, of: TargetAsked): Promise<MeasureTarget | null> {
    const inForce = (await this.notes.targets(context)).filter(
      ({ measure, fromOn }) => measure === id && fromOn <= of.on,
    );
    const latest = (queueId: string | null) => inForce.filter((one) => one.queueId === queueId).at(-1);
    return latest(of.queueId) ?? latest(null) ?? null;
  }

  async value(context: RequestContext, measure: ReportMeasure, asked: MeasureAsked): Promise<MeasureValue> {
    const table = await this.table(context, measure, { ...asked, period: 'whole', cut: 'all' });
    const series = table?.series[0];
    return series ? valueOf(series, series.whole) : NOTHING;
  }

  /** By day in a short range, else by week or month; in time order. */
  async line(context: RequestContext, measure: ReportMeasure, asked: MeasureAsked): Promise<MeasurePoint[]> {
    const period = asked.days > MOST_WEEKLY_DAYS ? 'month' : asked.days > MOST_DAILY_POINTS ? 'week' : 'day';
    const table = await this.table(context, measure, { ...asked, period, cut: 'all' });
    const series = table?.series[0];
    if (!table || !series) return [];
    return table.spans.map(({ fromOn, untilOn }, span) => ({
      fromOn,
      days: daysBetween(fromOn, untilOn),
      value: valueOf(series, series.cells[span]!),
    }));
  }

  /** Each queue, channel, site or team in the organisation's order, all together last. */
  async byCut(
    context: RequestContext,
    measure: ReportMeasure,
    { cut, ...asked }: Omit<MeasureAsked, 'queueId'> & { readonly cut: MeasureCutName },
  ): Promise<{ readonly id: string | null; readonly title: LocalisedText; readonly value: MeasureValue }[]> {
    const wanted = { ...asked, queueId: null, period: 'whole' } as const;
    const parts = await this.table(context, measure, { ...wanted, cut });
    const all = await this.table(context, measure, { ...wanted, cut: 'all' });
    return [...(parts?.series ?? []), ...(all?.series ?? [])].map((series) => ({
      ...series.key,
      value: valueOf(series, series.whole),
    }));
  }

  private async table(
    context: RequestContext,
    { id }: ReportMeasure,
    of: MeasureAsked & { readonly period: MeasurePeriod; readonly cut: MeasureCutName },
  ): Promise<MeasureValues | null> {
    const { fromOn, days, queueId, period, cut } = of;
    const queueIds = queueId === null ? null : [queueId];
    const untilOn = addDays(fromOn, days);
    const found = await this.values.values(context, { names: [id], fromOn, untilOn, period, cut, queueIds });
    return found.kind === 'values' ? found : null;
  }
}

const NOTHING: MeasureValue = {
  kind: 'unknown',
  why: { en: 'This measure cannot be computed for these days.', ja: 'この期間の指標は計算できません。' },
};

function valueOf({ unit }: MeasureSeries, cell: MeasureCell): MeasureValue {
  if (cell.kind === 'value') return { kind: 'value', amount: { value: cell.value, unit: unit ?? 'number' } };
  return { kind: 'unknown', why: cell.text ?? lackingWords(cell.names) };
}

function lackingWords(names: readonly string[]): LocalisedText {
  const titles = names.map((name) => KPI_VARIABLES.find((one) => one.name === name)?.title ?? same(name));
  return {
    en: `Not known for this time: ${titles.map(({ en }) => en).join(', ')}.`,
    ja: `この期間は不明です: ${titles.map(({ ja }) => ja).join('、')}`,
  };
}
