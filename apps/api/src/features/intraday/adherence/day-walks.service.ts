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
import { addDays, localDateOf, type Instant } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
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

const iso = (at: Instant): string => new Date(at).toISOString();

export function eventOf({ at, state, sourceState }: Pick<AgentStateRow, 'at' | 'state' | 'sourceState'>): StateEvent {
  return { at, state: isAgentState(state) ? state : 'unknown', sourceState };
}

/** Joins days with the stream of states. */
@Injectable()
export class DayWalks {
  constructor(
    private readonly database: TenantDatabase,
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
      const prepared = preparedOf(agentDay, silences(agentDay));
      const inputHash = hashOf(agentDay, prepared);
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
        const prepared = preparedOf(agentDay, silences(agentDay));
        const own = inside(events.get(agentDay.agent.id) ?? [], agentDay, now);
        walked.push({
          agentDay,
          prepared,
          inputHash: hashOf(agentDay, prepared),
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
    const found = new Map<string, AgentStateRow[]>();
    for (const row of rows) {
      const list = found.get(row.agentId);
      if (list) list.push(row);
      else found.set(row.agentId, [row]);
    }
    return found;
  }

  /** Silences of the source that tells of an agent; of all sources for who has never been told of. */
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

  private async resume(context: RequestContext, days: readonly WalkedDay[], now: Instant): Promise<WalkedDay[]> {
    if (days.length === 0) return [];
    const earliest = Math.min(...days.map(({ progress }) => progress.until));
    const rows = await this.database.read<AgentStateRow>(
      context,
      `select s.agent_id as "agentId", s.at, s.state, s.source_state as "sourceState", s.source
       from unnest($2::uuid[], $3::timestamptz[]) as w(agent_id, from_at)
       join agent_states s on s.organisation_id = $1 and s.agent_id = w.agent_id and s.at >= w.from_at and s.at >= $4::timestamptz and s.at < $5::timestamptz
       order by s.agent_id, s.at, s.source, s.event_id`,
      [
        context.organisationId,
        days.map(({ agentDay }) => agentDay.agent.id),
        days.map(({ progress }) => iso(progress.until)),
        iso(earliest),
        iso(now),
      ],
    );
    const found = new Map<string, StateEvent[]>();
    for (const row of rows) found.set(row.agentId, [...(found.get(row.agentId) ?? []), eventOf(row)]);
    return days.map((walked) => ({
      ...walked,
      progress: walkEvents(walked.prepared, walked.agentDay, {
        from: walked.progress,
        events: (found.get(walked.agentDay.agent.id) ?? []).filter(({ at }) => at < walked.agentDay.day.endAt),
      }),
    }));
  }
}

/** States of the day and the last before it. */
export function inside(rows: readonly AgentStateRow[], { day }: AgentDay, now: Instant): StateEvent[] {
  const before = rows.filter(({ at }) => at < day.startAt).at(-1);
  const within = rows.filter(({ at }) => at >= day.startAt && at < Math.min(day.endAt, now));
  return [...(before ? [before] : []), ...within].map(eventOf);
}

export function preparedOf({ day, terms }: AgentDay, silences: readonly SourceSilence[]): PreparedDay {
  return prepareDay(silences.length > 0 ? { ...day, silences } : day, terms);
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

function hashOf({ settings }: AgentDay, { day }: PreparedDay): string {
  return createHash('sha1')
    .update(JSON.stringify([day, settings]))
    .digest('base64');
}
