import { Injectable } from '@nestjs/common';
import { rateCvOfBand, type RateCorrelation, type StaffingForecast } from '@yotei/scheduling/staffing';
import { addDays, daysBetween, gridEnd, intervalStart, localDateOf, type Grid, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { DemandViewService, LongRangeService, type QueueRecord } from '../../demand/index.js';
import { correlationOf, staffingForecastOf } from '../../staffing/index.js';
import type { BaseGap } from './base-gap.js';
import { forecastOnGrid } from './forecast-on-grid.js';
import {
  missingDates,
  runsOf,
  spreadOverDays,
  typicalWeekOf,
  type TypicalWeek,
  type WeekTotal,
} from './typical-week.js';

/** Weeks of the past whose shape the far future takes. */
const SHAPE_WEEKS = 8;

export interface QueueDemandOfBase {
  readonly forecast: StaffingForecast;
  readonly correlation: RateCorrelation | undefined;
  readonly gaps: readonly BaseGap[];
}

interface OwnDays {
  readonly fromOn: LocalDate;
  readonly days: number;
}

/** What is expected of a queue over a grid: the forecast with its edits, beyond it the long-range forecast. */
@Injectable()
export class BaseDemandService {
  constructor(
    private readonly demand: DemandViewService,
    private readonly longRange: LongRangeService,
  ) {}

  /** Null forecast: nothing at all is known of these days. */
  async of(
    context: RequestContext,
    queue: QueueRecord,
    grid: Grid,
  ): Promise<QueueDemandOfBase | { readonly forecast: null; readonly gaps: readonly BaseGap[] }> {
    const own = daysTouching(grid, queue.zone);
    const edited = await this.demand.editedForecast(context, queue, own);
    const known = new Set(edited?.days.map(({ onDate }) => onDate));
    const missing = missingDates(own, known);
    const near = edited && forecastOnGrid(staffingForecastOf(edited), grid);
    const far = missing.length > 0 ? await this.far(context, queue, { own, grid }) : null;
    const gaps = this.gapsOf(queue, missing, far?.missing ?? missing);
    const forecast = near && far ? filled(near, far.forecast, new Set(missing)) : (near ?? far?.forecast ?? null);
    if (!forecast) return { forecast: null, gaps };
    return {
      forecast,
      gaps,
      correlation: edited ? correlationOf(edited) : undefined,
    };
  }

  private gapsOf(queue: QueueRecord, missing: readonly LocalDate[], unknown: readonly LocalDate[]): BaseGap[] {
    const without = new Set(unknown);
    const gap = (kind: BaseGap['kind'], dates: readonly LocalDate[]) =>
      runsOf(dates).map((run): BaseGap => ({ kind, queueId: queue.id, ...run }));
    return [
      ...gap(
        'long-range',
        missing.filter((on) => !without.has(on)),
      ),
      ...gap('no-forecast', unknown),
    ];
  }

  /** The weeks of the long-range forecast in the shape of the last weeks of history; null without either. */
  private async far(context: RequestContext, queue: QueueRecord, { own, grid }: { own: OwnDays; grid: Grid }) {
    const newest = (await this.longRange.picture(context, queue.id))?.newest;
    if (!newest) return null;
    const shape = await this.shape(context, queue);
    if (!shape) return null;
    const { version, series } = newest;
    const totalOf = (mondayOn: LocalDate): WeekTotal | null => {
      const week = daysBetween(version.fromOn, mondayOn) / 7;
      const contacts = series.contacts[week];
      if (contacts === undefined) return null;
      const band = { p05: series.p05[week], p10: series.p10[week], p90: series.p90[week], p95: series.p95[week] };
      const handleSeconds = series.handleSeconds[week] ?? queue.defaultHandleSeconds;
      return { contacts, handleSeconds, rateCv: rateCvOfBand(contacts, band) };
    };
    const { missing, ...spread } = spreadOverDays(shape, { ...own, zone: queue.zone }, totalOf);
    return { missing, forecast: forecastOnGrid(spread, grid) };
  }

  private async shape(context: RequestContext, queue: QueueRecord): Promise<TypicalWeek | null> {
    const history = await this.demand.historySpan(context, queue);
    if (!history) return null;
    const days = Math.min(history.days, SHAPE_WEEKS * 7);
    const fromOn = addDays(history.fromOn, history.days - days);
    const view = await this.demand.view(context, { queueId: queue.id, fromOn, days });
    return view && typicalWeekOf({ ...view.actual, zone: queue.zone });
  }
}

/** Local days of a zone that lie in the grid, wholly or in part. */
function daysTouching(grid: Grid, zone: string): OwnDays {
  const fromOn = localDateOf(grid.startAt, zone);
  return { fromOn, days: daysBetween(fromOn, localDateOf(gridEnd(grid) - 1, zone)) + 1 };
}

/** The near forecast with the far one on the dates that it does not know. */
function filled(near: StaffingForecast, far: StaffingForecast, dates: ReadonlySet<LocalDate>): StaffingForecast {
  const { grid, zone } = near;
  const isFar = Array.from({ length: grid.count }, (_, i) => dates.has(localDateOf(intervalStart(grid, i), zone)));
  const pick = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    Float64Array.from(isFar, (useFar, i) => (useFar ? b[i]! : a[i]!));
  return {
    ...near,
    contacts: pick(near.contacts, far.contacts),
    averageHandleSeconds: pick(near.averageHandleSeconds, far.averageHandleSeconds),
    rateCv: pick(near.rateCv as ArrayLike<number>, far.rateCv as ArrayLike<number>),
  };
}
