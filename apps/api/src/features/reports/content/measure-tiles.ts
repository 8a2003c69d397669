import { Injectable } from '@nestjs/common';
import type { Amount, LocalisedText } from '@yotei/scheduling/staffing';
import { calendarSpanOf, spanBefore } from '@yotei/scheduling/measures';
import { addDays, daysBetween } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import type { MeasureCutName } from '../../measures/index.js';
import { reportBlock, type ReportBlock, type ReportFigure } from './report-content.js';
import {
  ReportMeasures,
  type MeasureAsked,
  type MeasureTarget,
  type MeasureValue,
  type ReportMeasure,
} from './report-measures.service.js';
import { amountWords, changeWords, dayWords, same } from './report-texts.js';
import type { Tile, TileRange } from './tile.js';

const TOTAL = { en: 'Value', ja: '値' };
const CUTS: Readonly<Record<MeasureCutName, LocalisedText>> = {
  all: { en: 'All', ja: '全体' },
  queue: { en: 'Queue', ja: 'キュー' },
  channel: { en: 'Channel', ja: 'チャネル' },
  site: { en: 'Site', ja: '拠点' },
  team: { en: 'Team', ja: 'チーム' },
};

/** The measures page with the same days and queue. */
export function measuresPath({ fromOn, days }: Pick<TileRange, 'fromOn' | 'days'>, queueId: string | null): string {
  const span = calendarSpanOf({ fromOn, untilOn: addDays(fromOn, days) });
  const weeks = days >= 91 ? 13 : days >= 28 ? 4 : 1;
  const length: Record<string, string> = span ? { span } : { weeks: `${weeks}` };
  const search = new URLSearchParams({ from: fromOn, ...length, ...(queueId ? { queue: queueId } : {}) });
  return `/measures?${search.toString()}`;
}

/** Tiles of one measure: its value, its line, its queues. */
@Injectable()
export class MeasureTiles {
  constructor(private readonly measures: ReportMeasures) {}

  /** Null: the measure is no longer there. */
  async block(context: RequestContext, tile: Tile, range: TileRange): Promise<ReportBlock | null> {
    const measure = tile.measureId === null ? null : await this.measures.find(context, tile.measureId);
    if (!measure) return null;
    const { id, width, queueId } = tile;
    const head = { id, width, title: measure.title, path: measuresPath(range, queueId) };
    const asked = { fromOn: range.fromOn, days: range.days, queueId };
    switch (tile.kind) {
      case 'chart':
        return this.chart(context, head, measure, asked);
      case 'table':
        return this.table(context, head, measure, { ...range, cut: tile.cut ?? 'queue' });
      default:
        return reportBlock({ ...head, figure: await this.figure(context, measure, asked) });
    }
  }

  private async figure(context: RequestContext, measure: ReportMeasure, asked: MeasureAsked): Promise<ReportFigure> {
    const now = await this.measures.value(context, measure, asked);
    const { fromOn, untilOn } = spanBefore({ fromOn: asked.fromOn, untilOn: addDays(asked.fromOn, asked.days) });
    const earlier = { ...asked, fromOn, days: daysBetween(fromOn, untilOn) };
    const before = await this.measures.value(context, measure, earlier);
    const target = await this.measures.target(context, measure, lastDayOf(asked));
    const known = now.kind === 'value' && before.kind === 'value' ? { now, before } : null;
    return {
      value: now.kind === 'value' ? now.amount.value : null,
      text: now.kind === 'value' ? amountWords(now.amount) : null,
      why: now.kind === 'value' ? null : now.why,
      target: target && now.kind === 'value' ? targetWords(target, now.amount) : null,
      met: target && now.kind === 'value' ? isMet(target, now.amount.value) : null,
      before: before.kind === 'value' ? amountWords(before.amount) : null,
      change: known && changeWords({ ...known.now.amount, value: known.now.amount.value - known.before.amount.value }),
    };
  }

  private async chart(
    context: RequestContext,
    head: Pick<ReportBlock, 'id' | 'width' | 'title' | 'path'>,
    measure: ReportMeasure,
    asked: MeasureAsked,
  ): Promise<ReportBlock> {
    const points = await this.measures.line(context, measure, asked);
    const target = await this.measures.target(context, measure, lastDayOf(asked));
    const unit = points.flatMap(({ value }) => (value.kind === 'value' ? [value.amount.unit] : []))[0] ?? 'number';
    const line = { title: measure.title, values: points.map(({ value }) => numberOf(value)) };
    const labels = points.map(({ fromOn }) => dayWords(fromOn));
    return reportBlock({ ...head, chart: { labels, unit, lines: [line], target: target?.value ?? null } });
  }

  private async table(
    context: RequestContext,
    head: Pick<ReportBlock, 'id' | 'width' | 'title' | 'path'>,
    measure: ReportMeasure,
    { cut, ...range }: TileRange & { readonly cut: MeasureCutName },
  ): Promise<ReportBlock> {
    const found = await this.measures.byCut(context, measure, { ...range, cut });
    const rows = found.map(({ id, title, value }) => ({
      title,
      path: measuresPath(range, cut === 'queue' ? id : null),
      cells: [{ text: wordsOf(value), value: numberOf(value) }],
    }));
    return reportBlock({ ...head, table: { head: CUTS[cut], columns: [TOTAL], rows } });
  }
}

const numberOf = (value: MeasureValue): number | null => (value.kind === 'value' ? value.amount.value : null);
const wordsOf = (value: MeasureValue) => (value.kind === 'value' ? amountWords(value.amount) : same('–'));

const lastDayOf = ({ fromOn, days, queueId }: MeasureAsked) => ({ on: addDays(fromOn, days - 1), queueId });

const isMet = ({ direction, value }: MeasureTarget, reached: number): boolean =>
  direction === 'at-least' ? reached >= value : reached <= value;

function targetWords({ direction, value }: MeasureTarget, { unit }: Amount): LocalisedText {
  const words = amountWords({ value, unit });
  return direction === 'at-least'
    ? { en: `Target: at least ${words.en}`, ja: `目標: ${words.ja}以上` }
    : { en: `Target: at most ${words.en}`, ja: `目標: ${words.ja}以下` };
}
