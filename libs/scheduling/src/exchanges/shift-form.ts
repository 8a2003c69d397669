import { localDateOf, localMinuteOfDay, MINUTE_MILLIS, weekdayOf } from '@yotei/time';
import { judgeAgent } from '../evaluation/index.js';
import { indexProblem, type Agent, type RosterProblem, type Shift } from '../roster/index.js';

/** Rules about how the contract's templates want a shift to be. Law and hours are in none of them. */
const FORM_RULES = new Set([
  'allowed-template',
  'template-start-window',
  'activity-windows',
  'template-activity-lengths',
]);

/** Sum of what the must rules among `ruleIds` find wrong with the shift alone. */
export function mustAmount(problem: RosterProblem, shift: Shift, ruleIds: ReadonlySet<string>): number {
  return judgeAgent(problem, shift.agentId, [shift])
    .breaches.filter(({ ruleId, level }) => level === 'must' && ruleIds.has(ruleId))
    .reduce((sum, { amount }) => sum + amount, 0);
}

/**
 * The shift with the template it follows: one of the contract it meets in length, start and breaks, else the one it comes from
 * where that breaks no rule about templates by more than before; else none, its form being what the agents agreed on.
 */
export function withForm(problem: RosterProblem, shift: Shift, origin: Shift | null): Shift {
  const { agreedForm: _agreed, ...bare } = shift;
  const isUnmoved = origin?.startAt === shift.startAt && origin.endAt === shift.endAt;
  if (isUnmoved && origin.agreedForm) return { ...shift, agreedForm: true };
  const own = origin?.agentId === shift.agentId ? mustAmount(problem, origin, FORM_RULES) : 0;
  const agent = indexProblem(problem).agents.get(shift.agentId)!;
  const fitting = fittingTemplate(problem, agent, shift);
  const wanted = isUnmoved ? [origin.templateId, fitting] : [fitting, origin?.templateId];
  for (const templateId of wanted) {
    if (templateId === undefined) continue;
    const formed = { ...bare, templateId };
    if (mustAmount(problem, formed, FORM_RULES) <= own) return formed;
  }
  return { ...bare, templateId: undefined, agreedForm: true };
}

/** A template of the agent's contract whose length, start and activities the shift meets. */
function fittingTemplate(problem: RosterProblem, agent: Agent, shift: Shift): string | undefined {
  const { contracts, templates } = indexProblem(problem);
  const minute = localMinuteOfDay(shift.startAt, agent.zone);
  const weekday = weekdayOf(localDateOf(shift.startAt, agent.zone));
  return (contracts.get(agent.contractId)?.templateIds ?? []).find((id) => {
    const template = templates.get(id);
    if (!template || template.lengthMinutes !== (shift.endAt - shift.startAt) / MINUTE_MILLIS) return false;
    if (minute < template.earliestStartMinute || minute > template.latestStartMinute) return false;
    if (template.weekdays && !template.weekdays.includes(weekday)) return false;
    return template.activities.every((asked) =>
      shift.activities.some((one) => {
        const at = (one.startAt - shift.startAt) / MINUTE_MILLIS;
        return (
          one.activityTypeId === asked.activityTypeId &&
          (one.endAt - one.startAt) / MINUTE_MILLIS >= asked.lengthMinutes &&
          at >= asked.earliestStartMinutes &&
          at <= asked.latestStartMinutes
        );
      }),
    );
  });
}
