import {
  adherenceTerms,
  AGENT_STATES,
  countedMillis,
  isAgentState,
  nextChange,
  prepareDay,
  secondsOf,
  walkTo,
  walkToEvent,
  type AdherenceTerms,
  type Judgement,
  type KnownState,
  type PlannedActivity,
  type PreparedDay,
  type Progress,
  type SummedSeconds,
} from '@yotei/scheduling/adherence';
import type { LiveBoardQuery, LiveChangedSubscription } from '../../graphql/generated/graphql.js';

export type LiveBoard = LiveBoardQuery['liveBoard'];
export type LiveChange = LiveChangedSubscription['liveChanged'];
export type LiveSource = LiveBoard['sources'][number];

/** One agent of the board. The walk goes from the last event (`settled`) on; `shown` is where it stood at the last tick. */
export interface LiveAgent {
  readonly id: string;
  readonly name: string;
  readonly siteId: string;
  readonly teamId: string;
  readonly skillIds: readonly string[];
  readonly on: string;
  readonly prepared: PreparedDay;
  readonly terms: AdherenceTerms;
  settled: Progress;
  shown: Progress;
  /** What holds at the last tick; null outside the day. */
  now: Judgement | null;
  state: KnownState;
  sourceState: string;
  sourceId: string | null;
  since: number;
  /** Before it nothing can change but the seconds, which may lag a little. */
  dueAt: number;
  silentAt: number | null;
  /** By name; breaks ties of the order. */
  readonly place: number;
}

/** How an agent stands, in the order in which it matters. */
export const STANDINGS = ['out', 'grace', 'unknown', 'explained', 'in', 'working', 'free'] as const;
export type Standing = (typeof STANDINGS)[number];

const COLLATOR = new Intl.Collator();
/** Seconds of those for whom nothing changes are added up this often; spread, so that no tick is long. */
const LAG_MILLIS = 10_000;
const STRIDE = 12;
const NO_RUN = Number.MIN_SAFE_INTEGER;

function progressOf(board: LiveBoard, place: number, baseAt: number): Progress {
  const value = (index: number) => board.progress[STRIDE * place + index]!;
  return {
    until: value(0) + baseAt,
    state: AGENT_STATES[value(1)] ?? 'unknown',
    sourceState: board.progressSourceStates[place] || null,
    outSince: value(2) === NO_RUN ? null : value(2) + baseAt,
    restOwedMillis: value(3),
    tally: {
      scheduled: value(4),
      out: value(5),
      explained: value(6),
      ignored: value(7),
      unknown: value(8),
      outside: value(9),
      contactScheduled: value(10),
      contactWorked: value(11),
    },
  };
}

function activitiesByAgent(board: LiveBoard, baseAt: number): Map<number, PlannedActivity[]> {
  const found = new Map<number, PlannedActivity[]>();
  for (let at = 0; at < board.activities.length; at += 4) {
    const [agent, type, start, length] = board.activities.slice(at, at + 4) as [number, number, number, number];
    const list = found.get(agent) ?? [];
    found.set(agent, list);
    list.push(plannedOf(board, baseAt, [type, start, length]));
  }
  return found;
}

function plannedOf(board: LiveBoard, baseAt: number, [type, start, length]: readonly number[]): PlannedActivity {
  const startAt = baseAt + start! * 1000;
  return { activityTypeId: board.activityTypes[type!]?.id ?? '', startAt, endAt: startAt + length! * 1000 };
}

const grouped = <Row extends { readonly agent: number }>(rows: readonly Row[]): Map<number, Row[]> => {
  const found = new Map<number, Row[]>();
  for (const row of rows) found.set(row.agent, [...(found.get(row.agent) ?? []), row]);
  return found;
};

function daysOf(board: LiveBoard, baseAt: number): (place: number) => PreparedDay['day'] {
  const activities = activitiesByAgent(board, baseAt);
  const excuses = grouped(board.excuses);
  const known = grouped(board.knownPlans);
  const span = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    startAt: baseAt + start,
    endAt: baseAt + end,
  });
  const triples = (flat: readonly number[]) =>
    Array.from({ length: flat.length / 3 }, (_, index) =>
      plannedOf(board, baseAt, flat.slice(3 * index, 3 * index + 3)),
    );
  return (place) => ({
    startAt: board.windows[2 * place]! + baseAt,
    endAt: board.windows[2 * place + 1]! + baseAt,
    activities: activities.get(place) ?? [],
    excuses: (excuses.get(place) ?? []).map(({ id, kind, ...one }) => ({ ...span(one), id, kind })),
    knownPlans: (known.get(place) ?? []).map(({ activities: flat, ...one }) => ({
      ...span(one),
      activities: triples(flat),
    })),
  });
}

/** The agents of an answer, ready to be walked on. */
export function agentsOf(board: LiveBoard): LiveAgent[] {
  const baseAt = Date.parse(board.baseAt);
  const dayOf = daysOf(board, baseAt);
  const terms = new Map(board.settings.map((one) => [one.siteId, adherenceTerms(one, board.activityTypes)]));
  const byName = board.names.map((name, place) => ({ name, place })).sort((a, b) => COLLATOR.compare(a.name, b.name));
  const placeOf = new Map(byName.map(({ place }, order) => [place, order]));
  return board.agentIds.map((id, place) => {
    const ownTerms = terms.get(board.siteIds[place]!)!;
    const settled = progressOf(board, place, baseAt);
    return {
      id,
      name: board.names[place]!,
      siteId: board.siteIds[place]!,
      teamId: board.teamIds[place]!,
      skillIds: board.skillIds[place]!,
      on: board.dates[place]!,
      prepared: prepareDay(dayOf(place), ownTerms),
      terms: ownTerms,
      settled,
      shown: settled,
      now: null,
      state: AGENT_STATES[board.states[place]!] ?? 'unknown',
      sourceState: board.sourceStates[place]!,
      sourceId: board.sources[board.sourceOf[place]!]?.id ?? null,
      since: board.states[place]! < 0 ? 0 : baseAt + board.since[place]!,
      dueAt: 0,
      silentAt: null,
      place: placeOf.get(place)!,
    };
  });
}

/** Takes in new states. False where one lies before what was settled: the board must be asked for again. */
export function applyChange(byId: ReadonlyMap<string, LiveAgent>, change: LiveChange): boolean {
  let isWhole = true;
  change.agentIds.forEach((id, index) => {
    const agent = byId.get(id);
    if (!agent) return;
    const at = change.since[index]!;
    const word = change.states[index]!;
    if (agent.since === at && agent.state === word) return;
    const state: KnownState = isAgentState(word) ? word : 'unknown';
    const sourceState = change.sourceStates[index]!;
    if (at < agent.settled.until && agent.settled.until > agent.prepared.day.startAt) {
      isWhole = false;
      return;
    }
    agent.settled = walkToEvent(agent.prepared, agent.terms, {
      from: agent.settled,
      event: { at, state, sourceState },
    });
    agent.shown = agent.settled;
    Object.assign(agent, { dueAt: 0, state, sourceState, sourceId: change.sourceIds[index]!, since: at });
  });
  return isWhole;
}

/** When the source of an agent was last heard of, where it has fallen silent; else null. */
export function silentSince(source: LiveSource | undefined, now: number): number | null {
  const last = source?.lastReceivedAt ? Date.parse(source.lastReceivedAt) : null;
  if (!source || last === null) return null;
  return now - last > source.silentAfterSeconds * 1000 ? last : null;
}

/** Walks an agent on to now, or to when its source fell silent: times then stand still. */
export function tick(agent: LiveAgent, now: number, silentAt: number | null): void {
  const { prepared, terms } = agent;
  const { startAt, endAt } = prepared.day;
  if (now < agent.dueAt && silentAt === agent.silentAt) return;
  agent.silentAt = silentAt;
  agent.dueAt = 0;
  if (now < startAt || now >= endAt) {
    agent.now = null;
    return;
  }
  const to = silentAt === null ? now : Math.min(now, silentAt);
  let judgement: Judgement | null = null;
  const from = agent.shown.until > to ? agent.settled : agent.shown;
  agent.shown = walkTo(prepared, terms, { from, to, seen: (piece) => (judgement = piece.judgement) });
  if (judgement) agent.now = judgement;
  if (silentAt !== null && agent.now && silentAt < now)
    agent.now = { ...agent.now, status: 'unknown', state: 'unknown', credit: null };
  agent.dueAt = dueAfter(agent, now);
}

/** When to look at an agent again: at the next change of plan, at the end of the grace, else after the lag. */
function dueAfter({ prepared, terms, shown, now: judgement, place }: LiveAgent, now: number): number {
  // Rest caught up may run out in any second.
  if (judgement?.credit === 'rest-caught-up') return 0;
  const lag = LAG_MILLIS - ((now + place * 1000) % LAG_MILLIS);
  const graceEnds = shown.outSince === null ? Infinity : shown.outSince + terms.graceMillis + 1;
  return Math.min(now + lag, nextChange(prepared, now), graceEnds > now ? graceEnds : Infinity);
}

export function standingOf({ now, shown, terms }: LiveAgent): Standing {
  if (!now) return 'free';
  if (now.status === 'out')
    return countedMillis(shown.until - (shown.outSince ?? shown.until), terms) > 0 ? 'out' : 'grace';
  if (now.status === 'unscheduled') return now.onContacts ? 'working' : 'free';
  if (now.status === 'explained') return 'explained';
  // Silence matters where somebody is expected.
  if (now.status === 'unknown') return now.activityTypeId ? 'unknown' : 'free';
  return 'in';
}

/** Since when an agent stands as it does: start of the deviation, else of the state. */
export function sinceOf(agent: LiveAgent): number | null {
  if (agent.now?.status === 'out' && agent.shown.outSince !== null) return agent.shown.outSince;
  return agent.since > 0 ? agent.since : null;
}

export const secondsOfDay = (agent: LiveAgent): SummedSeconds => secondsOf(agent.shown, agent.terms);

/** Whether anything is planned for the running day. */
export function hasPlan({ prepared }: LiveAgent): boolean {
  return prepared.day.activities.length > 0;
}
