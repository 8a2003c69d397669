import { breachMessage, findRule, findTeamRule, type Breach as RuleBreach } from '@yotei/scheduling/rules';
import type { Activity as RosterActivity } from '@yotei/scheduling/roster';
import type { JsonValue } from '../../platform/jobs/job-definition.js';
import { RuleLevel } from '../organisation/index.js';
import type { TimeOffRecord } from './absences.repository.js';
import type { PackedShifts, PackedTimeOff, ScheduleBoard, ScheduleInfo } from './board.graphql-types.js';
import { ScheduleState } from './board.graphql-types.js';
import type { Board } from './board.service.js';
import type { PackedShiftRows } from './packed-shifts.js';
import type { PublishCard } from './publish.service.js';
import type { Activity, Breach, PublishPreview, Shift } from './schedules.graphql-types.js';
import type { ScheduleRecord } from './schedules.repository.js';
import type { StoredShift } from './shifts.repository.js';

export function scheduleOf(record: ScheduleRecord): ScheduleInfo {
  const { state, ...rest } = record;
  return { ...rest, state: state as ScheduleState };
}

export function timeOffOf({ agentId, startAt, endAt, paidMinutes, reason }: TimeOffRecord): PackedTimeOff {
  return { agentId, startAt, endAt, paidMinutes, reason };
}

export const packedOf = (rows: PackedShiftRows): PackedShifts => rows as unknown as PackedShifts;

/** The requirement is a field of its own, asked for only where it is shown. */
export function boardOf(board: Board): Omit<ScheduleBoard, 'requirement'> {
  return {
    schedule: scheduleOf(board.schedule),
    startAt: board.startAt,
    endAt: board.endAt,
    slotMinutes: board.slotMinutes,
    agents: [...board.agents],
    shifts: packedOf(board.shifts),
    history: packedOf(board.history),
    historyFromAt: board.historyFromAt,
    timeOff: board.timeOff.map(timeOffOf),
  };
}

export function activityOf({ activityTypeId, startAt, endAt, sessionId }: RosterActivity): Activity {
  return { activityTypeId, startAt, endAt, ...(sessionId !== undefined && { sessionId }) };
}

export function shiftOf(shift: StoredShift): Shift {
  return {
    id: shift.id,
    version: shift.version,
    agentId: shift.agentId,
    startAt: shift.startAt,
    endAt: shift.endAt,
    templateId: shift.templateId ?? null,
    locked: shift.locked ?? false,
    handEdited: shift.handEdited,
    agreedForm: shift.agreedForm ?? false,
    activities: shift.activities.map(activityOf),
  };
}

export function breachOf(breach: RuleBreach): Breach {
  const rule = findRule(breach.ruleId) ?? findTeamRule(breach.ruleId);
  return {
    ruleId: breach.ruleId,
    level: breach.level === 'must' ? RuleLevel.MUST : RuleLevel.PREFER,
    agentId: breach.agentId,
    at: breach.at,
    amount: breach.amount,
    amountUnit: rule?.amountUnit ?? 'count',
    source: breach.source,
    values: { ...breach.values } as JsonValue,
    title: rule ? { ...rule.title } : { en: breach.ruleId, ja: breach.ruleId },
    message: { en: breachMessage(breach, 'en'), ja: breachMessage(breach, 'ja') },
  };
}

export function publishPreviewOf(card: PublishCard): PublishPreview {
  const { schedule, mustBreaches, preferBreaches, cost, people, ...figures } = card;
  return {
    cost: cost.total,
    wishCost: cost.preferences,
    fairnessCost: cost.fairness,
    wellbeingCost: cost.wellbeing,
    people: people.map(({ shifts, ...one }) => ({ ...one, shifts: [...shifts] })),
    schedule: scheduleOf(schedule),
    mustBreaches: mustBreaches.map(breachOf),
    preferBreaches: preferBreaches.map(breachOf),
    ...figures,
  };
}
