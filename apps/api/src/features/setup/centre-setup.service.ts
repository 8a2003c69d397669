import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AgentsFile, RulesFile } from '@yotei/scheduling/roster';
import { localDateOf } from '@yotei/time';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { QueueDirectory } from '../demand/index.js';
import { UserAccountsService, type NewUser } from '../identity/user-accounts.service.js';
import { OrganisationSetupService } from '../organisation/organisation-setup.service.js';
import { centreRows } from './centre-files.mapper.js';

/** A person who may sign in; with `agentId` (of the agents file) as that agent. */
export interface CentrePerson extends NewUser {
  readonly agentId: string | null;
}

export interface NewCentre {
  readonly name: string;
  /** ISO 3166 code of the country whose public holidays count. */
  readonly country: string;
  /** Planning interval of the queues, minutes. */
  readonly intervalMinutes: number;
  readonly people: readonly CentrePerson[];
  readonly agents: AgentsFile;
  readonly rules: RulesFile;
}

/** Creates an organisation from the roster files: sites, people, skills, contracts, templates, rules and queues. */
@Injectable()
export class CentreSetupService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly organisation: OrganisationSetupService,
    private readonly accounts: UserAccountsService,
    private readonly queues: QueueDirectory,
  ) {}

  /** All or nothing. An address that already signs in elsewhere is refused by the database (unique). */
  async create(centre: NewCentre): Promise<{ organisationId: string }> {
    const organisationId = uuidv7();
    const context: RequestContext = { organisationId, userId: null, roles: ['admin'], requestId: randomUUID() };
    await this.database.withTenant(context, async () => {
      await this.organisation.createOrganisation(context, { name: centre.name, isDemo: false });
      const userIds = await this.accounts.create(context, centre.people);
      const userOf = new Map(centre.people.map(({ agentId }, i) => [agentId, userIds[i]!]));
      const { setup, queues } = centreRows(centre.agents, centre.rules, {
        organisationName: centre.name,
        country: centre.country,
        today: localDateOf(this.clock.now(), centre.agents.zone),
        userIdOf: (agentId) => userOf.get(agentId) ?? null,
      });
      await this.organisation.fill(context, setup);
      for (const queue of queues) {
        await this.queues.create(context, { ...queue, intervalMinutes: centre.intervalMinutes });
      }
    });
    return { organisationId };
  }
}
