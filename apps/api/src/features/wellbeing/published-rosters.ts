import { Injectable } from '@nestjs/common';
import type { Agent } from '@yotei/scheduling/roster';
import type { Instant, LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import {
  EditLogRepository,
  ScheduleRepository,
  ShiftRepository,
  type MovedSpan,
  type ScheduleRecord,
  type StoredShift,
} from '../rosters/index.js';

/** When people heard of a week, and what moved after they had. */
export interface Told {
  /** By team; teams that have not heard are left out. */
  readonly publishedAt: ReadonlyMap<string, Instant>;
  readonly moved: readonly MovedSpan[];
}

/** Rosters as the people in them know them. */
@Injectable()
export class PublishedRosters {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly edits: EditLogRepository,
  ) {}

  holding(context: RequestContext, on: LocalDate): Promise<ScheduleRecord | null> {
    return this.schedules.holding(context, on);
  }

  async shiftsOf(context: RequestContext, schedule: ScheduleRecord): Promise<StoredShift[]> {
    return (await this.shifts.ofSchedule(context, schedule.id)).filter(({ published }) => published);
  }

  async toldOf(context: RequestContext, schedule: ScheduleRecord, agents: readonly Agent[]): Promise<Told> {
    const publishedAt = new Map<string, Instant>();
    for (const teamId of new Set(agents.map((agent) => agent.teamId ?? ''))) {
      const at = await this.schedules.publishedAtFor(context, schedule, teamId);
      if (at !== null) publishedAt.set(teamId, at);
    }
    const since = Math.min(...publishedAt.values(), schedule.updatedAt);
    return { publishedAt, moved: await this.edits.movedSpans(context, schedule.id, since) };
  }
}
