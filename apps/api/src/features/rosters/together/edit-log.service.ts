import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { ScheduleRepository } from '../schedules.repository.js';
import { EditLogRepository, type HistoryEdit, type LoggedEdit } from './edit-log.repository.js';
import { undoStackOf } from './undo-stack.js';

export interface UndoLog {
  readonly done: readonly LoggedEdit[];
  readonly undone: readonly LoggedEdit[];
  /** There are older steps than those listed. */
  readonly hasOlder: boolean;
}

/** Steps sent at once; a page that uses them up asks again. */
const MOST_STEPS = 100;
const MOST_HISTORY = 200;

/** Undo and history out of the edit log. */
@Injectable()
export class EditLogService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly log: EditLogRepository,
  ) {}

  /** What the person who asks can undo and redo, wherever the steps were made. Null when there is no such schedule. */
  async undo(context: RequestContext, scheduleId: string): Promise<UndoLog | null> {
    return this.database.withTenant(context, async () => {
      if (!(await this.schedules.byId(context, scheduleId))) return null;
      const stack = undoStackOf(await this.log.ownSteps(context, scheduleId));
      const wanted = [...stack.done.slice(-MOST_STEPS), ...stack.undone.slice(-MOST_STEPS)];
      const found = new Map((await this.log.own(context, scheduleId, wanted)).map((step) => [step.version, step]));
      const listed = (versions: readonly number[]) =>
        versions.flatMap((version) => found.get(version) ?? []).filter(isRemembered);
      return {
        done: listed(stack.done),
        undone: listed(stack.undone),
        hasOlder: stack.done.length > MOST_STEPS,
      };
    });
  }

  history(
    context: RequestContext,
    scheduleId: string,
    page: { readonly first: number; readonly beforeVersion: number | null },
  ): Promise<HistoryEdit[]> {
    return this.log.history(context, scheduleId, {
      ...page,
      first: Math.min(Math.max(1, page.first), MOST_HISTORY),
    });
  }
}

/** Steps written before the log knew the ids of new shifts cannot be walked. */
function isRemembered({ before, after }: LoggedEdit): boolean {
  return [...before, ...after].every((shift) => shift === null || typeof shift.id === 'string');
}
