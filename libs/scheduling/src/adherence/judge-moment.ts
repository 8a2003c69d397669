import type { Instant } from '@yotei/time';
import type { AdherenceDay, AdherenceTerms, JudgedActivity, PlannedActivity, Span } from './adherence-terms.js';
import { CONTACT_STATES, type KnownState } from './agent-states.js';

export type AdherenceStatus = 'in' | 'out' | 'unscheduled' | 'unknown' | 'ignored' | 'explained';

/** Why a deviation does not count although nobody decided on it; `grace` is short enough, `excuse` was approved. */
export type CreditKind =
  'excuse' | 'helped-queue' | 'boot-time' | 'change-not-acknowledged' | 'rest-caught-up' | 'grace';

/** For the queue: somebody more than planned, somebody less, neither. */
export type Impact = 'positive' | 'negative' | 'neutral';

/** What holds at a moment. */
export interface Judgement {
  readonly status: AdherenceStatus;
  readonly credit: CreditKind | null;
  /** The excuse that was approved; null without one. */
  readonly excuseId: string | null;
  readonly impact: Impact;
  readonly activityTypeId: string | null;
  readonly state: KnownState;
  readonly onContacts: boolean;
  readonly contactScheduled: boolean;
  /** Rest kept back by contacts: this span adds to what the agent may take later. */
  readonly earnsRest: boolean;
  /** A deviation that rest kept back before may cover. */
  readonly takesRest: boolean;
}

/** A day with the moments at which anything but the state can change. */
export interface PreparedDay {
  readonly day: AdherenceDay;
  /** Ascending, without repeats. */
  readonly cuts: readonly Instant[];
  /** Starts of activities that no other activity runs into. */
  readonly shiftStarts: readonly Instant[];
}

/** @throws RangeError for activities that overlap or stand in another order than time */
export function prepareDay(day: AdherenceDay, terms: AdherenceTerms): PreparedDay {
  const { activities, excuses = [], knownPlans = [] } = day;
  const shiftStarts: Instant[] = [];
  activities.forEach((activity, index) => {
    const before = activities[index - 1];
    if (before && before.endAt > activity.startAt)
      throw new RangeError(`activities (${index - 1} and ${index}) must not overlap; sort them by start`);
    if (before?.endAt !== activity.startAt) shiftStarts.push(activity.startAt);
  });
  const spans: readonly Span[] = [
    ...activities,
    ...excuses,
    ...knownPlans,
    ...knownPlans.flatMap(({ activities: known }) => known),
    ...shiftStarts.map((startAt) => ({ startAt, endAt: startAt + terms.bootMillis })),
  ];
  const inside = spans.flatMap(({ startAt, endAt }) => [startAt, endAt]);
  const cuts = [...new Set(inside)].filter((at) => at > day.startAt && at < day.endAt).sort((a, b) => a - b);
  return { day, cuts, shiftStarts };
}

const holds = (at: Instant, { startAt, endAt }: Span): boolean => startAt <= at && at < endAt;

/** The first that holds the moment, by halving: activities are in time order. */
function activityAt(activities: readonly PlannedActivity[], at: Instant): PlannedActivity | undefined {
  let low = 0;
  let high = activities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (activities[middle]!.endAt <= at) low = middle + 1;
    else high = middle;
  }
  const found = activities[low];
  return found && found.startAt <= at ? found : undefined;
}

const isServing = (state: KnownState): boolean => (CONTACT_STATES as readonly string[]).includes(state);

const ANY_REST = new Set<string>(['on-break', 'at-lunch', 'away']);

function typeOf(terms: AdherenceTerms, activity: PlannedActivity | undefined): JudgedActivity | undefined {
  if (!activity) return undefined;
  const type = terms.activityTypes.get(activity.activityTypeId);
  if (!type)
    throw new RangeError(`activityTypeId (${activity.activityTypeId}) must be an activity type; add it to the terms`);
  return type.scheduled ? type : undefined;
}

/** In the plan the agent knew: adheres, or nothing was planned. */
function keptKnownPlan(prepared: PreparedDay, terms: AdherenceTerms, { at, state }: Moment): boolean {
  return (prepared.day.knownPlans ?? []).some((known) => {
    if (!holds(at, known)) return false;
    const type = typeOf(terms, activityAt(known.activities, at));
    return type === undefined || type.adhering.has(state);
  });
}

export interface Moment {
  readonly at: Instant;
  readonly state: KnownState;
  readonly sourceState?: string | undefined;
}

const impactOf = (isOn: boolean, wanted: boolean): Impact =>
  isOn === wanted ? 'neutral' : isOn ? 'positive' : 'negative';

function creditOf(
  prepared: PreparedDay,
  terms: AdherenceTerms,
  moment: Moment & { readonly type: JudgedActivity },
): { readonly credit: CreditKind; readonly excuseId: string | null } | null {
  const { at, state, type } = moment;
  const excuse = prepared.day.excuses?.find((one) => holds(at, one));
  if (excuse) return { credit: 'excuse', excuseId: excuse.id };
  if (!type.contactWork && isServing(state)) return { credit: 'helped-queue', excuseId: null };
  if (prepared.shiftStarts.some((start) => start <= at && at < start + terms.bootMillis))
    return { credit: 'boot-time', excuseId: null };
  if (keptKnownPlan(prepared, terms, moment)) return { credit: 'change-not-acknowledged', excuseId: null };
  return null;
}

/** Judges one moment, but for grace and rest caught up, which depend on what came before. */
export function judgeMoment(prepared: PreparedDay, terms: AdherenceTerms, moment: Moment): Judgement {
  const { at, state, sourceState } = moment;
  const activity = activityAt(prepared.day.activities, at);
  const type = typeOf(terms, activity);
  const onContacts = isServing(state);
  const facts = {
    activityTypeId: activity?.activityTypeId ?? null,
    state,
    credit: null,
    excuseId: null,
    impact: 'neutral' as Impact,
    onContacts,
    contactScheduled: type?.contactWork ?? false,
    earnsRest: false,
    takesRest: false,
  };
  if (
    (activity && terms.ignoredActivityTypeIds.has(activity.activityTypeId)) ||
    terms.ignoredStates.has(state) ||
    (sourceState !== undefined && state !== 'unknown' && terms.ignoredStates.has(sourceState))
  )
    return { ...facts, status: 'ignored' };
  if (state === 'unknown') return { ...facts, status: 'unknown' };
  const impact = impactOf(onContacts, facts.contactScheduled);
  if (!type) return { ...facts, status: 'unscheduled', impact };
  const judged = { ...facts, impact, earnsRest: type.rest && onContacts };
  if (type.adhering.has(state)) return { ...judged, status: 'in' };
  const credited = creditOf(prepared, terms, { ...moment, type });
  if (credited) return { ...judged, ...credited, status: 'explained' };
  return { ...judged, status: 'out', takesRest: type.contactWork && ANY_REST.has(state) };
}
