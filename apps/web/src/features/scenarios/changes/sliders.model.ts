import type { AbsenceChange, GoalChange, ScenarioChange } from '@yotei/scheduling/scenarios';
import type { LocalDate } from '@yotei/time';

/** The queues a slider acts on; undefined = all. */
export type Scope = readonly string[] | undefined;

/** A slider stands for one change of the list: of its kind, for exactly the chosen queues, and for all of the time. */
export interface SliderModel {
  readonly id: 'volume' | 'handle-time' | 'deflection';
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly read: (changes: readonly ScenarioChange[], scope: Scope) => number;
  /** The list with the slider at `value`; at 0 the change is gone. */
  readonly write: (changes: readonly ScenarioChange[], scope: Scope, value: number) => readonly ScenarioChange[];
}

const sameScope = (one: Scope, other: Scope): boolean =>
  one === undefined || other === undefined
    ? one === other
    : one.length === other.length && one.every((id) => other.includes(id));

const WHEN = ['fromOn', 'untilOn', 'weekdays', 'fromMinute', 'untilMinute'] as const;
const isAlways = (change: ScenarioChange): boolean =>
  WHEN.every((key) => !(key in change) || change[key as keyof ScenarioChange] === undefined);

type Scoped = Extract<ScenarioChange, { readonly queueIds?: readonly string[] }>;

function placeOf(changes: readonly ScenarioChange[], scope: Scope, fits: (change: ScenarioChange) => boolean): number {
  return changes.findIndex((change) => fits(change) && sameScope((change as Scoped).queueIds, scope));
}

/** The list with the change at `index` replaced (−1: a new one at the end), or taken out for null. */
function put(
  changes: readonly ScenarioChange[],
  index: number,
  change: ScenarioChange | null,
): readonly ScenarioChange[] {
  if (index < 0) return change ? [...changes, change] : changes;
  return change ? changes.with(index, change) : changes.toSpliced(index, 1);
}

const scoped = (scope: Scope) => (scope ? { queueIds: scope } : {});
/** Sliders move in steps that are not exact in binary: 0.1 + 0.2 is not what a planner asked for. */
const tidy = (value: number) => Math.round(value * 1e6) / 1e6;

const always = (kind: ScenarioChange['kind']) => (change: ScenarioChange) => change.kind === kind && isAlways(change);

const volume: SliderModel = {
  id: 'volume',
  least: -0.5,
  most: 1,
  step: 0.01,
  read: (changes, scope) => {
    const found = changes[placeOf(changes, scope, always('volume'))];
    return found?.kind === 'volume' ? tidy(found.factor - 1) : 0;
  },
  write: (changes, scope, value) =>
    put(
      changes,
      placeOf(changes, scope, always('volume')),
      value === 0 ? null : { kind: 'volume', ...scoped(scope), factor: tidy(1 + value) },
    ),
};

const handleTime: SliderModel = {
  id: 'handle-time',
  least: -120,
  most: 180,
  step: 5,
  read: (changes, scope) => {
    const found = changes[placeOf(changes, scope, always('handle-time'))];
    return found?.kind === 'handle-time' ? (found.addSeconds ?? 0) : 0;
  },
  write: (changes, scope, value) => {
    const index = placeOf(changes, scope, always('handle-time'));
    const found = changes[index];
    const factor = found?.kind === 'handle-time' && found.factor !== undefined ? { factor: found.factor } : {};
    const added = value === 0 ? {} : { addSeconds: tidy(value) };
    const next = { kind: 'handle-time' as const, ...scoped(scope), ...factor, ...added };
    return put(changes, index, value === 0 && next.factor === undefined ? null : next);
  },
};

const deflection: SliderModel = {
  id: 'deflection',
  least: 0,
  most: 0.6,
  step: 0.01,
  read: (changes, scope) => {
    const found = changes[placeOf(changes, scope, always('deflection'))];
    return found?.kind === 'deflection' ? found.deflectedFraction : 0;
  },
  write: (changes, scope, value) => {
    const index = placeOf(changes, scope, always('deflection'));
    const found = changes[index];
    const kept = found?.kind === 'deflection' ? found : { kind: 'deflection' as const, ...scoped(scope) };
    return put(changes, index, value === 0 ? null : { ...kept, deflectedFraction: tidy(value) });
  },
};

export const SLIDERS: readonly SliderModel[] = [volume, handleTime, deflection];

const isAbsenceOn = (on: LocalDate) => (change: ScenarioChange) =>
  change.kind === 'absence' && change.fromOn === on && change.untilOn === undefined && change.skillId === undefined;

/** People away on one date. */
export function absentOn(changes: readonly ScenarioChange[], scope: Scope, on: LocalDate): number {
  const found = changes[placeOf(changes, scope, isAbsenceOn(on))];
  return found?.kind === 'absence' ? (found.agents ?? 0) : 0;
}

/** The list with so many people away on the date; for 0 the absence is gone. */
export function withAbsent(
  changes: readonly ScenarioChange[],
  scope: Scope,
  { on, agents }: { readonly on: LocalDate; readonly agents: number },
): readonly ScenarioChange[] {
  const absence: AbsenceChange = { kind: 'absence', ...scoped(scope), fromOn: on, agents };
  return put(changes, placeOf(changes, scope, isAbsenceOn(on)), agents === 0 ? null : absence);
}

/** A service level goal such as 80 % within 20 s. */
export interface LevelGoal {
  readonly serviceLevelFraction: number;
  readonly answerWithinSeconds: number;
}

const isGoal = (change: ScenarioChange) => change.kind === 'goal';

/** The goal in place of the planned one; null = as planned. */
export function goalOf(changes: readonly ScenarioChange[], scope: Scope): LevelGoal | null {
  const found = changes[placeOf(changes, scope, isGoal)];
  if (found?.kind !== 'goal') return null;
  const { serviceLevelFraction, answerWithinSeconds } = found.goal;
  return serviceLevelFraction && answerWithinSeconds ? { serviceLevelFraction, answerWithinSeconds } : null;
}

/** The list with the goal in place of the planned one; for null the change is gone. */
export function withGoal(
  changes: readonly ScenarioChange[],
  scope: Scope,
  goal: LevelGoal | null,
): readonly ScenarioChange[] {
  const next: GoalChange | null = goal && { kind: 'goal', ...scoped(scope), goal };
  return put(changes, placeOf(changes, scope, isGoal), next);
}

/** The change one place up or down the list; order matters, because changes apply one after the other. */
export function moved(changes: readonly ScenarioChange[], from: number, to: number): readonly ScenarioChange[] {
  const change = changes[from];
  if (!change || to < 0 || to >= changes.length) return changes;
  return changes.toSpliced(from, 1).toSpliced(to, 0, change);
}
