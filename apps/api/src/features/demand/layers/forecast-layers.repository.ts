import { Injectable } from '@nestjs/common';
import type { DemandLayer, InstantRange, LayerChange, LayerPattern } from '@yotei/forecast/edits';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

/** A layer as kept, with who made it and whether it counts. */
export type StoredLayer = DemandLayer & {
  readonly id: string;
  readonly queueId: string;
  readonly reason: string;
  readonly author: string;
  readonly authorId: string;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  /** Taken back; a redo brings it to life again. */
  readonly undone: boolean;
  /** Switched off for the time being; still in its place. */
  readonly off: boolean;
  /** Counts up with every change of this layer. */
  readonly version: number;
  /** Counts up with every change of any layer of the queue. */
  readonly revision: number;
};

/** Whether a layer changes the forecast. */
export const counts = ({ undone, off }: Pick<StoredLayer, 'undone' | 'off'>): boolean => !undone && !off;

export type NewLayer = DemandLayer & {
  readonly forecastId: string;
  readonly queueId: string;
  readonly reason: string;
  readonly authorId: string;
};

export interface LayerUpdate {
  readonly undone?: boolean | null;
  readonly off?: boolean | null;
  readonly reason?: string | null;
}

type Row = Omit<StoredLayer, 'operation' | 'value' | 'values' | 'pattern'> & {
  operation: DemandLayer['operation'];
  value: number | null;
  values: (number | null)[] | null;
  pattern: LayerPattern | null;
};

const LAYERS = `
select e.id, e.queue_id as "queueId", e.measure, e.operation, e.value, e.interval_values as values, e.step_minutes as "stepMinutes",
  case when e.weekdays is not null then json_build_object('weekdays', e.weekdays, 'fromMinute', e.from_minute, 'untilMinute', e.until_minute) end as pattern,
  e.start_at as "startAt", e.end_at as "endAt", e.reason, coalesce(u.display_name, '') as author, e.author_id as "authorId",
  e.created_at as "createdAt", e.changed_at as "changedAt", e.undone_at is not null as undone, e.switched_off_at is not null as off,
  e.version, e.revision
from forecast_edits e left join users u on u.id = e.author_id`;

const NEXT_REVISION = `(select coalesce(max(other.revision), 0) + 1 from forecast_edits other where other.queue_id = $2)`;

function layerOf({ value, values, operation, ...row }: Row): StoredLayer {
  const change: LayerChange =
    operation === 'values' ? { operation, values: values ?? [] } : { operation, value: value ?? 0 };
  return { ...row, ...change };
}

const iso = (at: Instant) => new Date(at).toISOString();

/** The planners' layers on a queue's forecasts. They belong to days, not to a version: a new forecast keeps them. */
@Injectable()
export class ForecastLayerRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Layers of a queue whose range touches the one given, oldest first, those that do not count included. */
  async touching(context: RequestContext, queueId: string, range: InstantRange): Promise<StoredLayer[]> {
    const rows = await this.database.read<Row>(
      context,
      `${LAYERS} where e.queue_id = $1 and e.start_at < $3::timestamptz and e.end_at > $2::timestamptz order by e.id`,
      [queueId, iso(range.startAt), iso(range.endAt)],
    );
    return rows.map(layerOf);
  }

  /** The layers of these ids, oldest first; unknown ids are left out. */
  async byIds(context: RequestContext, ids: readonly string[]): Promise<StoredLayer[]> {
    const rows = await this.database.read<Row>(context, `${LAYERS} where e.id = any($1::uuid[]) order by e.id`, [ids]);
    return rows.map(layerOf);
  }

  /** The newest revision of a queue's layers; 0 when it never had one. */
  async revision(context: RequestContext, queueId: string): Promise<number> {
    const [row] = await this.database.read<{ revision: number }>(
      context,
      `select coalesce(max(revision), 0)::integer as revision from forecast_edits where queue_id = $1`,
      [queueId],
    );
    return row!.revision;
  }

  /** Until the transaction ends nobody else changes the queue's layers. */
  async lock(tx: EntityManager, queueId: string): Promise<void> {
    await tx.query('select 1 from queues where id = $1 for no key update', [queueId]);
  }

  async insert(tx: EntityManager, layer: NewLayer): Promise<string> {
    const { pattern, operation } = layer;
    const [{ id }] = await tx.query(
      `insert into forecast_edits (organisation_id, forecast_id, queue_id, start_at, end_at, measure, operation, value, interval_values,
         step_minutes, weekdays, from_minute, until_minute, reason, author_id, revision)
       values (app_organisation_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, ${NEXT_REVISION}) returning id`,
      [
        layer.forecastId,
        layer.queueId,
        iso(layer.startAt),
        iso(layer.endAt),
        layer.measure,
        operation,
        operation === 'values' ? null : layer.value,
        operation === 'values' ? layer.values : null,
        layer.stepMinutes ?? null,
        pattern?.weekdays ?? null,
        pattern?.fromMinute ?? null,
        pattern?.untilMinute ?? null,
        layer.reason,
        layer.authorId,
      ],
    );
    return id;
  }

  /** Changes what is given and leaves the rest. Undoing or switching off twice keeps the first time. */
  async update(
    tx: EntityManager,
    { ids, queueId, userId }: { ids: readonly string[]; queueId: string; userId: string | null },
    { undone, off, reason }: LayerUpdate,
  ): Promise<void> {
    await tx.query(
      `update forecast_edits set
         undone_at = case $3::boolean when true then coalesce(undone_at, now()) when false then null else undone_at end,
         undone_by = case $3::boolean when true then coalesce(undone_by, $6::uuid) when false then null else undone_by end,
         switched_off_at = case $4::boolean when true then coalesce(switched_off_at, now()) when false then null else switched_off_at end,
         reason = coalesce($5::text, reason), changed_at = now(), changed_by = $6::uuid, version = version + 1, revision = ${NEXT_REVISION}
       where id = any($1::uuid[])`,
      [ids, queueId, undone ?? null, off ?? null, reason ?? null, userId],
    );
  }
}
