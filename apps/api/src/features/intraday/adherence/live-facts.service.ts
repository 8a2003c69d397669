import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { AgentsService } from '../../organisation/index.js';
import { AgentStatesService, type CurrentState } from '../ingest/index.js';
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
  ) {}

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
