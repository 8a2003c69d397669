import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { EventQueue, mapEvents } from '../../../platform/events/event-queue.js';
import { AGENT_STATES_TOPIC } from '../ingest/index.js';
import { ADHERENCE_TOPIC } from './rejudging.service.js';
import { AgentDaysService } from './agent-days.service.js';
import { DayWalks } from './day-walks.service.js';
import { LiveFacts, type ChangedState } from './live-facts.service.js';
import { LivePace, type LiveNews } from './live-pace.js';
import { liveColumns } from './live-board.mapper.js';
import type { LiveBoard, LiveChange } from './live.graphql-types.js';

const PACE_MILLIS = 1_000;
/** Transactions that began before the last message may have become visible after it. */
const OVERLAP_MILLIS = 5_000;

/** The board of all agents now, and what changes on it. */
@Injectable()
export class LiveService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly live: LiveFacts,
    private readonly agentDays: AgentDaysService,
    private readonly walks: DayWalks,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  async board(context: RequestContext): Promise<LiveBoard> {
    return this.database.withTenant(context, async (tx) => {
      const at = this.clock.now();
      await this.live.keepJudging(tx, context, at);
      const facts = await this.live.read(context);
      const walked = await this.walks.running(context, await this.agentDays.running(context, facts.agents, at), at);
      const current = new Map(facts.current.map((one) => [one.agentId, one]));
      const typeIds = facts.activityTypes.map(({ id }) => id);
      const isOnShift = walked.some(({ agentDay: { day } }) =>
        day.activities.some(({ startAt, endAt }) => startAt <= at && at < endAt),
      );
      return {
        ...liveColumns(walked, { at, current, sources: facts.sources, typeIds }),
        nextShiftAt: isOnShift ? null : await this.live.nextShiftAt(context, at),
        sources: [...facts.sources],
        settings: facts.settings,
        activityTypes: facts.activityTypes,
      };
    });
  }

  /** What changes from now on, at most once a second; the first message comes at once. */
  async changes(context: RequestContext): Promise<AsyncIterableIterator<LiveChange>> {
    const queue = new EventQueue<LiveNews>('reload');
    const pace = new LivePace(PACE_MILLIS, (news) => queue.push(news));
    const stops = [
      await this.events.listen(context, AGENT_STATES_TOPIC, ({ kind }) =>
        pace.tell(kind === 'resync' ? 'reload' : 'states'),
      ),
      await this.events.listen(context, ADHERENCE_TOPIC, () => pace.tell('reload')),
      () => pace.stop(),
    ];
    queue.onEnd(() => stops.forEach((stop) => stop()));
    pace.tell('states');
    const sent = new Map<string, string>();
    let since = this.clock.now();
    return mapEvents(queue, async (news) => {
      const at = this.clock.now();
      const { current, sources } = await this.live.changed(context, since - OVERLAP_MILLIS);
      since = at;
      const fresh = current.filter(({ agentId, ...one }) => sent.get(agentId) !== `${one.since}/${one.state}`);
      for (const one of fresh) sent.set(one.agentId, `${one.since}/${one.state}`);
      return changeOf(fresh, { at, reload: news === 'reload', sources: [...sources] });
    });
  }
}

function changeOf(current: readonly ChangedState[], rest: Pick<LiveChange, 'at' | 'reload' | 'sources'>): LiveChange {
  return {
    ...rest,
    agentIds: current.map(({ agentId }) => agentId),
    states: current.map(({ state }) => state),
    sourceStates: current.map(({ sourceState }) => sourceState),
    sourceIds: current.map(({ source }) => source),
    since: current.map((one) => one.since),
  };
}
