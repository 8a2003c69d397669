import type { Instant } from '@yotei/time';
import { isRest } from '../roster/index.js';
import { adheringStatesOf, type AdheringActivityType, type KnownState } from './agent-states.js';

/** What adherence knows of an activity type. */
export interface JudgedActivity {
  readonly contactWork: boolean;
  /** Free time: who is kept from it by contacts may take it later. */
  readonly rest: boolean;
  /** False for absence: nobody is expected then. */
  readonly scheduled: boolean;
  readonly adhering: ReadonlySet<string>;
}

/** How strictly a site judges. */
export interface AdherenceSettings {
  /** A deviation of at most this length is not counted; a longer one counts from its start. 0 or more. */
  readonly graceSeconds: number;
  /** After the start of a shift, time to start the systems; deviations in it are excused. 0 or more. */
  readonly bootSeconds: number;
  /** Time in these is left out of both sides of adherence and conformance. */
  readonly ignoredActivityTypeIds: readonly string[];
  /** Our words or those of a source; time in these is left out likewise. */
  readonly ignoredStates: readonly string[];
  /** Contact work outside the shift is added to what was scheduled and to what was kept. */
  readonly countsOutsideShift: boolean;
}

export const DEFAULT_ADHERENCE_SETTINGS: AdherenceSettings = {
  graceSeconds: 60,
  bootSeconds: 300,
  ignoredActivityTypeIds: [],
  ignoredStates: [],
  countsOutsideShift: false,
};

/** {@link AdherenceSettings} made ready for judging many days. */
export interface AdherenceTerms {
  readonly graceMillis: number;
  readonly bootMillis: number;
  readonly countsOutsideShift: boolean;
  readonly ignoredActivityTypeIds: ReadonlySet<string>;
  readonly ignoredStates: ReadonlySet<string>;
  readonly activityTypes: ReadonlyMap<string, JudgedActivity>;
}

/** Id of the activity in which nobody is expected. */
const ABSENCE = 'absence';

/** @throws RangeError for a negative or broken number of seconds */
export function adherenceTerms(
  settings: AdherenceSettings,
  activityTypes: readonly AdheringActivityType[],
): AdherenceTerms {
  for (const [name, seconds] of [
    ['graceSeconds', settings.graceSeconds],
    ['bootSeconds', settings.bootSeconds],
  ] as const)
    if (!(Number.isFinite(seconds) && seconds >= 0))
      throw new RangeError(`${name} (${seconds}) must be 0 or more; use seconds such as 60`);
  return {
    graceMillis: settings.graceSeconds * 1000,
    bootMillis: settings.bootSeconds * 1000,
    countsOutsideShift: settings.countsOutsideShift,
    ignoredActivityTypeIds: new Set(settings.ignoredActivityTypeIds),
    ignoredStates: new Set(settings.ignoredStates),
    activityTypes: new Map(
      activityTypes.map((type) => [
        type.id,
        {
          contactWork: type.contactWork,
          rest: isRest({ ...type, title: type.id }),
          scheduled: type.id !== ABSENCE,
          adhering: new Set<string>(adheringStatesOf(type)),
        },
      ]),
    ),
  };
}

/** Half-open. */
export interface Span {
  readonly startAt: Instant;
  readonly endAt: Instant;
}

export interface PlannedActivity extends Span {
  readonly activityTypeId: string;
}

/** An approved deviation: what falls in it is explained. */
export interface Excuse extends Span {
  readonly id: string;
  /** Such as `system-outage`; kinds are the caller's. */
  readonly kind: string;
}

/** What an agent went by in a span, because a change to the plan had not been acknowledged. */
export interface KnownPlan extends Span {
  readonly activities: readonly PlannedActivity[];
}

/** From `at` on the agent is in `state`, until the next of the agent's events; `unknown` where the source fell silent. */
export interface StateEvent {
  readonly at: Instant;
  readonly state: KnownState;
  /** The source's own word, for settings that ignore it. */
  readonly sourceState?: string | undefined;
}

/** What an agent's day is judged by. Activities in time order, without overlap. */
export interface AdherenceDay extends Span {
  readonly activities: readonly PlannedActivity[];
  readonly excuses?: readonly Excuse[];
  readonly knownPlans?: readonly KnownPlan[];
}
