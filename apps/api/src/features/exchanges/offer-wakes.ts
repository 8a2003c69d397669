import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { TaskQueue } from '../../platform/jobs/background-task.js';
import { EXCHANGE_DEADLINES_TASK, EXCHANGES_TOPIC } from './exchange-news.js';

/** Pages and the deadline watch hear of offers. */
@Injectable()
export class OfferWakes {
  constructor(
    private readonly events: EventBus,
    private readonly tasks: TaskQueue,
  ) {}

  async changed(tx: EntityManager, context: RequestContext, offer: { id: string; closesAt?: Instant }): Promise<void> {
    await this.events.publish(tx, context, { topic: EXCHANGES_TOPIC, payload: { id: offer.id } });
    if (offer.closesAt) await this.tasks.wake(tx, context, EXCHANGE_DEADLINES_TASK, offer.closesAt);
  }
}
