import { Injectable } from '@nestjs/common';
import { localDateOf, weekStartOf } from '@yotei/time';
import type { LocalisedText } from '@yotei/scheduling/staffing';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { MeasureTiles } from './measure-tiles.js';
import { PlanTiles } from './plan-tiles.js';
import { reportBlock, type ReportBlock, type ReportContent } from './report-content.js';
import { HomeClock } from './home-clock.service.js';
import { REPORT_PERIODS, type ReportPeriodId } from './report-periods.js';
import { periodWords, same } from './report-texts.js';
import type { Tile, TileRange } from './tile.js';

const GONE: LocalisedText = {
  en: 'What this tile showed is no longer there.',
  ja: 'このタイルが示していたものはもうありません。',
};
const SCENARIOS: LocalisedText = { en: 'Scenarios compared', ja: 'シナリオの比較' };
const OPEN_SCENARIOS: LocalisedText = { en: 'Open the comparison', ja: '比較を開く' };

/** Tiles to blocks: a dashboard as it is now. */
@Injectable()
export class TileContentService {
  constructor(
    private readonly measures: MeasureTiles,
    private readonly plans: PlanTiles,
    private readonly home: HomeClock,
    private readonly clock: Clock,
  ) {}

  async content(
    context: RequestContext,
    of: { readonly title: string; readonly period: ReportPeriodId; readonly tiles: readonly Tile[] },
  ): Promise<ReportContent> {
    const { zone, weekStart } = await this.home.of(context);
    const todayOn = localDateOf(this.clock.now(), zone);
    const range: TileRange = { period: of.period, ...REPORT_PERIODS[of.period].range(todayOn, weekStart) };
    const weekOn = weekStartOf(todayOn, weekStart);
    const blocks: ReportBlock[] = [];
    for (const tile of of.tiles) blocks.push(await this.block(context, tile, { range, weekOn }));
    const { fromOn, days } = range;
    return { title: same(of.title), period: periodWords(fromOn, days), fromOn, days, blocks };
  }

  private async block(
    context: RequestContext,
    tile: Tile,
    { range, weekOn }: { readonly range: TileRange; readonly weekOn: string },
  ): Promise<ReportBlock> {
    const { id, width } = tile;
    switch (tile.kind) {
      case 'text':
        return reportBlock({ id, width, title: same(''), paragraphs: paragraphsOf(tile.text ?? '') });
      case 'scenarios':
        return reportBlock({
          ...{ id, width, title: SCENARIOS, path: tile.path },
          paragraphs: [{ text: OPEN_SCENARIOS, path: tile.path }],
        });
      case 'wellbeing':
        return this.plans.wellbeingBlock(context, tile, weekOn);
      case 'coverage':
        return this.plans.coverageBlock(context, tile, weekOn);
      default:
        return (
          (await this.measures.block(context, tile, range)) ??
          reportBlock({ id, width, title: same('–'), paragraphs: [{ text: GONE, path: null }] })
        );
    }
  }
}

const paragraphsOf = (text: string) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ text: same(line.trim()), path: null }));
