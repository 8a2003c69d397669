import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

/** How the effect of an event is known: one for all of its kind, its own learned from past ones, or given. */
export type StoredEffect = 'by_kind' | 'learned' | 'given';

export interface CalendarEventRecord {
  readonly id: string;
  readonly kind: 'holiday' | 'closed' | 'campaign' | 'outage' | 'other';
  readonly title: string;
  readonly fromOn: LocalDate;
  /** Last day, included; the table keeps the first day after. */
  readonly untilOn: LocalDate;
  /** Null: all queues. */
  readonly queueIds: readonly string[] | null;
  /** Null: learned for campaigns and other events, by kind for holidays. */
  readonly effect?: StoredEffect | null;
  /** With `given`: −0.38 = 38 % fewer contacts. */
  readonly effectFraction?: number | null;
  /** The effect halves every so many days; null = flat. */
  readonly halfLifeDays?: number | null;
  readonly version?: number;
}

export type NewCalendarEvent = Omit<CalendarEventRecord, 'id' | 'version'>;

const COLUMNS = `id, kind, title, from_on as "fromOn", until_on - 1 as "untilOn", queue_ids as "queueIds", effect,
  effect_fraction as "effectFraction", half_life_days as "halfLifeDays", version`;

const valuesOf = (event: NewCalendarEvent) => [
  event.kind,
  event.title,
  event.fromOn,
  addDays(event.untilOn, 1),
  event.queueIds,
  event.effect ?? null,
  event.effectFraction ?? null,
  event.halfLifeDays ?? null,
];

/** What the forecaster must know of: holidays, closed days, campaigns, outages. */
@Injectable()
export class CalendarEventRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Events that touch the days of the range, of the queue or of all queues. */
  async ofQueue(
    context: RequestContext,
    queueId: string,
    range: { fromOn: LocalDate; days: number },
  ): Promise<CalendarEventRecord[]> {
    return this.database.read<CalendarEventRecord>(
      context,
      `select ${COLUMNS} from calendar_events
       where (queue_ids is null or $1::uuid = any (queue_ids)) and from_on < $2::date + $3::integer and until_on > $2::date
       order by from_on, id`,
      [queueId, range.fromOn, range.days],
    );
  }

  /** Events of any of the queues or of all, that touch the days, both included. */
  async between(
    context: RequestContext,
    queueIds: readonly string[],
    range: { fromOn: LocalDate; untilOn: LocalDate },
  ): Promise<CalendarEventRecord[]> {
    return this.database.read<CalendarEventRecord>(
      context,
      `select ${COLUMNS} from calendar_events
       where (queue_ids is null or queue_ids && $1::uuid[]) and from_on <= $3::date and until_on > $2::date
       order by from_on, id`,
      [queueIds, range.fromOn, range.untilOn],
    );
  }

  async byId(context: RequestContext, id: string): Promise<CalendarEventRecord | null> {
    const [row] = await this.database.read<CalendarEventRecord>(
      context,
      `select ${COLUMNS} from calendar_events where id = $1`,
      [id],
    );
    return row ?? null;
  }

  async insert(context: RequestContext, event: NewCalendarEvent): Promise<CalendarEventRecord> {
    const [row] = await this.database.read<CalendarEventRecord>(
      context,
      `insert into calendar_events (organisation_id, kind, title, from_on, until_on, queue_ids, effect, effect_fraction, half_life_days)
       values (app_organisation_id(), $1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
      valuesOf(event),
    );
    return row!;
  }

  /** Null when there is none of that version any more. */
  async update(
    context: RequestContext,
    { id, version }: { id: string; version: number },
    event: NewCalendarEvent,
  ): Promise<CalendarEventRecord | null> {
    const [row] = await this.database.read<CalendarEventRecord>(
      context,
      `update calendar_events set kind = $1, title = $2, from_on = $3, until_on = $4, queue_ids = $5, effect = $6,
         effect_fraction = $7, half_life_days = $8, version = version + 1
       where id = $9 and version = $10 returning ${COLUMNS}`,
      [...valuesOf(event), id, version],
    );
    return row ?? null;
  }

  /** False when there is none of that version any more. */
  async delete(context: RequestContext, { id, version }: { id: string; version: number }): Promise<boolean> {
    const rows = await this.database.read(
      context,
      'delete from calendar_events where id = $1 and version = $2 returning id',
      [id, version],
    );
    return rows.length > 0;
  }
}
