import { Injectable } from '@nestjs/common';
import type { GrowthAssumption, YearlyTerms } from '@yotei/forecast';
import type { Instant, LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

/** A forecast by week as stored: arrays over the weeks ahead. */
export interface StoredLongRange {
  readonly yearlyTerms: YearlyTerms;
  readonly historyWeeks: number;
  readonly trainedUntilOn: LocalDate;
  readonly trendFirstYear: number;
  readonly borrowedDays: number;
  readonly contacts: readonly number[];
  readonly p05: readonly number[];
  readonly p10: readonly number[];
  readonly p90: readonly number[];
  readonly p95: readonly number[];
  readonly base: readonly number[];
  readonly trend: readonly number[];
  readonly season: readonly number[];
  readonly calendar: readonly number[];
  readonly growth: readonly number[];
  readonly handleSeconds: readonly (number | null)[];
  /** Weeks of the past, oldest first. */
  readonly pastOn: readonly LocalDate[];
  readonly pastContacts: readonly number[];
}

/** Key of the sum in the stored series. */
export const TOTAL = 'total';

export interface LongRangeVersion {
  readonly id: string;
  readonly version: number;
  readonly fromOn: LocalDate;
  readonly weeks: number;
  readonly trend: 'damped' | 'none';
  readonly createdAt: Instant;
  readonly createdBy: string | null;
}

export interface GrowthRecord {
  readonly id: string;
  readonly queueId: string | null;
  readonly assumption: GrowthAssumption;
  readonly reason: string;
  readonly author: string;
  readonly createdAt: Instant;
  readonly undone: boolean;
}

interface GrowthRow extends Omit<GrowthRecord, 'assumption'> {
  readonly kind: GrowthAssumption['kind'];
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
  readonly value: number;
  readonly rampWeeks: number | null;
}

const VERSION = `
select f.id, f.version, f.from_on as "fromOn", f.weeks, f.trend, f.created_at as "createdAt", u.display_name as "createdBy"`;
const GROWTH = `
select g.id, g.queue_id as "queueId", g.kind, g.from_on as "fromOn", g.until_on as "untilOn", g.value, g.ramp_weeks as "rampWeeks",
  g.reason, coalesce(u.display_name, '') as author, g.created_at as "createdAt", g.undone_at is not null as undone
from growth_assumptions g left join users u on u.id = g.author_id`;

/** Forecasts by week, immutable versions, and the growth planners expect. */
@Injectable()
export class LongRangeRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** The newest version that has the series, with it; null without any. */
  async newest(
    context: RequestContext,
    key: string,
  ): Promise<{ version: LongRangeVersion; series: StoredLongRange } | null> {
    const [row] = await this.database.read<LongRangeVersion & { series: StoredLongRange }>(
      context,
      `${VERSION}, f.series -> $1::text as series from long_range_forecasts f left join users u on u.id = f.created_by
       where f.series ? $1::text order by f.id desc limit 1`,
      [key],
    );
    if (!row) return null;
    const { series, ...version } = row;
    return { version, series };
  }

  /** The latest ten, newest first. */
  async versions(context: RequestContext): Promise<LongRangeVersion[]> {
    return this.database.read<LongRangeVersion>(
      context,
      `${VERSION} from long_range_forecasts f left join users u on u.id = f.created_by order by f.id desc limit 10`,
    );
  }

  async insert(
    tx: EntityManager,
    row: {
      readonly fromOn: LocalDate;
      readonly weeks: number;
      readonly trend: string;
      readonly series: Readonly<Record<string, StoredLongRange>>;
      readonly growth: unknown;
      readonly inputHash: string;
      readonly codeVersion: string;
      readonly seed: number;
      readonly jobId: string | null;
      readonly createdBy: string | null;
    },
  ): Promise<void> {
    await tx.query(
      `insert into long_range_forecasts (organisation_id, version, from_on, weeks, trend, series, growth, input_sha256, code_version, seed, job_id, created_by)
       select app_organisation_id(), coalesce(max(version), 0) + 1, $1::date, $2::smallint, $3::text, $4::jsonb, $5::jsonb, $6::text, $7::text, $8::integer, $9::uuid, $10::uuid
       from long_range_forecasts`,
      [
        row.fromOn,
        row.weeks,
        row.trend,
        JSON.stringify(row.series),
        JSON.stringify(row.growth),
        row.inputHash,
        row.codeVersion,
        row.seed,
        row.jobId,
        row.createdBy,
      ],
    );
  }

  /** Oldest first; the undone ones too. */
  async growth(context: RequestContext): Promise<GrowthRecord[]> {
    const rows = await this.database.read<GrowthRow>(context, `${GROWTH} order by g.from_on, g.id`);
    return rows.map(growthOfRow);
  }

  async insertGrowth(
    context: RequestContext,
    queueId: string | null,
    of: { readonly assumption: GrowthAssumption; readonly reason: string },
  ): Promise<string> {
    const { assumption, reason } = of;
    const isContacts = assumption.kind === 'weekly-contacts';
    const [row] = await this.database.read<{ id: string }>(
      context,
      `insert into growth_assumptions (organisation_id, queue_id, kind, from_on, until_on, value, ramp_weeks, reason, author_id)
       values (app_organisation_id(), $1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [
        queueId,
        assumption.kind,
        assumption.fromOn,
        assumption.untilOn ?? null,
        isContacts ? assumption.contacts : assumption.percent,
        isContacts ? (assumption.rampWeeks ?? null) : null,
        reason,
        context.userId,
      ],
    );
    return row!.id;
  }

  /** False when there is none. Undone rows stay and say who undid them; `undone` false brings one back. */
  async setGrowthUndone(context: RequestContext, id: string, undone: boolean): Promise<boolean> {
    const rows = await this.database.read(
      context,
      `update growth_assumptions set undone_at = case when $2 then coalesce(undone_at, now()) end,
         undone_by = case when $2 then coalesce(undone_by, $3::uuid) end where id = $1 returning id`,
      [id, undone, context.userId],
    );
    return rows.length > 0;
  }
}

function growthOfRow({ kind, fromOn, untilOn, value, rampWeeks, ...row }: GrowthRow): GrowthRecord {
  const span = untilOn === null ? { fromOn } : { fromOn, untilOn };
  const assumption: GrowthAssumption =
    kind === 'weekly-contacts'
      ? { kind, ...span, contacts: value, ...(rampWeeks === null ? {} : { rampWeeks }) }
      : { kind, ...span, percent: value };
  return { ...row, assumption };
}
