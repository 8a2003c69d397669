import { AGENT_STATES, type Progress } from '@yotei/scheduling/adherence';
import type { Instant } from '@yotei/time';
import type { CurrentState } from '../ingest/index.js';
import type { StateSource } from './adherence-facts.repository.js';
import type { WalkedDay } from './day-walks.service.js';
import type { LiveBoard } from './live.graphql-types.js';

type Columns = Omit<LiveBoard, 'settings' | 'activityTypes' | 'sources' | 'nextShiftAt'>;

const NONE = -1;

function progressColumns({ until, state, outSince, restOwedMillis, tally }: Progress, baseAt: Instant): number[] {
  return [
    until - baseAt,
    state === 'unknown' ? NONE : AGENT_STATES.indexOf(state),
    outSince === null ? Number.MIN_SAFE_INTEGER : outSince - baseAt,
    restOwedMillis,
    tally.scheduled,
    tally.out,
    tally.explained,
    tally.ignored,
    tally.unknown,
    tally.outside,
    tally.contactScheduled,
    tally.contactWorked,
  ];
}

/** Walked days as columns; small numbers from one base instead of thousands of texts. */
export function liveColumns(
  walked: readonly WalkedDay[],
  of: {
    readonly at: Instant;
    readonly current: ReadonlyMap<string, CurrentState>;
    readonly sources: readonly StateSource[];
    readonly typeIds: readonly string[];
  },
): Columns {
  const baseAt = Math.floor(Math.min(of.at, ...walked.map(({ agentDay }) => agentDay.day.startAt)) / 1000) * 1000;
  const seconds = (instant: Instant) => Math.round((instant - baseAt) / 1000);
  const sourceIds = of.sources.map(({ id }) => id);
  const currents = walked.map(({ agentDay }) => of.current.get(agentDay.agent.id));
  const flatActivities = (list: WalkedDay['agentDay']['day']['activities']) =>
    list.map(({ activityTypeId, startAt, endAt }) => [
      of.typeIds.indexOf(activityTypeId),
      seconds(startAt),
      Math.round((endAt - startAt) / 1000),
    ]);
  const spans = <Row extends { startAt: Instant; endAt: Instant }, Made>(
    list: (day: WalkedDay) => readonly Row[] | undefined,
    made: (row: Row, span: { agent: number; start: number; end: number }) => Made,
  ): Made[] =>
    walked.flatMap((day, agent) =>
      (list(day) ?? []).map((row) => made(row, { agent, start: row.startAt - baseAt, end: row.endAt - baseAt })),
    );
  return {
    at: of.at,
    baseAt,
    words: [...AGENT_STATES],
    agentIds: walked.map(({ agentDay }) => agentDay.agent.id),
    names: walked.map(({ agentDay }) => agentDay.agent.name),
    siteIds: walked.map(({ agentDay }) => agentDay.agent.siteId),
    teamIds: walked.map(({ agentDay }) => agentDay.agent.teamId),
    skillIds: walked.map(({ agentDay }) => [...agentDay.agent.skillIds]),
    dates: walked.map(({ agentDay }) => agentDay.on),
    windows: walked.flatMap(({ agentDay: { day } }) => [day.startAt - baseAt, day.endAt - baseAt]),
    activities: walked.flatMap(({ agentDay: { day } }, agent) =>
      flatActivities(day.activities).flatMap((activity) => [agent, ...activity]),
    ),
    states: currents.map((current) => (current ? (AGENT_STATES as readonly string[]).indexOf(current.state) : NONE)),
    sourceStates: currents.map((current) => current?.sourceState ?? ''),
    sourceOf: currents.map((current) => (current ? sourceIds.indexOf(current.source) : NONE)),
    since: currents.map((current) => (current ? current.since - baseAt : NONE)),
    progress: walked.flatMap(({ progress }) => progressColumns(progress, baseAt)),
    progressSourceStates: walked.map(({ progress }) => progress.sourceState ?? ''),
    excuses: spans(
      ({ agentDay }) => agentDay.day.excuses,
      ({ id, kind }, span) => ({ ...span, id, kind }),
    ),
    knownPlans: spans(
      ({ agentDay }) => agentDay.day.knownPlans,
      ({ activities }, span) => ({ ...span, activities: flatActivities(activities).flat() }),
    ),
  };
}
