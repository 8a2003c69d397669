import {
  planModel,
  type LoadMethod,
  type PlanModel,
  type RecoveryTime,
  type ServiceGoal,
  type ServiceLevelVariant,
  type ShrinkageReason,
  type StaffedFor,
  type StaffingPlan,
} from '@yotei/scheduling/staffing';
import { whenOf, whenRowOf, type HoursRow, type WhenRow } from './when-row.js';
import type { StaffingPlanFieldsFragment, StaffingPlanInput } from '../../graphql/generated/graphql.js';

/** A cause of shrinkage as its row in the form. Fields left empty are NaN; a whole day has no times. */
export interface ReasonRow extends WhenRow {
  /** For React alone. */
  readonly key: number;
  readonly id: string;
  readonly percent: number;
  readonly planned: boolean;
}

/** The settings as the form holds them: percent and NaN for empty, where the plan has fractions and nothing. */
export interface SettingsForm {
  readonly modelId: string;
  readonly serviceLevel: number;
  readonly within: number;
  readonly variant: ServiceLevelVariant;
  readonly asa: number;
  readonly occupancy: number;
  readonly abandonment: number;
  readonly blocking: number;
  readonly hours: number;
  readonly hoursShare: number;
  readonly clock: 'business' | 'elapsed';
  readonly patience: number;
  readonly concurrency: number;
  readonly slowdown: number;
  readonly lines: number;
  readonly redial: number;
  readonly loadMethod: LoadMethod;
  readonly staffedFor: StaffedFor['kind'];
  readonly chance: number;
  readonly reasons: readonly ReasonRow[];
  /** When the contacts are worked on; empty = whenever the forecast knows contacts. */
  readonly worked: readonly HoursRow[];
  /** Said of the queue itself, and carried along so that effects are told with it. */
  readonly recovery: RecoveryTime | null;
}

const DEFAULT_CHANCE_PERCENT = 80;

/** 7 and not 7.000000000000001. */
const tidy = (value: number): number => Number(value.toPrecision(12));
const toField = (value: number | null | undefined): number => value ?? Number.NaN;
const toPercent = (fraction: number | null | undefined): number =>
  fraction === null || fraction === undefined ? Number.NaN : tidy(fraction * 100);
const ofField = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value);
const ofPercent = (percent: number): number | undefined => (Number.isNaN(percent) ? undefined : tidy(percent / 100));

function rowOf(reason: NonNullable<StaffingPlanFieldsFragment['shrinkage']>[number], key: number): ReasonRow {
  return {
    key,
    id: reason.id,
    percent: toPercent(reason.fraction),
    planned: reason.planned,
    ...whenRowOf(reason),
  };
}

function reasonOf({ id, percent, planned, ...when }: ReasonRow): ShrinkageReason {
  return {
    id,
    // An empty share is refused by the library's own message, as a share that is too large.
    fraction: tidy(percent / 100),
    planned,
    ...whenOf(when),
  };
}

export function formOfPlan(plan: StaffingPlanFieldsFragment): SettingsForm {
  const { goal, staffedFor } = plan;
  return {
    modelId: plan.modelId,
    serviceLevel: toPercent(goal.serviceLevelFraction),
    within: toField(goal.answerWithinSeconds),
    variant: (goal.serviceLevelVariant ?? 'answered-of-offered') as ServiceLevelVariant,
    asa: toField(goal.asaSeconds),
    occupancy: toPercent(goal.maxOccupancyFraction),
    abandonment: toPercent(goal.maxAbandonmentFraction),
    blocking: toPercent(goal.maxBlockingFraction),
    hours: toField(goal.answerWithinHours),
    hoursShare: toPercent(goal.answeredWithinHoursFraction),
    clock: goal.answerWithinClock === 'elapsed' ? 'elapsed' : 'business',
    patience: toField(plan.patienceSeconds),
    concurrency: toField(plan.concurrency),
    slowdown: toPercent(plan.slowdownFraction),
    lines: toField(plan.lines),
    redial: toPercent(plan.redialFraction),
    loadMethod: (plan.loadMethod ?? 'modified-offered-load') as LoadMethod,
    staffedFor: (staffedFor?.kind ?? 'point') as StaffedFor['kind'],
    chance: staffedFor?.chanceFraction ? toPercent(staffedFor.chanceFraction) : DEFAULT_CHANCE_PERCENT,
    reasons: (plan.shrinkage ?? []).map(rowOf),
    worked: (plan.workedHours ?? []).map((hours, key) => ({ key, ...whenRowOf(hours) })),
    recovery: plan.recovery ?? null,
  };
}

function goalOfForm(form: SettingsForm): ServiceGoal {
  const level = ofPercent(form.serviceLevel);
  return defined({
    serviceLevelFraction: level,
    // The seconds and the way of counting mean nothing without a level to reach.
    answerWithinSeconds: level === undefined ? undefined : ofField(form.within),
    serviceLevelVariant: level === undefined ? undefined : form.variant,
    asaSeconds: ofField(form.asa),
    maxOccupancyFraction: ofPercent(form.occupancy),
    maxAbandonmentFraction: ofPercent(form.abandonment),
    maxBlockingFraction: ofPercent(form.blocking),
    answerWithinHours: ofField(form.hours),
    answeredWithinHoursFraction: ofField(form.hours) === undefined ? undefined : ofPercent(form.hoursShare),
    answerWithinClock: ofField(form.hours) === undefined ? undefined : form.clock,
  });
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

/** Without what the model does not read or judge; patience stays, because other models are compared by it. */
function onlyRead(plan: StaffingPlan): StaffingPlan {
  const model = planModel(plan.modelId);
  if (!model) return plan;
  const reads = new Set<string>(['patienceSeconds', ...model.parameters.map(({ key }) => key)]);
  const unread = MODEL_PARAMETERS.filter((name) => !reads.has(name));
  const { goal } = plan;
  const unjudged = JUDGED_GOALS.filter(([measure]) => !model.judges.includes(measure)).flatMap(([, names]) => names);
  return { ...without(plan, unread), goal: without(goal, unjudged) };
}

const MODEL_PARAMETERS = ['concurrency', 'slowdownFraction', 'lines', 'redialFraction'] as const;

const JUDGED_GOALS: readonly (readonly [PlanModel['judges'][number], readonly (keyof ServiceGoal)[]])[] = [
  ['service-level', ['serviceLevelFraction', 'answerWithinSeconds', 'serviceLevelVariant']],
  ['asa', ['asaSeconds']],
  ['occupancy', ['maxOccupancyFraction']],
  ['abandonment', ['maxAbandonmentFraction']],
  ['blocking', ['maxBlockingFraction']],
  ['answered-within-hours', ['answerWithinHours', 'answeredWithinHoursFraction', 'answerWithinClock']],
];

function without<T extends object>(value: T, names: readonly string[]): T {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name))) as T;
}

/** The plan the form describes, good or not: `staffingPlanFaults` says which. */
export function planOfForm(form: SettingsForm): StaffingPlan {
  return onlyRead(wholePlanOf(form));
}

function wholePlanOf(form: SettingsForm): StaffingPlan {
  const { staffedFor, chance } = form;
  return defined({
    modelId: form.modelId,
    goal: goalOfForm(form),
    patienceSeconds: ofField(form.patience),
    concurrency: ofField(form.concurrency),
    slowdownFraction: ofPercent(form.slowdown),
    lines: ofField(form.lines),
    redialFraction: ofPercent(form.redial),
    loadMethod: form.loadMethod,
    staffedFor:
      staffedFor === 'chance' ? { kind: staffedFor, chanceFraction: tidy(chance / 100) } : { kind: staffedFor },
    shrinkage: form.reasons.map(reasonOf),
    workedHours: form.worked.length > 0 ? form.worked.map(whenOf) : undefined,
    recovery: form.recovery ?? undefined,
  });
}

function withOwnWeekdays<T extends { readonly weekdays?: readonly number[] }>({ weekdays, ...part }: T) {
  return { ...part, weekdays: weekdays ? [...weekdays] : null };
}

/** The same for the api, whose lists must not be read-only. */
export function planInputOf({ goal, staffedFor, shrinkage, workedHours, ...rest }: StaffingPlan): StaffingPlanInput {
  return {
    ...rest,
    goal: { ...goal },
    staffedFor: staffedFor ? { ...staffedFor } : null,
    shrinkage: (shrinkage ?? []).map(withOwnWeekdays),
    workedHours: (workedHours ?? []).map(withOwnWeekdays),
  };
}

/** Share of paid time that unplanned causes take when they strike all day, for a line under the table. */
export function allDayUnplanned(reasons: readonly ReasonRow[]): number {
  const strikes = reasons.filter(
    ({ planned, weekdays, from, until }) => !planned && !weekdays.length && !from && !until,
  );
  return 1 - strikes.reduce((present, { percent }) => present * (1 - (percent || 0) / 100), 1);
}
