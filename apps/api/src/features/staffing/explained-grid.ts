import { requirementEffects, tellingChanges, type ExplainGridIntervalInput } from '@yotei/scheduling/staffing';
import { daysBetween, localDateOf, weekStartOf, type Instant, type ZoneId } from '@yotei/time';
import type { RequirementDay, StoredSummary } from './requirements.repository.js';
import type { RequirementQueueInput } from './stored-plan.js';

const numbers = (values: readonly (number | null)[] | null, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, index) => values?.[index] ?? Number.NaN);

function joined(days: readonly RequirementDay[], of: (day: RequirementDay) => readonly (number | null)[] | null) {
  return days.flatMap((day) => [...numbers(of(day), day.contacts.length)]);
}

/**
 * Of a queue whose work can wait, asked of the days of one requirement anew: what its agents would give with more or
 * fewer at all open hours, and how sure they are. The days are in order and without a gap.
 */
export function explainedGrid(
  { plan, correlation }: RequirementQueueInput,
  days: readonly RequirementDay[],
  at: { readonly startAt: Instant; readonly zone: ZoneId; readonly weeks: readonly StoredSummary[] },
): Pick<ExplainGridIntervalInput, 'effects' | 'chances' | 'week'> {
  const first = days[0];
  const on = localDateOf(at.startAt, at.zone);
  const own = days.find(({ onDate }) => onDate === on);
  if (!first || !own) return {};
  const contacts = joined(days, (day) => day.contacts);
  const rateCv = joined(days, (day) => day.rateCv);
  const agents = joined(days, (day) => day.requiredAgents);
  const forecast = {
    grid: { startAt: first.startAt, stepMinutes: first.stepMinutes, count: contacts.length },
    zone: at.zone,
    contacts,
    averageHandleSeconds: joined(days, (day) => day.handleSeconds),
    rateCv,
  };
  const peak = agents.reduce((most, count) => Math.max(most, count || 0), 0);
  const week = Math.floor(daysBetween(weekStartOf(first.onDate), on) / 7);
  const place = Math.floor((at.startAt - own.startAt) / (own.stepMinutes * 60_000));
  return {
    effects: requirementEffects(plan, forecast, { mores: tellingChanges(peak), options: { correlation } }),
    chances: {
      interval: own.chanceToMeet?.[place] ?? Number.NaN,
      day: own.summary?.chanceToMeet ?? Number.NaN,
      week: at.weeks[week]?.chanceToMeet ?? Number.NaN,
    },
    week,
  };
}
