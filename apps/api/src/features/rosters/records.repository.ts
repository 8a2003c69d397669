import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';

export interface AuditRecord {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | null;
}

/** Who changed what: rows written in the transaction of the change itself. */
@Injectable()
export class RecordsRepository {
  async audit(tx: EntityManager, context: RequestContext, record: AuditRecord): Promise<void> {
    await tx.query(
      `insert into audit_entries (organisation_id, user_id, request_id, action, subject_kind, subject_id, before, after, reason)
       values (app_organisation_id(), $1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8)`,
      [
        context.userId,
        context.requestId,
        record.action,
        record.subjectKind,
        record.subjectId,
        json(record.before),
        json(record.after),
        record.reason ?? null,
      ],
    );
  }

  /** One gesture, one row, one undo step; `version` is that of the schedule after it. */
  async editStep(
    tx: EntityManager,
    context: RequestContext,
    step: {
      scheduleId: string;
      version: number;
      label: string;
      before: unknown;
      after: unknown;
      overrideReason: string | null;
      undoes?: number | null;
      redoes?: number | null;
    },
  ): Promise<void> {
    await tx.query(
      `insert into schedule_edits (organisation_id, schedule_id, version, label, before, after, author_id, override_reason, undoes, redoes)
       values (app_organisation_id(), $1, $2, $3, $4::jsonb, $5::jsonb, $6, $7, $8, $9)`,
      [
        step.scheduleId,
        step.version,
        step.label,
        json(step.before),
        json(step.after),
        context.userId,
        step.overrideReason,
        step.undoes ?? null,
        step.redoes ?? null,
      ],
    );
  }
}

const json = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));
