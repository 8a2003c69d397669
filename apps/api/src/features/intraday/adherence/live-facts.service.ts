import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { TaskQueue } from '../../../platform/jobs/background-task.js';
import { AgentsService } from '../../organisation/index.js';
import { AgentStatesService, type CurrentState } from '../ingest/index.js';
import { ADHERENCE_TASK } from './adherence-task.js';
import { AdherenceFactsRepository } from './adherence-facts.repository.js';
import { AdherenceSettingsRepository } from './adherence-settings.repository.js';

export type ChangedState = Omit<CurrentState, 'unknownFrom'>;

/** What the board reads beside days. */
@Injectable()
export class LiveFacts {
  constructor(
    private readonly people: AgentsService,
    private readonly states: AgentStatesService,
    private readonly facts: AdherenceFactsRepository,
    private readonly settings: AdherenceSettingsRepository,
    private readonly database: TenantDatabase,
    private readonly tasks: TaskQueue,
  ) {}

  /** Running days are judged in the background from the first source on; a look at the board sees to it. */
  async keepJudging(tx: EntityManager, context: RequestContext, now: Instant): Promise<void> {
    await this.tasks.wake(tx, context, ADHERENCE_TASK, now);
  }

  async read(context: RequestContext) {
    return {
      agents: await this.people.all(context),
      current: await this.states.currentStates(context),
      sources: await this.facts.sources(context),
      settings: (await this.settings.all(context)).map((one) => ({
        ...one,
        ignoredActivityTypeIds: [...one.ignoredActivityTypeIds],
        ignoredStates: [...one.ignoredStates],
      })),
      activityTypes: (await this.facts.activityTypes(context)).map((type) => ({
        ...type,
        adheringStates: [...(type.adheringStates ?? [])],
      })),
    };
  }

  nextShiftAt(context: RequestContext, after: Instant): Promise<Instant | null> {
    return this.facts.nextShiftAt(context, after);
  }

  /** States received since a moment. */
  async changed(context: RequestContext, since: Instant) {
    return this.database.withTenant(context, async () => ({
      sources: await this.facts.sources(context),
      current: await this.database.read<ChangedState>(
        context,
        `select agent_id as "agentId", state, source_state as "sourceState", source, since, received_at as "receivedAt"
         from agent_current_states where organisation_id = $1 and received_at >= $2::timestamptz order by agent_id`,
        [context.organisationId, new Date(since).toISOString()],
      ),
    }));
  }
}
