import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { Metrics } from '../../../platform/observability/metrics.js';
import { AGENT_STATES_TOPIC, AgentStateNews } from './agent-state-news.js';
import type { SortedEvents } from './event-sorting.js';
import { SourceWatch } from './source-watch.js';
import type { AddedEvent } from './state-events.repository.js';

/** Older events say nothing of the clock: they waited somewhere. */
const LIVE_MILLIS = 3_600_000;

/** What follows a batch once it is committed: news, and the source's sign of life. */
@Injectable()
export class IngestAfterwards {
  constructor(
    private readonly news: AgentStateNews,
    private readonly watch: SourceWatch,
    private readonly metrics: Metrics,
  ) {}

  /** Answers the skew of the source's clock, as far as it is known: seconds, above 0 when it is ahead. */
  async tell(
    context: RequestContext,
    of: {
      readonly source: string;
      readonly now: Instant;
      readonly sorted: SortedEvents;
      readonly added: readonly AddedEvent[];
    },
  ): Promise<number | null> {
    const { source, now, sorted, added } = of;
    this.metrics.agentStates.inc(added.length);
    const live = added.filter(({ at, late }) => !late && at > now - LIVE_MILLIS);
    const skews = live.map(({ at }) => (at - now) / 1000);
    await this.watch.saw(context, { source, skews, oddities: sorted.oddities });
    // A batch sent again may be one whose news a crash swallowed: its agents are told again.
    const agentIds = sorted.known.map(({ agentId }) => agentId);
    if (agentIds.length > 0) await this.news.changed(context, AGENT_STATES_TOPIC, agentIds);
    return this.watch.skewOf(context, source);
  }
}
