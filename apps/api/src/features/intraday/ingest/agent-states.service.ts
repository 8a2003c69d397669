import { Injectable } from '@nestjs/common';
import { withSilences, type Silence } from '@yotei/connectors';
import type { Instant, LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

/** An agent is in `state` from `at` until the next event of this agent. */
export interface AgentStateRow {
  readonly agentId: string;
  readonly at: Instant;
  /** One of scheduling's `AgentState`, or `unknown` where the source was silent. */
  readonly state: string;
  /** As the source calls it. */
  readonly sourceState: string;
  readonly source: string;
  readonly receivedAt: Instant;
}

export interface CurrentState {
  readonly agentId: string;
  readonly state: string;
  readonly sourceState: string;
  readonly source: string;
  readonly since: Instant;
  readonly receivedAt: Instant;
  /** From then on the state is `unknown`, unless the source is heard of before: its last sign of life and its patience. */
  readonly unknownFrom: Instant;
}

export interface ChangedDays {
  /** For the next call. */
  readonly cursor: string;
  readonly days: readonly { readonly agentId: string; readonly on: LocalDate }[];
}

export interface StatesWanted {
  /** Null: all agents. */
  readonly agentIds: readonly string[] | null;
  readonly span: { readonly startAt: Instant; readonly endAt: Instant };
}

const BEFORE = `
select a.id as "agentId", s.at, s.state, s.source_state as "sourceState", s.source, s.received_at as "receivedAt"
from agents a cross join lateral (
  select at, state, source_state, source, received_at from agent_states e
  where e.organisation_id = a.organisation_id and e.agent_id = a.id and e.at < $2::timestamptz and e.at >= $2::timestamptz - interval '31 days'
  order by e.at desc, e.source desc, e.event_id desc limit 1) s
where a.organisation_id = app_organisation_id() and ($1::uuid[] is null or a.id = any($1))`;

const millis = (column: string) => `floor(extract(epoch from ${column}) * 1000)`;

/** One row for each agent, with all its changes packed: a day of thousands is millions of values for the driver otherwise. */
const WITHIN = `
select agent_id as "agentId", json_agg(json_build_array(${millis('at')}, state, source_state, source, ${millis('received_at')})
  order by at, source, event_id) as changes from agent_states
where organisation_id = app_organisation_id() and ($1::uuid[] is null or agent_id = any($1)) and at >= $2::timestamptz and at < $3::timestamptz
group by agent_id`;

interface PackedStates {
  readonly agentId: string;
  readonly changes: readonly (readonly [Instant, string, string, string, Instant])[];
}

/** Ended silences, and those that last: a source not heard of for longer than it is borne. */
const SILENCES = `
select source, from_at as "fromAt", until_at as "untilAt" from state_source_silences where until_at > $1::timestamptz and from_at < $2::timestamptz
union all
select id, last_received_at, null from state_sources where last_received_at < now() - make_interval(secs => silent_after_seconds)`;

/** Reading of what agents did and do; written by the ingest. */
@Injectable()
export class AgentStatesService {
  constructor(private readonly database: TenantDatabase) {}

  /**
   * Changes of state within the span in order of agent and time, with the last one before it (at most 31 days back), so
   * that the state at the start is known. Of several at one instant the last counts. Where the source of an agent's last
   * event was silent a row says `unknown`, and one after it says how it went on.
   */
  async statesOf(context: RequestContext, { agentIds, span }: StatesWanted): Promise<AgentStateRow[]> {
    const [start, end] = [new Date(span.startAt).toISOString(), new Date(span.endAt).toISOString()];
    return this.database.withTenant(context, async () => {
      const before = await this.database.read<AgentStateRow>(context, BEFORE, [agentIds, start]);
      const within = await this.database.read<PackedStates>(context, WITHIN, [agentIds, start, end]);
      const rows = inOrder(before, within);
      const since = before.reduce((first, { at }) => Math.min(first, at), span.startAt);
      const silences = await this.silences(context, { startAt: since, endAt: span.endAt });
      return cut(withSilences(rows, silences), span);
    });
  }

  /** Times in which nothing was heard of a source; one that lasts has no end (Infinity). */
  private async silences(context: RequestContext, span: StatesWanted['span']): Promise<Silence[]> {
    const rows = await this.database.read<Omit<Silence, 'untilAt'> & { untilAt: number | null }>(context, SILENCES, [
      new Date(span.startAt).toISOString(),
      new Date(span.endAt).toISOString(),
    ]);
    return rows.map((row) => ({ ...row, untilAt: row.untilAt ?? Number.POSITIVE_INFINITY }));
  }

  /** One row for each agent of whom anything was ever told. */
  async currentStates(context: RequestContext): Promise<CurrentState[]> {
    return this.database.read<CurrentState>(
      context,
      `select c.agent_id as "agentId", c.state, c.source_state as "sourceState", c.source, c.since, c.received_at as "receivedAt",
         greatest(c.received_at, s.last_received_at) + make_interval(secs => coalesce(s.silent_after_seconds, 300)) as "unknownFrom"
       from agent_current_states c left join state_sources s on s.organisation_id = c.organisation_id and s.id = c.source
       where c.organisation_id = app_organisation_id()`,
    );
  }

  /**
   * Local days (of the agent's site) whose states changed afterwards by late or corrected events since the cursor of the
   * call before; null: all that are known. A shift over midnight overlaps two days. Only committed changes are told, and
   * none is missed: what commits later comes with the next call.
   */
  async changedDays(context: RequestContext, cursor: string | null): Promise<ChangedDays> {
    return this.database.withTenant(context, async () => {
      const [now] = await this.database.read<{ cursor: string }>(
        context,
        'select pg_snapshot_xmin(pg_current_snapshot())::text as cursor',
      );
      // After a restore transactions count from a lower number: a cursor from before would hide all changes.
      const since = cursor !== null && BigInt(cursor) <= BigInt(now!.cursor) ? cursor : '0';
      const days = await this.database.read<{ agentId: string; on: LocalDate }>(
        context,
        `select agent_id as "agentId", on_date::text as on from agent_days_changed
         where organisation_id = app_organisation_id() and changed_in >= $1::xid8 and changed_in < $2::xid8
         order by on_date, agent_id`,
        [since, now!.cursor],
      );
      return { cursor: now!.cursor, days };
    });
  }
}

/** Of the rows before the span the last one an agent. */
function cut(rows: readonly AgentStateRow[], { startAt, endAt }: StatesWanted['span']): AgentStateRow[] {
  return rows.filter((row, i) => {
    const next = rows[i + 1];
    const isLast = next?.agentId !== row.agentId || next.at > startAt;
    return row.at < endAt && (row.at >= startAt || isLast);
  });
}

/** By agent and time; what lies before the span comes first. */
function inOrder(before: readonly AgentStateRow[], within: readonly PackedStates[]): AgentStateRow[] {
  const firsts = new Map(before.map((row) => [row.agentId, row]));
  const packed = new Map(within.map(({ agentId, changes }) => [agentId, changes]));
  const rows: AgentStateRow[] = [];
  for (const agentId of [...new Set([...firsts.keys(), ...packed.keys()])].sort(compare)) {
    const first = firsts.get(agentId);
    if (first) rows.push(first);
    for (const [at, state, sourceState, source, receivedAt] of packed.get(agentId) ?? [])
      rows.push({ agentId, at, state, sourceState, source, receivedAt });
  }
  return rows;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
