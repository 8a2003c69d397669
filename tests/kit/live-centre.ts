import { MINUTE_MILLIS, localDateOf, weekStartOf, addDays } from '@yotei/time';
import { AGENT_STATES_TOPIC } from '../../apps/api/src/features/intraday/ingest/index.js';
import { EventBus } from '../../apps/api/src/platform/events/event-bus.js';
import { Desk } from './together-centre.js';
import { newTestCentre, type TestCentre } from './test-centre.js';
import type { Loose, TestApi, TestPerson } from './test-api.js';

const ZONE = 'Asia/Tokyo';
const iso = (at: number) => new Date(at).toISOString();

/** A centre in the middle of its day: a published schedule, a telephone system that tells states, a supervisor. */
export class LiveCentre {
  /** The moment against which shifts and states are given. */
  readonly now = Date.now();
  readonly zone = ZONE;
  readonly supervisor: TestPerson;
  readonly agentIds: readonly string[];
  readonly scheduleId: string;
  private events = 0;

  private constructor(
    private readonly api: TestApi,
    private readonly centre: TestCentre,
    of: Pick<LiveCentre, 'supervisor' | 'scheduleId' | 'agentIds'> & { readonly desk: Desk },
  ) {
    this.supervisor = of.supervisor;
    this.agentIds = of.agentIds;
    this.scheduleId = of.scheduleId;
    this.desk = of.desk;
  }

  private readonly desk: Desk;

  static async open(api: TestApi): Promise<LiveCentre> {
    const centre = await newTestCentre(api);
    const supervisor = await api.person(['supervisor'], centre.context);
    const { organisationId } = centre.context;
    const monday = addDays(weekStartOf(localDateOf(Date.now(), ZONE)), -7);
    const [schedule] = await api.db.peek<{ id: string }>(
      `insert into schedules (organisation_id, zone, week_start_on, weeks, state, published_at) values ($1, $2, $3::date, 3, 'published', now()) returning id`,
      [organisationId, ZONE, monday],
    );
    await api.db.peek(
      `insert into state_sources (organisation_id, id, title, last_received_at) values ($1, 'phone', 'Telephony', now())`,
      [organisationId],
    );
    const agents = await api.db.peek<{ id: string }>(
      'select id from agents where organisation_id = $1 order by (id <> $2), name, id',
      [organisationId, centre.agentId],
    );
    return new LiveCentre(api, centre, {
      supervisor,
      scheduleId: schedule!.id,
      agentIds: agents.map(({ id }) => id),
      desk: new Desk(supervisor, api.url),
    });
  }

  /** The person who is the first of the agents. */
  get agent(): TestPerson {
    return this.centre.agent;
  }

  get context() {
    return this.centre.context;
  }

  get administrator(): TestPerson {
    return this.centre.planner;
  }

  async close(): Promise<void> {
    await this.desk.socket.dispose();
  }

  told(query: string, wanted: (event: Loose) => boolean): Promise<Loose> {
    return this.desk.told(query, {}, wanted);
  }

  /** A published shift from `from` milliseconds after now, of activities with their minutes. */
  async shift(
    agentId: string,
    from: number,
    parts: readonly (readonly [type: string, minutes: number])[],
  ): Promise<void> {
    const { organisationId } = this.context;
    let at = this.now + from;
    const activities = parts.map(([type, minutes]) => {
      const startAt = at;
      at += minutes * MINUTE_MILLIS;
      return { type, startAt: iso(startAt), endAt: iso(at) };
    });
    await this.api.db.peek(
      `with one as (insert into shifts (organisation_id, schedule_id, agent_id, span) values ($1, $2, $3, tstzrange($4::timestamptz, $5::timestamptz)) returning id)
       insert into shift_activities (organisation_id, shift_id, start_at, end_at, activity_type_id)
       select $1, one.id, (a ->> 'startAt')::timestamptz, (a ->> 'endAt')::timestamptz, a ->> 'type' from one, jsonb_array_elements($6::jsonb) a`,
      [organisationId, this.scheduleId, agentId, iso(this.now + from), iso(at), JSON.stringify(activities)],
    );
  }

  /** From `after` milliseconds after now the agent is in this state, as the telephone system told just now. */
  async state(agentId: string, after: number, state: string): Promise<void> {
    this.events += 1;
    await this.api.db.database.withTenant(this.context, async (tx) => {
      const row = [agentId, iso(this.now + after), `e${this.events}`, state];
      await tx.query(
        `insert into agent_states (organisation_id, agent_id, at, source, event_id, state, source_state)
         values (app_organisation_id(), $1, $2, 'phone', $3, $4, $4)`,
        row,
      );
      await tx.query(
        `insert into agent_current_states as c (organisation_id, agent_id, since, source, event_id, state, source_state, received_at)
         values (app_organisation_id(), $1, $2, 'phone', $3, $4, $4, now())
         on conflict (organisation_id, agent_id) do update set since = excluded.since, event_id = excluded.event_id,
           state = excluded.state, source_state = excluded.source_state, received_at = excluded.received_at where excluded.since >= c.since`,
        row,
      );
      await this.api.app
        .get(EventBus, { strict: false })
        .publish(tx, this.context, { topic: AGENT_STATES_TOPIC, payload: null });
    });
  }
}
