import { Injectable } from '@nestjs/common';
import type { MonthlyRule } from '@yotei/forecast';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

export interface HolidayCalendarRecord {
  readonly siteId: string;
  readonly country: string;
  readonly state: string | null;
  readonly region: string | null;
  readonly version: number;
}

/** What a holiday is to a site: as in the past (closed where past ones were), closed, open, hours of its own, nothing. */
export type HolidayTreatmentId = 'as_before' | 'closed' | 'open' | 'own_hours' | 'ignored';

export interface HolidayChoiceRecord {
  /** The rule of the holiday, the same every year. */
  readonly key: string;
  readonly treatment: HolidayTreatmentId;
  /** Wall-clock minutes, with `own_hours`. */
  readonly fromMinute: number | null;
  readonly untilMinute: number | null;
  /** Names of the centre's own; null = those of the calendar. */
  readonly nameEn: string | null;
  readonly nameJa: string | null;
  readonly version: number;
}

export interface RecurringDayRecord {
  readonly id: string;
  readonly title: string;
  readonly rule: MonthlyRule;
  readonly lastsDays: number;
  /** Null = learned. */
  readonly effectFraction: number | null;
  readonly halfLifeDays: number | null;
  /** Null: all queues. */
  readonly queueIds: readonly string[] | null;
  readonly version: number;
}

type Versioned = { readonly id: string; readonly version: number };

const CALENDAR = 'site_id as "siteId", country, state, region, version';
const CHOICE = `holiday_key as key, treatment, from_minute as "fromMinute", until_minute as "untilMinute", name_en as "nameEn",
  name_ja as "nameJa", version`;
const RECURRING = `id, title, rule, lasts_days as "lastsDays", effect_fraction as "effectFraction", half_life_days as "halfLifeDays",
  queue_ids as "queueIds", version`;

/** Holiday calendars by site, what was chosen for each holiday, and the days that come every month. */
@Injectable()
export class SpecialDaysRepository {
  constructor(private readonly database: TenantDatabase) {}

  async calendar(context: RequestContext, siteId: string): Promise<HolidayCalendarRecord | null> {
    const [row] = await this.database.read<HolidayCalendarRecord>(
      context,
      `select ${CALENDAR} from holiday_calendars where site_id = $1`,
      [siteId],
    );
    return row ?? null;
  }

  /** False when it was changed since that version; version 0 = there was none. */
  async saveCalendar(context: RequestContext, calendar: HolidayCalendarRecord): Promise<boolean> {
    const { siteId, country, state, region, version } = calendar;
    const rows = await this.database.read(
      context,
      version === 0
        ? `insert into holiday_calendars (organisation_id, site_id, country, state, region)
           values (app_organisation_id(), $1, $2, $3, $4) on conflict do nothing returning site_id`
        : `update holiday_calendars set country = $2, state = $3, region = $4, version = version + 1
           where site_id = $1 and version = $5 returning site_id`,
      version === 0 ? [siteId, country, state, region] : [siteId, country, state, region, version],
    );
    return rows.length > 0;
  }

  async choices(context: RequestContext, siteId: string): Promise<HolidayChoiceRecord[]> {
    return this.database.read<HolidayChoiceRecord>(
      context,
      `select ${CHOICE} from holiday_choices where site_id = $1 order by holiday_key`,
      [siteId],
    );
  }

  /** False when it was changed since that version; version 0 = none was chosen. */
  async saveChoice(context: RequestContext, siteId: string, choice: HolidayChoiceRecord): Promise<boolean> {
    const { key, treatment, fromMinute, untilMinute, nameEn, nameJa, version } = choice;
    const values = [siteId, key, treatment, fromMinute, untilMinute, nameEn, nameJa];
    const rows = await this.database.read(
      context,
      version === 0
        ? `insert into holiday_choices (organisation_id, site_id, holiday_key, treatment, from_minute, until_minute, name_en, name_ja)
           values (app_organisation_id(), $1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning site_id`
        : `update holiday_choices set treatment = $3, from_minute = $4, until_minute = $5, name_en = $6, name_ja = $7,
             version = version + 1
           where site_id = $1 and holiday_key = $2 and version = $8 returning site_id`,
      version === 0 ? values : [...values, version],
    );
    return rows.length > 0;
  }

  async recurring(context: RequestContext): Promise<RecurringDayRecord[]> {
    return this.database.read<RecurringDayRecord>(
      context,
      `select ${RECURRING} from recurring_days order by title, id`,
    );
  }

  async insertRecurring(context: RequestContext, day: Omit<RecurringDayRecord, 'id' | 'version'>): Promise<void> {
    await this.database.read(
      context,
      `insert into recurring_days (organisation_id, title, rule, lasts_days, effect_fraction, half_life_days, queue_ids)
       values (app_organisation_id(), $1, $2, $3, $4, $5, $6) returning id`,
      recurringValues(day),
    );
  }

  /** False when there is none of that version any more. */
  async updateRecurring(
    context: RequestContext,
    { id, version }: Versioned,
    day: Omit<RecurringDayRecord, 'id' | 'version'>,
  ): Promise<boolean> {
    const rows = await this.database.read(
      context,
      `update recurring_days set title = $1, rule = $2, lasts_days = $3, effect_fraction = $4, half_life_days = $5, queue_ids = $6,
         version = version + 1
       where id = $7 and version = $8 returning id`,
      [...recurringValues(day), id, version],
    );
    return rows.length > 0;
  }

  /** False when there is none of that version any more. */
  async deleteRecurring(context: RequestContext, { id, version }: Versioned): Promise<boolean> {
    const rows = await this.database.read(
      context,
      'delete from recurring_days where id = $1 and version = $2 returning id',
      [id, version],
    );
    return rows.length > 0;
  }
}

const recurringValues = (day: Omit<RecurringDayRecord, 'id' | 'version'>) => [
  day.title,
  JSON.stringify(day.rule),
  day.lastsDays,
  day.effectFraction,
  day.halfLifeDays,
  day.queueIds,
];
