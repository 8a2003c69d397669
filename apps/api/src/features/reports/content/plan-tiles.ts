import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { WellbeingService } from '../../wellbeing/index.js';
import { reportBlock, type ReportBlock, type ReportRow } from './report-content.js';
import { amountWords, dayWords, same } from './report-texts.js';
import type { Tile } from './tile.js';

const WELLBEING = { en: 'Wellbeing of the week', ja: '今週の負担' };
const BANDS = [
  { en: 'Fine', ja: '問題なし' },
  { en: 'Watch', ja: '注意' },
  { en: 'Strained', ja: '負担大' },
];
const COVERAGE = { en: 'Coverage of the week', ja: '今週の充足' };
const MASKED = { en: 'too few people to show', ja: '人数が少ないため非表示' };

interface CoverageDay {
  readonly on: LocalDate;
  readonly needed: number;
  readonly scheduled: number;
  readonly short: number;
  readonly over: number;
  readonly quarters: number;
  readonly near: number;
}

/** Agent hours by local day: what the requirement asks for and what is published, short and over apart. */
const COVERAGE_SQL = `
select local_date::text as "on", coalesce(sum(agents_to_roster), 0)::double precision / 4 as needed,
  sum(scheduled_agents)::double precision / 4 as scheduled,
  coalesce(sum(greatest(0, -staffing_gap)), 0)::double precision / 4 as short,
  coalesce(sum(greatest(0, staffing_gap)), 0)::double precision / 4 as over,
  count(*) filter (where agents_to_roster > 0)::integer as quarters,
  count(*) filter (where agents_to_roster > 0 and abs(staffing_gap) <= 0.05 * agents_to_roster)::integer as near
from reporting.requirement_scheduled where local_date >= $1::date and local_date < $1::date + 7 group by 1 order by 1`;

/** Tiles of the plan of this week: how it bears on people, and how it meets the requirement. */
@Injectable()
export class PlanTiles {
  constructor(
    private readonly wellbeing: WellbeingService,
    private readonly database: TenantDatabase,
  ) {}

  async wellbeingBlock(context: RequestContext, { id, width }: Tile, weekOn: LocalDate): Promise<ReportBlock> {
    const teams = await this.wellbeing.teams(context, weekOn);
    const path = `/wellbeing?week=${weekOn}`;
    const rows = teams.flatMap(({ teamName, bands }) =>
      bands
        .filter(({ people }) => people > 0)
        .map(({ title, band }): ReportRow => {
          const counts = band ? [band.fine, band.watch, band.strained] : [null, null, null];
          return {
            title: { en: `${teamName}: ${title.en}`, ja: `${teamName}: ${title.ja}` },
            path,
            cells: counts.map((value) => ({ value, text: value === null ? MASKED : same(`${value}`) })),
          };
        }),
    );
    const head = { en: 'Team and measure', ja: 'チームと指標' };
    return reportBlock({ id, width, title: WELLBEING, path, table: { head, columns: BANDS, rows } });
  }

  async coverageBlock(context: RequestContext, { id, width }: Tile, weekOn: LocalDate): Promise<ReportBlock> {
    const days = await this.database.read<CoverageDay>(context, COVERAGE_SQL, [weekOn]);
    const known = new Map(days.map((day) => [day.on, day]));
    const path = `/roster?week=${weekOn}`;
    const hours = (value: number) => ({ text: amountWords({ value: value * 3600, unit: 'seconds' }), value });
    const rows = Array.from({ length: 7 }, (_, i) => addDays(weekOn, i)).flatMap((on): ReportRow[] => {
      const day = known.get(on);
      if (!day || day.quarters === 0) return [];
      const near = { value: day.near / day.quarters, unit: 'fraction' } as const;
      const cells = [hours(day.needed), hours(day.scheduled), hours(day.short), hours(day.over)];
      return [{ title: dayWords(on), path, cells: [...cells, { text: amountWords(near), value: near.value }] }];
    });
    const columns = [
      { en: 'Needed', ja: '必要' },
      { en: 'Published', ja: '公開済み' },
      { en: 'Short', ja: '不足' },
      { en: 'Over', ja: '余剰' },
      { en: 'Within ±5%', ja: '±5%以内' },
    ];
    return reportBlock({ id, width, title: COVERAGE, path, table: { head: { en: 'Day', ja: '日' }, columns, rows } });
  }
}
