import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  beginDay,
  isAgentState,
  prepareDay,
  walkThrough,
  walkToEvent,
  type PreparedDay,
  type Progress,
  type StateEvent,
} from '@yotei/scheduling/adherence';
import { addDays, HOUR_MILLIS, localDateOf, type Instant } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { AgentStatesService, type AgentStateRow } from '../ingest/index.js';
import { AdherenceDaysRepository } from './adherence-days.repository.js';
import { AdherenceFactsRepository, type SourceSilence } from './adherence-facts.repository.js';
import type { AgentDay } from './agent-days.service.js';

/** A day walked through the states that are known, no further than the last of them. */
export interface WalkedDay {
  readonly agentDay: AgentDay;
  readonly prepared: PreparedDay;
  readonly inputHash: string;
  readonly progress: Progress;
}

/** Agents whose states are read at once; a day of theirs is some 100,000 rows. */
const BATCH = 300;

export function eventOf({ at, state, sourceState }: Pick<AgentStateRow, 'at' | 'state' | 'sourceState'>): StateEvent {
  return { at, state: isAgentState(state) ? state : 'unknown', sourceState };
}

/** Joins days with the stream of states. */
@Injectable()
export class DayWalks {
  constructor(
    private readonly states: AgentStatesService,
    private readonly facts: AdherenceFactsRepository,
    private readonly days: AdherenceDaysRepository,
  ) {}

  /**
   * Running days up to the last event before `now`. Days walked before with the same plan go on from where they were; so
   * the board of 5,000 agents opens without their whole day being read.
   */
  async running(context: RequestContext, agentDays: readonly AgentDay[], now: Instant): Promise<WalkedDay[]> {
    const fromOn = addDays(localDateOf(now, 'UTC'), -2);
    const stored = new Map((await this.days.running(context, fromOn)).map((one) => [`${one.agentId}/${one.on}`, one]));
    const silences = await this.silences(context, agentDays);
    const resumed: WalkedDay[] = [];
    const fresh: AgentDay[] = [];
    for (const agentDay of agentDays) {
      const found = stored.get(`${agentDay.agent.id}/${agentDay.on}`);
      const prepared = prepareDay(agentDay.day, agentDay.terms);
      const inputHash = hashOf(agentDay, silences(agentDay));
      if (found && found.inputHash === inputHash)
        resumed.push({ agentDay, prepared, inputHash, progress: found.progress });
      else fresh.push(agentDay);
    }
    return [...(await this.resume(context, resumed, now)), ...(await this.whole(context, fresh, now))];
  }

  /** Days from their beginning up to the last event before `now`. */
  async whole(context: RequestContext, agentDays: readonly AgentDay[], now: Instant): Promise<WalkedDay[]> {
    const walked: WalkedDay[] = [];
    for (let from = 0; from < agentDays.length; from += BATCH) {
      const batch = agentDays.slice(from, from + BATCH);
      const events = await this.eventsOf(context, batch, now);
      const silences = await this.silences(context, batch);
      for (const agentDay of batch) {
        const prepared = prepareDay(agentDay.day, agentDay.terms);
        const own = inside(events.get(agentDay.agent.id) ?? [], agentDay, now);
        walked.push({
          agentDay,
          prepared,
          inputHash: hashOf(agentDay, silences(agentDay)),
          progress: walkEvents(prepared, agentDay, { from: beginDay(prepared), events: own }),
        });
      }
    }
    return walked;
  }

  /** The states of agents' days, the last before each day among them. */
  async eventsOf(
    context: RequestContext,
    agentDays: readonly AgentDay[],
    now: Instant,
  ): Promise<ReadonlyMap<string, readonly AgentStateRow[]>> {
    if (agentDays.length === 0) return new Map();
    const startAt = Math.min(...agentDays.map(({ day }) => day.startAt));
    const endAt = Math.min(now, Math.max(...agentDays.map(({ day }) => day.endAt)));
    const agentIds = [...new Set(agentDays.map(({ agent }) => agent.id))];
    const rows = await this.states.statesOf(context, { agentIds, span: { startAt, endAt: Math.max(endAt, startAt) } });
    return byAgent(rows);
  }

  /** Ended silences of the source that tells of an agent; of all sources for who has never been told of. */
  async silences(
    context: RequestContext,
    agentDays: readonly AgentDay[],
  ): Promise<(agentDay: AgentDay) => readonly SourceSilence[]> {
    if (agentDays.length === 0) return () => [];
    const all = await this.facts.silences(context, {
      startAt: Math.min(...agentDays.map(({ day }) => day.startAt)),
      endAt: Math.max(...agentDays.map(({ day }) => day.endAt)),
    });
    if (all.length === 0) return () => [];
    const sources = new Map((await this.states.currentStates(context)).map((one) => [one.agentId, one.source]));
    return ({ agent, day }) =>
      all.filter(
        ({ source, startAt, endAt }) =>
          startAt < day.endAt && endAt > day.startAt && (sources.get(agent.id) ?? source) === source,
      );
  }

  /** Read in groups by the hour of their last event, so that nobody's day is read twice for somebody else's sake. */
  private async resume(context: RequestContext, days: readonly WalkedDay[], now: Instant): Promise<WalkedDay[]> {
    const groups = new Map<number, WalkedDay[]>();
    for (const walked of days) {
      const hour = Math.floor(walked.progress.until / HOUR_MILLIS);
      groups.set(hour, [...(groups.get(hour) ?? []), walked]);
    }
    const resumed: WalkedDay[] = [];
    for (const [hour, group] of groups) {
      const agentIds = group.map(({ agentDay }) => agentDay.agent.id);
      const startAt = hour * HOUR_MILLIS;
      const rows = await this.states.statesOf(context, { agentIds, span: { startAt, endAt: Math.max(startAt, now) } });
      const events = byAgent(rows);
      for (const walked of group) {
        const { day } = walked.agentDay;
        const later = (events.get(walked.agentDay.agent.id) ?? []).filter(
          ({ at }) => at >= walked.progress.until && at < day.endAt,
        );
        const progress = walkEvents(walked.prepared, walked.agentDay, {
          from: walked.progress,
          events: later.map(eventOf),
        });
        resumed.push({ ...walked, progress });
      }
    }
    return resumed;
  }
}

function byAgent(rows: readonly AgentStateRow[]): ReadonlyMap<string, readonly AgentStateRow[]> {
  const found = new Map<string, AgentStateRow[]>();
  for (const row of rows) {
    const list = found.get(row.agentId);
    if (list) list.push(row);
    else found.set(row.agentId, [row]);
  }
  return found;
}

/** States of the day and the last before it. */
export function inside(rows: readonly AgentStateRow[], { day }: AgentDay, now: Instant): StateEvent[] {
  const before = rows.filter(({ at }) => at < day.startAt).at(-1);
  const within = rows.filter(({ at }) => at >= day.startAt && at < Math.min(day.endAt, now));
  return [...(before ? [before] : []), ...within].map(eventOf);
}

function walkEvents(
  prepared: PreparedDay,
  { terms }: AgentDay,
  { from, events }: { readonly from: Progress; readonly events: readonly StateEvent[] },
): Progress {
  return events.reduce((progress, event) => walkToEvent(prepared, terms, { from: progress, event }), from);
}

/** On to a moment, in the last known state. */
export function walkedTo({ prepared, agentDay, progress }: WalkedDay, now: Instant): Progress {
  return walkThrough(prepared, agentDay.terms, { from: progress, events: [], now });
}

function hashOf({ day, settings }: AgentDay, silences: readonly SourceSilence[]): string {
  return createHash('sha1')
    .update(JSON.stringify([day, settings, silences]))
    .digest('base64');
}
