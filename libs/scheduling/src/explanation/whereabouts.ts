import { localDateOf, type Instant } from '@yotei/time';
import {
  creditedMinutesByWeek,
  indexProblem,
  isAvailableAt,
  type Agent,
  type RosterProblem,
  type Shift,
} from '../roster/index.js';
import { buildAgentView, type AgentView } from '../rules/index.js';

/** Where an agent is at an instant, seen from one queue; in the order in which a planner asks. */
export const WHEREABOUTS = [
  /** On contact work with the queue's skill; some of them serve another queue of theirs. */
  'contact',
  /** On contact work bound to another queue. */
  'other-queue',
  /** In an activity that is no contact work: lunch, break, training, … */
  'activity',
  'time-off',
  /** Working that day, at other hours. */
  'other-hours',
  /** Not available at that hour. */
  'unavailable',
  /** Off, and no day or no hours of the contract are left that week. */
  'contract-limit',
  /** Off, with a day and hours left. */
  'off',
  /** On contact work, without the queue's skill. */
  'wrong-skill',
] as const;

export type WhereaboutsKind = (typeof WHEREABOUTS)[number];

export interface Place {
  readonly kind: WhereaboutsKind;
  /** For `activity`: which one. */
  readonly activityTypeId?: string;
}

/** Where the agent is; null for an agent without the queue's skill who is not on contact work either. */
export function placeOf(
  problem: RosterProblem,
  agent: Agent,
  { shifts, queueId, at }: { readonly shifts: readonly Shift[]; readonly queueId: string; readonly at: Instant },
): Place | null {
  const { activityTypes, queueSkills } = indexProblem(problem);
  const activity = shifts.flatMap((shift) => shift.activities).find((one) => one.startAt <= at && at < one.endAt);
  const isOnContact = activity !== undefined && activityTypes.get(activity.activityTypeId)?.contactWork === true;
  if (!agent.skillIds.includes(queueSkills.get(queueId) ?? '')) return isOnContact ? { kind: 'wrong-skill' } : null;
  if (!activity) return placeOffShift(problem, agent, shifts, at);
  if (!isOnContact) return { kind: 'activity', activityTypeId: activity.activityTypeId };
  return { kind: activity.queueId === undefined || activity.queueId === queueId ? 'contact' : 'other-queue' };
}

function placeOffShift(problem: RosterProblem, agent: Agent, shifts: readonly Shift[], at: Instant): Place {
  const view = buildAgentView(problem, agent.id, shifts);
  if (view.timeOff.some((absence) => absence.startAt <= at && at < absence.endAt)) return { kind: 'time-off' };
  const on = localDateOf(at, agent.zone);
  if (shifts.some((shift) => localDateOf(shift.startAt, agent.zone) === on)) return { kind: 'other-hours' };
  if (!isAvailableAt(agent, at)) return { kind: 'unavailable' };
  return { kind: isAtContractLimit(view, at) ? 'contract-limit' : 'off' };
}

/** Whether one more shift, even the shortest of the contract, would exceed the days or hours of that week. */
function isAtContractLimit(view: AgentView, at: Instant): boolean {
  const week = view.weekStartsAt.findIndex((startAt, i) => startAt <= at && at < (view.weekStartsAt[i + 1] ?? startAt));
  if (week < 0) return false;
  const [from, until] = [view.weekStartsAt[week]!, view.weekStartsAt[week + 1]!];
  const own = view.shifts.filter((shift) => from <= shift.startAt && shift.startAt < until);
  const days = new Set(own.map((shift) => localDateOf(shift.startAt, view.agent.zone))).size;
  const credited = creditedMinutesByWeek(view.timeOff, view.weekStartsAt, view.agent.zone)[week]!;
  const left = view.contract.weeklyMinutesMax - credited - own.reduce((sum, shift) => sum + view.paidMinutes(shift), 0);
  return days >= view.contract.daysPerWeekMax || left < shortestPaidMinutes(view);
}

function shortestPaidMinutes(view: AgentView): number {
  const lengths = view.contract.templateIds.flatMap((id) => {
    const template = view.templates.get(id);
    if (!template) return [];
    const unpaid = template.activities.filter((part) => !view.activityTypes.get(part.activityTypeId)?.paid);
    return [template.lengthMinutes - unpaid.reduce((sum, part) => sum + part.lengthMinutes, 0)];
  });
  return Math.min(...lengths);
}
