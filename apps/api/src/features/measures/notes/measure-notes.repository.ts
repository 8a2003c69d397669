import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

/** What a measure is to come to, from a date until the next target of the same measure and queue. */
export interface TargetRecord {
  readonly id: string;
  readonly measure: string;
  /** Null: of all queues together, and of each that has none of its own. */
  readonly queueId: string | null;
  readonly fromOn: LocalDate;
  readonly direction: 'at-least' | 'at-most';
  readonly value: number;
  readonly version: number;
}

/** What happened on a date, told by somebody. */
export interface AnnotationRecord {
  readonly id: string;
  readonly on: LocalDate;
  readonly queueId: string | null;
  readonly text: string;
  readonly author: string | null;
  readonly createdAt: Instant;
  readonly version: number;
}

type Versioned = { readonly id: string; readonly version: number };

const TARGET = `id, measure, queue_id as "queueId", from_on::text as "fromOn", direction, value, version`;
const ANNOTATION = `a.id, a.on_date::text as on, a.queue_id as "queueId", a.text, u.display_name as author, a.created_at as "createdAt", a.version`;

@Injectable()
export class MeasureNotesRepository {
  constructor(private readonly database: TenantDatabase) {}

  targets(context: RequestContext): Promise<TargetRecord[]> {
    return this.database.read<TargetRecord>(
      context,
      `select ${TARGET} from measure_targets order by measure, queue_id nulls first, from_on`,
    );
  }

  /** Two on one day are one: the one set last. */
  async putTarget(context: RequestContext, target: Omit<TargetRecord, 'id' | 'version'>): Promise<TargetRecord> {
    const { measure, queueId, fromOn, direction, value } = target;
    const [row] = await this.database.read<TargetRecord>(
      context,
      `insert into measure_targets (organisation_id, measure, queue_id, from_on, direction, value, author_id)
       values (app_organisation_id(), $1, $2, $3, $4, $5, $6)
       on conflict (organisation_id, measure, queue_id, from_on) do update
       set direction = excluded.direction, value = excluded.value, author_id = excluded.author_id, version = measure_targets.version + 1
       returning ${TARGET}`,
      [measure, queueId, fromOn, direction, value, context.userId],
    );
    return row!;
  }

  async deleteTarget(context: RequestContext, { id, version }: Versioned): Promise<boolean> {
    const rows = await this.database.read(
      context,
      'delete from measure_targets where id = $1 and version = $2 returning id',
      [id, version],
    );
    return rows.length > 0;
  }

  annotations(context: RequestContext, range: { fromOn: LocalDate; untilOn: LocalDate }): Promise<AnnotationRecord[]> {
    return this.database.read<AnnotationRecord>(
      context,
      `select ${ANNOTATION} from measure_annotations a left join users u on u.id = a.author_id
       where a.on_date >= $1::date and a.on_date < $2::date order by a.on_date, a.id`,
      [range.fromOn, range.untilOn],
    );
  }

  async annotate(
    context: RequestContext,
    { on, queueId, text }: Pick<AnnotationRecord, 'on' | 'queueId' | 'text'>,
  ): Promise<AnnotationRecord> {
    const [row] = await this.database.read<AnnotationRecord>(
      context,
      `with a as (insert into measure_annotations (organisation_id, on_date, queue_id, text, author_id)
         values (app_organisation_id(), $1, $2, $3, $4) returning *)
       select ${ANNOTATION} from a left join users u on u.id = a.author_id`,
      [on, queueId, text, context.userId],
    );
    return row!;
  }

  async deleteAnnotation(context: RequestContext, { id, version }: Versioned): Promise<boolean> {
    const rows = await this.database.read(
      context,
      'delete from measure_annotations where id = $1 and version = $2 returning id',
      [id, version],
    );
    return rows.length > 0;
  }
}
