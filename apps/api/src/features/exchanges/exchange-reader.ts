import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/request-context.js';
import { AgentsService } from '../organisation/agents.service.js';
import type { Agent } from '../organisation/index.js';

/** The agent who asks, looked up once a request however many parts of the answer want to know. */
@Injectable()
export class ExchangeReader {
  private readonly known = new WeakMap<RequestContext, Agent | null>();

  constructor(private readonly people: AgentsService) {}

  /** Null: the account belongs to no agent. */
  async agentOf(context: RequestContext): Promise<Agent | null> {
    const known = this.known.get(context);
    if (known !== undefined) return known;
    const agent = context.userId ? await this.people.ofUser(context, context.userId) : null;
    this.known.set(context, agent);
    return agent;
  }
}
