import { Injectable } from '@nestjs/common';
import { gridEnd, type Instant, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import type { Agent } from '../organisation/index.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { RequirementService, type RequirementPicture } from '../staffing/index.js';
import { AbsenceRepository, type TimeOffRecord } from './absences.repository.js';
import { packShifts, type PackedShiftRows } from './packed-shifts.js';
import { absencesFromAt, gridOf, PlanningHistory } from './planning.service.js';
import { ScheduleRepository, type ScheduleRecord } from './schedules.repository.js';
import { ShiftRepository } from './shifts.repository.js';
import { SLOT_MINUTES, withEmployment } from './roster-problem.mapper.js';

export interface Board {
  readonly schedule: ScheduleRecord;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly slotMinutes: number;
  readonly agents: readonly Agent[];
  readonly shifts: PackedShiftRows;
  readonly history: PackedShiftRows;
  readonly historyFromAt: Instant;
  readonly timeOff: readonly TimeOffRecord[];
}

/** What the indexes of a board point to: agents, templates, activity types. */
@Injectable()
export class BoardPlaces {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly people: AgentsService,
    private readonly requirements: RequirementService,
  ) {}

  async of(context: RequestContext, hereOn: LocalDate) {
    const agents = await this.people.all(context, { hereOn });
    const templates = await this.organisation.shiftTemplates(context);
    const types = await this.organisation.activityTypes(context);
    return {
      agents,
      contracts: agents.some(({ joinsOn, leftOn }) => joinsOn || leftOn)
        ? await this.organisation.contracts(context)
        : [],
      keys: {
        agentIds: agents.map(({ id }) => id),
        templateIds: templates.map(({ id }) => id),
        activityTypeIds: types.map(({ id }) => id),
      },
    };
  }

  /** The newest requirement cut to the board's instants. */
  async requirement(
    context: RequestContext,
    schedule: Pick<ScheduleRecord, 'zone' | 'weekStartOn' | 'weeks'>,
  ): Promise<RequirementPicture | null> {
    return this.requirements.pictureOn(context, gridOf(schedule), schedule.zone);
  }
}

/** Everything the planner's board needs, with one statement a kind of row. */
@Injectable()
export class BoardService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly history: PlanningHistory,
    private readonly absences: AbsenceRepository,
    private readonly places: BoardPlaces,
  ) {}

  async board(
    context: RequestContext,
    wanted: { id?: string | null; weekOf?: LocalDate | null },
  ): Promise<Board | null> {
    return this.database.withTenant(context, async () => {
      const schedule = wanted.id
        ? await this.schedules.byId(context, wanted.id)
        : wanted.weekOf
          ? await this.schedules.holding(context, wanted.weekOf)
          : null;
      if (!schedule) return null;
      const grid = gridOf(schedule);
      const { agents, contracts, keys } = await this.places.of(context, schedule.weekStartOn);
      const before = await this.history.span(context, schedule);
      const packed = await this.shifts.columns(context, schedule.id, {
        startAt: grid.startAt,
        activityTypeIds: keys.activityTypeIds,
      });
      const past = await this.shifts.publishedColumns(context, { ...before, activityTypeIds: keys.activityTypeIds });
      const timeOff = await this.absences.timeOff(context, { startAt: absencesFromAt(schedule), endAt: gridEnd(grid) });
      return {
        schedule,
        agents,
        timeOff: withEmployment({ agents, contracts, timeOff, startsOn: schedule.weekStartOn, weeks: schedule.weeks }),
        startAt: grid.startAt,
        endAt: gridEnd(grid),
        slotMinutes: SLOT_MINUTES,
        historyFromAt: before.completeFromAt,
        shifts: packShifts(packed.shifts, packed.activities, keys),
        history: packShifts(past.shifts, past.activities, keys),
      };
    });
  }
}
