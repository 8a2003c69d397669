import { epochDay, HOUR_MILLIS, localDateOf, type Instant, type Interval } from '@yotei/time';
import type { RuleLevel, RuleParameters, Shift } from '../roster/index.js';
import type {
  AgentView,
  Breach,
  CannotJudge,
  RuleFindings,
  RuleParameterSpec,
  RuleTextSpec,
  WorkRule,
} from './work-rule.js';

/** The parameter's value as set (yes is 1, no 0), or its default. */
export function valueOf(spec: RuleParameterSpec, parameters: RuleParameters): number {
  const value = parameters[spec.key];
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'number' ? value : spec.default;
}

/** The text parameter as set, or empty. */
export function textOf(spec: RuleTextSpec, parameters: RuleParameters): string {
  const value = parameters[spec.key];
  return typeof value === 'string' ? value : '';
}

/** The rule's parameters with defaults for those not set. */
export function resolveParameters(
  rule: Pick<WorkRule, 'parameters' | 'texts'>,
  given: RuleParameters = {},
): RuleParameters {
  return Object.fromEntries([
    ...rule.parameters.map((spec) => [spec.key, valueOf(spec, given)] as const),
    ...(rule.texts ?? []).map((spec) => [spec.key, textOf(spec, given)] as const),
  ]);
}

/** Parts of a list separated by commas, without blanks around them; empty parts are none. */
export function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The two ids of each pair `first > second`; null for a part that is no pair. */
export function pairsOf(text: string): (readonly [string, string] | null)[] {
  return listOf(text).map((part) => {
    const [first, second, ...more] = part.split('>').map((id) => id.trim());
    return first && second && more.length === 0 ? [first, second] : null;
  });
}

/** The periods of `weeks` planning weeks from the first on (0: one over the whole horizon), each with its planned shifts. */
export function plannedPeriods(
  view: AgentView,
  weeks: number,
): { readonly span: Interval; readonly firstWeek: number; readonly untilWeek: number; readonly shifts: Shift[] }[] {
  const all = view.weekStartsAt.length - 1;
  const length = weeks === 0 ? all : weeks;
  const shifts = plannedShifts(view);
  return Array.from({ length: Math.ceil(all / length) }, (_, period) => {
    const firstWeek = period * length;
    const untilWeek = Math.min(all, firstWeek + length);
    const span = { startAt: view.weekStartsAt[firstWeek]!, endAt: view.weekStartsAt[untilWeek]! };
    const inside = shifts.filter((shift) => shift.startAt >= span.startAt && shift.startAt < span.endAt);
    return { span, firstWeek, untilWeek, shifts: inside };
  });
}

/** Days of a period of `weeks` weeks (0: the whole horizon) and after which days of the horizon the periods end, for a tracker. */
export function periodDaysOf(
  view: AgentView,
  weeks: number,
): { readonly days: number; readonly untilDays: readonly number[] } {
  const all = view.weekStartsAt.length - 1;
  const length = weeks === 0 ? all : weeks;
  const untilDays = Array.from({ length: Math.ceil(all / length) }, (_, period) => (period + 1) * length * 7);
  return { days: length * 7, untilDays };
}

export const noFindings: RuleFindings = { breaches: [], cannotJudge: [] };

/** Findings of a rule that always can judge. */
export function judged(breaches: readonly Breach[]): RuleFindings {
  return breaches.length === 0 ? noFindings : { breaches, cannotJudge: [] };
}

export interface Finding {
  readonly at: Instant;
  readonly span: Interval;
  /** Rounded up, so that the smallest fault still counts 1. */
  readonly amount: number;
  readonly values: Readonly<Record<string, number | string>>;
}

/** Completes a finding to a breach of the rule. */
export function breachOf(rule: WorkRule, view: AgentView, level: RuleLevel) {
  return ({ at, span, amount, values }: Finding): Breach => ({
    ruleId: rule.id,
    level,
    agentId: view.agent.id,
    at,
    span: { startAt: span.startAt, endAt: span.endAt },
    amount: Math.ceil(amount),
    values,
    source: rule.source,
  });
}

/** The rule's own answer when the history does not reach back to that instant. */
export function historyMissing(rule: WorkRule, view: AgentView, neededFromAt: Instant): CannotJudge {
  return { ruleId: rule.id, agentId: view.agent.id, reason: 'history-missing', neededFromAt };
}

/** Whether the history holds every shift that ends after `at`. */
export function isKnownSince(view: AgentView, at: Instant): boolean {
  return view.historyFromAt !== null && view.historyFromAt <= at;
}

/** Longest time a shift of the day before the horizon is taken to run into it. */
export const LONGEST_SPILL_MILLIS = 16 * HOUR_MILLIS;

/** Whether the shift starts on a day of the horizon: the plan's own, not history. */
export function isPlanned(view: AgentView, shift: Shift): boolean {
  return shift.startAt >= view.horizon.startAt && shift.startAt < view.horizon.endAt;
}

/** Shifts that start on a day of the horizon; a shift counts to the day on which it starts, also past midnight. */
export function plannedShifts(view: AgentView): Shift[] {
  return view.shifts.filter((shift) => isPlanned(view, shift));
}

/** Epoch day, in the agent's zone, to which a shift counts. */
export function dayOf(view: AgentView, shift: Shift): number {
  return epochDay(localDateOf(shift.startAt, view.agent.zone));
}

/** Epoch day of the first day of the horizon. */
export function firstDayOf(view: AgentView): number {
  return epochDay(localDateOf(view.horizon.startAt, view.agent.zone));
}

/** The shifts of each planning week, with the week's span. */
export function plannedWeeks(
  view: AgentView,
): { readonly span: Interval; readonly week: number; readonly shifts: Shift[] }[] {
  const shifts = plannedShifts(view);
  return view.weekStartsAt.slice(0, -1).map((startAt, week) => {
    const span = { startAt, endAt: view.weekStartsAt[week + 1]! };
    return {
      span,
      week,
      shifts: shifts.filter((shift) => shift.startAt >= span.startAt && shift.startAt < span.endAt),
    };
  });
}

/** Shifts by the day to which they count, days ascending. */
export function shiftsByDay(view: AgentView, shifts: readonly Shift[]): Map<number, Shift[]> {
  const days = new Map<number, Shift[]>();
  for (const shift of shifts) {
    const day = dayOf(view, shift);
    const onDay = days.get(day);
    if (onDay) onDay.push(shift);
    else days.set(day, [shift]);
  }
  return days;
}
