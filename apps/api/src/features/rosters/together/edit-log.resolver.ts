import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { ScheduleEdit, ScheduleUndo, type RememberedShift, type UndoStep } from './edit-log.graphql-types.js';
import type { LoggedEdit, LoggedShift } from './edit-log.repository.js';
import { EditLogService } from './edit-log.service.js';

@Resolver()
export class EditLogResolver {
  constructor(private readonly log: EditLogService) {}

  @Query(() => ScheduleUndo, { nullable: true, description: 'What you can undo and redo on a schedule.' })
  @RequirePermission('schedule.edit')
  async scheduleUndo(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
  ): Promise<ScheduleUndo | null> {
    const found = await this.log.undo(context, scheduleId);
    return found && { done: found.done.map(stepOf), undone: found.undone.map(stepOf), hasOlder: found.hasOlder };
  }

  @Query(() => [ScheduleEdit], { description: 'Edits of everybody, newest first.' })
  @RequirePermission('schedule.read')
  async scheduleEdits(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('beforeVersion', { type: () => Int, nullable: true }) beforeVersion: number | null,
  ): Promise<ScheduleEdit[]> {
    const edits = await this.log.history(context, scheduleId, { first, beforeVersion });
    return edits.map(({ authorId, agentIds, ...edit }) => ({
      ...edit,
      agentIds: [...agentIds],
      isOwn: authorId !== null && authorId === context.userId,
    }));
  }
}

function stepOf({ version, label, at, before, after }: LoggedEdit): UndoStep {
  return {
    version,
    label,
    at,
    changes: before.map((shift, i) => ({ before: rememberedOf(shift), after: rememberedOf(after[i] ?? null) })),
  };
}

function rememberedOf(shift: LoggedShift | null): RememberedShift | null {
  if (!shift) return null;
  const { id, agentId, startAt, endAt, templateId, activities } = shift;
  return {
    id,
    agentId,
    startAt,
    endAt,
    templateId,
    locked: shift.locked ?? false,
    activities: activities.map(({ activityTypeId, sessionId, ...span }) => ({
      activityTypeId,
      ...(sessionId !== undefined && { sessionId }),
      startAt: span.startAt,
      endAt: span.endAt,
    })),
  };
}
