import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { Announcer } from '../notifications/index.js';
import { AgentsService } from '../organisation/agents.service.js';
import { TimeOffAnswers } from './time-off-answers.service.js';
import { adjustmentNews } from './time-off-news.js';
import { TimeOffRepository } from './time-off.repository.js';

/** What follows from a correction. */
@Injectable()
export class AccountNews {
  constructor(
    private readonly people: AgentsService,
    private readonly announcer: Announcer,
    private readonly answers: TimeOffAnswers,
    private readonly requests: TimeOffRepository,
  ) {}

  async tell(
    tx: EntityManager,
    context: RequestContext,
    of: Parameters<typeof adjustmentNews>[0] & { readonly agentId: string },
  ): Promise<void> {
    const userId = (await this.people.usersOf(context, [of.agentId])).get(of.agentId);
    if (userId) await this.announcer.announce(tx, context, [{ ...adjustmentNews(of), userId }]);
  }

  async fill(tx: EntityManager, context: RequestContext, teamId: string): Promise<void> {
    await this.requests.lockTeam(tx, teamId);
    await this.answers.fillPlaces(tx, context, teamId);
  }
}
