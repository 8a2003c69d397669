import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { LOGGER, type Logger } from '../../../platform/observability/logger.js';
import { Paced } from './paced.js';

/** Topic of the event bus: states of agents changed. The payload is {@link AgentStatesChanged}, or null: look again. */
export const AGENT_STATES_TOPIC = 'agent-states';
/** Topic of the event bus: interval actuals came in. The payload is null: look again. */
export const INTERVAL_ACTUALS_TOPIC = 'interval-actuals';

export interface AgentStatesChanged {
  readonly agentIds: readonly string[];
}

/** Twice a second and process: a notification makes all processes wait for each other for a moment. */
const EVERY_MILLIS = 500;
/** 39 bytes an id keep the payload below what Postgres takes. */
const MOST_IDS = 150;

interface Gathered {
  readonly context: RequestContext;
  readonly topic: string;
  readonly agentIds: Set<string>;
  /** Something changed that no id tells. */
  lookAgain: boolean;
}

/** Tells the other processes what came in, a few times a second however much it is. */
@Injectable()
export class AgentStateNews implements OnModuleDestroy {
  private readonly gathered = new Map<string, Gathered>();
  private readonly paced: Paced;

  constructor(
    private readonly database: TenantDatabase,
    private readonly events: EventBus,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.paced = new Paced(
      EVERY_MILLIS,
      (key) => this.publish(key),
      (error) => logger.warn({ reason: (error as Error).message }, 'news of agent states was not sent'),
    );
  }

  /** After the commit; `null` agents: look again. */
  async changed(context: RequestContext, topic: string, agentIds: Iterable<string> | null): Promise<void> {
    const key = `${context.organisationId}/${topic}`;
    const gathered = this.gathered.get(key) ?? { context, topic, agentIds: new Set<string>(), lookAgain: false };
    for (const id of agentIds ?? []) gathered.agentIds.add(id);
    gathered.lookAgain ||= agentIds === null;
    this.gathered.set(key, gathered);
    await this.paced.ask(key);
  }

  async onModuleDestroy(): Promise<void> {
    await this.paced.settle();
  }

  private async publish(key: string): Promise<void> {
    const gathered = this.gathered.get(key);
    if (!gathered) return;
    this.gathered.delete(key);
    const { context, topic, agentIds, lookAgain } = gathered;
    const payload = lookAgain || agentIds.size > MOST_IDS ? null : { agentIds: [...agentIds] };
    await this.database.withTenant(context, (tx) => this.events.publish(tx, context, { topic, payload }));
  }
}
