import { requirementOf, type StaffingPlan } from '@yotei/scheduling/staffing';
import { agentHoursOf } from './requirement-hours.js';
import type { QueueRequirement } from './requirement.model.js';

export interface WeekEffect {
  /** Agent-hours to roster over the loaded week. */
  readonly rosterHours: number;
  /** Intervals with contacts that get no answer. */
  readonly unanswered: number;
}

const numbers = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? Number.NaN);

/** What the loaded week would take by another plan: the same function on the same figures as on the server. */
export function weekByPlan(week: QueueRequirement, plan: StaffingPlan): WeekEffect {
  const { contacts, averageHandleSeconds, rateCv, notes, stepMinutes } = week;
  const series = requirementOf(plan, {
    grid: { startAt: Date.parse(week.startAt), stepMinutes, count: contacts.length },
    zone: week.queue.zone,
    contacts: numbers(contacts),
    averageHandleSeconds: numbers(averageHandleSeconds),
    rateCv: numbers(rateCv),
    openMask: notes.map((note) => note !== 'closed'),
  });
  return {
    rosterHours: agentHoursOf(series.agentsToRoster, stepMinutes),
    unanswered: series.notes.filter((note) => note !== '' && note !== 'closed').length,
  };
}
