import { elapsedMinutes, localDateOf, type Instant, type LocalDate } from '@yotei/time';
import type { RosterProblem, Shift } from '../roster/index.js';
import {
  breachMessage,
  buildAgentView,
  findRule,
  hoursOfWeeks,
  resolveParameters,
  type AgentView,
  type Breach,
  type WeekHours,
} from '../rules/index.js';
import type { BothLanguages, LawParameter } from './law-pack.js';

/** What the law says about a person's published weeks, parameter by parameter. */
export type LawVerdict = 'kept' | 'broken' | 'history-missing' | 'told';

export interface LawFinding {
  /** Local date of the moment shown. */
  readonly on: LocalDate;
  readonly at: Instant;
  readonly amount: number;
  readonly message: BothLanguages;
}

export interface LawLine {
  readonly parameter: LawParameter;
  /** `told`: a roster cannot tell, such as premiums; `history-missing`: nothing found, but earlier weeks are not known. */
  readonly verdict: LawVerdict;
  readonly findings: readonly LawFinding[];
}

/** Figures of one week of a person. Minutes are whole. */
export interface InspectedWeek extends WeekHours {
  readonly startsOn: LocalDate;
  /** Shortest time between two shifts of which the second starts in the week; null without such a pair. */
  readonly shortestRestMinutes: number | null;
}

export interface LawInspection {
  readonly agentId: string;
  readonly weeks: readonly InspectedWeek[];
  readonly lines: readonly LawLine[];
}

function findingsOf(view: AgentView, breaches: readonly Breach[]): LawFinding[] {
  return breaches.map((breach) => ({
    on: localDateOf(breach.at, view.agent.zone),
    at: breach.at,
    amount: breach.amount,
    message: { en: breachMessage(breach, 'en'), ja: breachMessage(breach, 'ja') },
  }));
}

/** Judges one person by parameters of the law, whatever rules the centre has; `hard` or not makes no difference here. */
export function judgeByLaw(view: AgentView, parameters: readonly LawParameter[]): LawLine[] {
  return parameters.map((parameter): LawLine => {
    const rule = parameter.rule && findRule(parameter.rule.ruleId);
    if (!rule) return { parameter, verdict: 'told', findings: [] };
    const { breaches, cannotJudge } = rule.evaluate(view, resolveParameters(rule, parameter.rule!.parameters), 'must');
    const verdict = breaches.length > 0 ? 'broken' : cannotJudge.length > 0 ? 'history-missing' : 'kept';
    return { parameter, verdict, findings: findingsOf(view, breaches) };
  });
}

function restsBefore(view: AgentView): Map<Shift, number> {
  const rests = new Map<Shift, number>();
  view.shifts.forEach((shift, i) => {
    const before = view.shifts[i - 1];
    if (before) rests.set(shift, Math.max(0, elapsedMinutes(before.endAt, shift.startAt)));
  });
  return rests;
}

function inspectedWeeks(view: AgentView): InspectedWeek[] {
  const rests = restsBefore(view);
  return hoursOfWeeks(view).map((week): InspectedWeek => {
    const own = week.shifts.flatMap((shift) => rests.get(shift) ?? []);
    return {
      ...week,
      startsOn: localDateOf(week.span.startAt, view.agent.zone),
      shortestRestMinutes: own.length === 0 ? null : Math.min(...own),
    };
  });
}

/**
 * "What would an inspector ask?": hours, overtime, nights, breaks, rests and days off by week, and every parameter of the
 * law with what breaks it. The problem's horizon is the period, `shifts` the person's published shifts in it.
 */
export function inspectAgent(
  problem: RosterProblem,
  of: { readonly agentId: string; readonly shifts: readonly Shift[]; readonly parameters: readonly LawParameter[] },
): LawInspection {
  const view = buildAgentView(problem, of.agentId, of.shifts);
  return { agentId: of.agentId, weeks: inspectedWeeks(view), lines: judgeByLaw(view, of.parameters) };
}
