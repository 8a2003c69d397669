import { Injectable } from '@nestjs/common';
import { replaceBreaks, shortHourPrice } from '@yotei/scheduling/optimiser';
import type { RosterProblem } from '@yotei/scheduling/roster';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { EditShiftsService, type EditOutcome } from './edit-shifts.service.js';
import { rosterShiftOf } from './roster-problem.mapper.js';
import { PlanningService } from './planning.service.js';
import { ScheduleRepository } from './schedules.repository.js';
import { ShiftRepository, type StoredShift } from './shifts.repository.js';

export interface BreakOrder {
  readonly scheduleId: string;
  /** Breaks that begin earlier stay. */
  readonly fromAt: Instant;
  readonly untilAt?: Instant | null;
}

/** Where breaks would lie better, and what that gains; nothing is changed yet. */
export interface BreakProposal {
  /** Shifts with breaks at another place, as they would be. */
  readonly shifts: readonly StoredShift[];
  readonly searchedShifts: number;
  readonly staffingBefore: number;
  readonly staffingAfter: number;
  /** The gain in hours of one agent short. */
  readonly savedHours: number;
}

export type PlacedBreaks =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'placed'; readonly proposal: BreakProposal; readonly outcome: EditOutcome | null };

/** Places the breaks of a schedule again, shifts as they are. */
@Injectable()
export class BreakPlacementService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly planning: PlanningService,
    private readonly edits: EditShiftsService,
  ) {}

  /** Null: no such schedule. */
  async propose(context: RequestContext, order: BreakOrder): Promise<BreakProposal | null> {
    return this.database.withTenant(context, async () => {
      const schedule = await this.schedules.byId(context, order.scheduleId);
      if (!schedule) return null;
      const current = await this.shifts.ofSchedule(context, schedule.id);
      const { problem } = await this.planning.planning(context, schedule);
      return proposalOf(problem, current, order);
    });
  }

  /** Places them as one edit, so that one undo takes it back; no edit where nothing would move. */
  async place(context: RequestContext, order: BreakOrder & { readonly label: string }): Promise<PlacedBreaks> {
    const proposal = await this.propose(context, order);
    if (!proposal) return { kind: 'not-found' };
    if (proposal.shifts.length === 0) return { kind: 'placed', proposal, outcome: null };
    const outcome = await this.edits.edit(context, {
      scheduleId: order.scheduleId,
      label: order.label,
      edits: proposal.shifts.map(({ id, version, ...shift }) => ({ ...shift, shiftId: id, expectedVersion: version })),
    });
    return { kind: 'placed', proposal, outcome };
  }
}

function proposalOf(problem: RosterProblem, current: readonly StoredShift[], order: BreakOrder): BreakProposal {
  const answer = replaceBreaks(
    problem,
    { shifts: current.map(rosterShiftOf) },
    { fromAt: order.fromAt, untilAt: order.untilAt ?? undefined },
  );
  const { staffingBefore, staffingAfter, searchedShifts, moved } = answer;
  const placeOf = (agentId: string, startAt: Instant) => `${agentId} ${startAt}`;
  const movedPlaces = new Set(moved.map(({ agentId, shiftStartAt }) => placeOf(agentId, shiftStartAt)));
  const shifts = current.flatMap((shift, i) =>
    movedPlaces.has(placeOf(shift.agentId, shift.startAt))
      ? [{ ...shift, activities: answer.roster.shifts[i]!.activities }]
      : [],
  );
  const savedHours = (staffingBefore - staffingAfter) / shortHourPrice(problem);
  return { shifts, searchedShifts, staffingBefore, staffingAfter, savedHours };
}
