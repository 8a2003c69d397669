import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';

/** An event whose agent and state are known. */
export interface KnownEvent {
  readonly eventId: string;
  readonly agentId: string;
  readonly at: Instant;
  readonly state: string;
  readonly sourceState: string;
}

export interface AddedEvent {
  readonly eventId: string;
  readonly agentId: string;
  readonly at: Instant;
  /** Out of order, or of a local day that is over. */
  readonly late: boolean;
}

/**
 * One statement for the whole batch. Keys are taken in order, so that two batches with the same events wait for each
 * other instead of for ever; an agent's present state never moves backwards.
 */
const ADD = `
with incoming as (
  select * from unnest($2::text[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[]) as e(event_id, agent_id, at, state, source_state)
), before as (
  select agent_id, since from agent_current_states where organisation_id = app_organisation_id() and agent_id = any($3::uuid[])
), fresh as (
  insert into agent_state_events (organisation_id, source, event_id, agent_id, at)
  select app_organisation_id(), $1, event_id, agent_id, at from incoming order by event_id
  on conflict do nothing returning event_id
), added as (
  insert into agent_states (organisation_id, agent_id, at, source, event_id, state, source_state)
  select app_organisation_id(), agent_id, at, $1, event_id, state, source_state from incoming join fresh using (event_id)
  on conflict do nothing returning agent_id, at, event_id, state, source_state, received_at
), moved as (
  insert into agent_current_states as c (organisation_id, agent_id, state, source_state, source, event_id, since, received_at)
  select distinct on (agent_id) app_organisation_id(), agent_id, state, source_state, $1, event_id, at, received_at
  from added order by agent_id, at desc, event_id desc
  on conflict (organisation_id, agent_id) do update
  set state = excluded.state, source_state = excluded.source_state, source = excluded.source, event_id = excluded.event_id,
    since = excluded.since, received_at = excluded.received_at
  where (excluded.since, excluded.source, excluded.event_id) > (c.since, c.source, c.event_id)
)
select e.event_id as "eventId", e.agent_id as "agentId", e.at,
  coalesce(e.at < b.since, false) or (e.at at time zone s.zone)::date < (now() at time zone s.zone)::date as late
from added e join agents a on a.organisation_id = app_organisation_id() and a.id = e.agent_id
join sites s on s.organisation_id = a.organisation_id and s.id = a.site_id
left join before b on b.agent_id = e.agent_id`;

/** Every local day the state covers: until the agent's next event or now, a week at most. */
const MARK_DAYS = `
insert into agent_days_changed as marked (organisation_id, agent_id, on_date)
select distinct app_organisation_id(), e.agent_id, day::date
from unnest($1::uuid[], $2::timestamptz[]) as e(agent_id, at)
join agents a on a.organisation_id = app_organisation_id() and a.id = e.agent_id
join sites s on s.organisation_id = a.organisation_id and s.id = a.site_id
cross join lateral (
  select greatest(e.at, least(coalesce(min(n.at), now()), e.at + interval '7 days') - interval '1 microsecond') as until
  from agent_states n where n.organisation_id = app_organisation_id() and n.agent_id = e.agent_id and n.at > e.at) next
cross join lateral generate_series(((e.at at time zone s.zone)::date)::timestamp, ((next.until at time zone s.zone)::date)::timestamp, interval '1 day') as day
order by 2, 3
on conflict (organisation_id, agent_id, on_date) do update set changed_in = pg_current_xact_id()`;

const STORED = `
select k.event_id as "eventId", k.agent_id as "agentId", k.at, s.source_state as "sourceState", s.state
from agent_state_events k
left join agent_states s on s.organisation_id = k.organisation_id and s.agent_id = k.agent_id and s.at = k.at and s.source = k.source and s.event_id = k.event_id
where k.organisation_id = app_organisation_id() and k.source = $1 and k.event_id = any($2::text[]) order by k.event_id`;

/** What was said before is kept; the stream shows what is believed now. */
const REPLACE = `
with known as (
  update agent_state_events k set agent_id = e.agent_id, at = e.at
  from unnest($2::text[], $3::uuid[], $4::timestamptz[]) as e(event_id, agent_id, at)
  where k.organisation_id = app_organisation_id() and k.source = $1 and k.event_id = e.event_id
), gone as (
  delete from agent_states s using unnest($2::text[], $5::uuid[], $6::timestamptz[]) as e(event_id, agent_id, at)
  where s.organisation_id = app_organisation_id() and s.agent_id = e.agent_id and s.at = e.at and s.source = $1 and s.event_id = e.event_id
  returning s.agent_id, s.at, s.source, s.event_id, s.state, s.source_state, s.received_at
)
insert into agent_state_corrections (organisation_id, agent_id, at, source, event_id, state, source_state, received_at)
select app_organisation_id(), * from gone`;

const ADD_REPLACED = `
insert into agent_states (organisation_id, agent_id, at, source, event_id, state, source_state)
select app_organisation_id(), agent_id, at, $1, event_id, state, source_state
from unnest($2::text[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[]) as e(event_id, agent_id, at, state, source_state)
on conflict do nothing`;

const WORDS = `
select distinct source_state as word from agent_states
where organisation_id = app_organisation_id() and source = $1 and at >= $2::timestamptz`;
const REMAP = `
update agent_states s set state = m.state from unnest($3::text[], $4::text[]) as m(word, state)
where s.organisation_id = app_organisation_id() and s.source = $1 and s.at >= $2::timestamptz
  and s.source_state = m.word and s.state <> m.state
returning s.agent_id as "agentId", s.at`;

const FORGET_CURRENT = `delete from agent_current_states where organisation_id = app_organisation_id() and agent_id = any($1::uuid[])`;
const FIND_CURRENT = `
insert into agent_current_states (organisation_id, agent_id, state, source_state, source, event_id, since, received_at)
select distinct on (agent_id) organisation_id, agent_id, state, source_state, source, event_id, at, received_at
from agent_states where organisation_id = app_organisation_id() and agent_id = any($1::uuid[]) and at > now() - interval '31 days'
order by agent_id, at desc, source desc, event_id desc
on conflict do nothing`;

/** The stream of agent states and what hangs on it: ids taken in, present states, days that changed. */
@Injectable()
export class StateEventRepository {
  private readonly months = new Set<string>();

  constructor(private readonly database: TenantDatabase) {}

  /** In a transaction of its own, before the events': making a partition locks the table for a moment. */
  async ensurePartitions(instants: readonly Instant[]): Promise<void> {
    const missing = [...new Set(instants.map((at) => new Date(at).toISOString().slice(0, 7)))].filter(
      (month) => !this.months.has(month),
    );
    for (const month of missing) {
      await this.database.withoutTenant((tx) =>
        tx.query('select ensure_agent_state_partitions($1::date, $1::date)', [`${month}-01`]),
      );
      this.months.add(month);
    }
  }

  /** Those that were not known; the ids of one batch must differ. */
  async add(tx: EntityManager, source: string, events: readonly KnownEvent[]): Promise<AddedEvent[]> {
    return readRows<AddedEvent>(tx, ADD, [source, ...columns(events)]);
  }

  /** Days to look at again: of events that came late, or that say something else than before. */
  async markDays(tx: EntityManager, events: readonly { agentId: string; at: Instant }[]): Promise<void> {
    if (events.length === 0) return;
    await tx.query(MARK_DAYS, [
      events.map(({ agentId }) => agentId),
      events.map(({ at }) => new Date(at).toISOString()),
    ]);
  }

  /** Events as they are stored; `state` is null where retention took it. */
  async stored(
    tx: EntityManager,
    source: string,
    eventIds: readonly string[],
  ): Promise<(Omit<KnownEvent, 'state' | 'sourceState'> & { state: string | null; sourceState: string | null })[]> {
    return eventIds.length === 0 ? [] : readRows(tx, STORED, [source, eventIds]);
  }

  /** Every word the source said since then. */
  async wordsOf(tx: EntityManager, source: string, fromAt: Instant): Promise<string[]> {
    const rows = await readRows<{ word: string }>(tx, WORDS, [source, new Date(fromAt).toISOString()]);
    return rows.map(({ word }) => word);
  }

  /** Stores what the words mean now; answers how many states changed by it. */
  async remap(
    tx: EntityManager,
    of: {
      readonly source: string;
      readonly fromAt: Instant;
      readonly meanings: readonly { readonly word: string; readonly state: string }[];
    },
  ): Promise<number> {
    const changed = await readRows<{ agentId: string; at: Instant }>(tx, REMAP, [
      of.source,
      new Date(of.fromAt).toISOString(),
      of.meanings.map(({ word }) => word),
      of.meanings.map(({ state }) => state),
    ]);
    await this.markDays(tx, changed);
    await this.findCurrent(tx, changed);
    return changed.length;
  }

  /** Puts events in the place of those of the same id. */
  async replace(
    tx: EntityManager,
    source: string,
    changes: readonly { readonly before: Pick<KnownEvent, 'agentId' | 'at'>; readonly after: KnownEvent }[],
  ): Promise<void> {
    if (changes.length === 0) return;
    const before = changes.map((change) => change.before);
    const after = changes.map((change) => change.after);
    const [ids, agents, instants, states, sourceStates] = columns(after);
    const [, agentsBefore, instantsBefore] = columns(changes.map((change) => ({ ...change.after, ...change.before })));
    await this.markDays(tx, before);
    await tx.query(REPLACE, [source, ids, agents, instants, agentsBefore, instantsBefore]);
    await tx.query(ADD_REPLACED, [source, ids, agents, instants, states, sourceStates]);
    await this.markDays(tx, after);
    await this.findCurrent(tx, [...before, ...after]);
  }

  private async findCurrent(tx: EntityManager, of: readonly { readonly agentId: string }[]): Promise<void> {
    const agentIds = [...new Set(of.map(({ agentId }) => agentId))].sort();
    if (agentIds.length === 0) return;
    await tx.query(FORGET_CURRENT, [agentIds]);
    await tx.query(FIND_CURRENT, [agentIds]);
  }
}

function columns(events: readonly KnownEvent[]): [string[], string[], string[], string[], string[]] {
  return [
    events.map(({ eventId }) => eventId),
    events.map(({ agentId }) => agentId),
    events.map(({ at }) => new Date(at).toISOString()),
    events.map(({ state }) => state),
    events.map(({ sourceState }) => sourceState),
  ];
}
