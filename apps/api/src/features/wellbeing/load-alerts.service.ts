import { Injectable } from '@nestjs/common';
import { LEAST_PEERS, LOAD_ALARM } from '@yotei/scheduling/wellbeing';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { WorkedWeeksService } from './worked-weeks.service.js';

/** People of a team who have had no breather for long and still have none; never who. */
export interface LoadAlert {
  readonly teamId: string;
  readonly teamName: string;
  readonly people: number;
  readonly overMinutes: number;
  readonly occupancyFraction: number;
  /** When the first of these stretches began. */
  readonly since: Instant;
}

/** What the running day asks of people right now, so that a break can be moved before it is too much. */
@Injectable()
export class LoadAlertsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
    private readonly organisation: OrganisationService,
    private readonly worked: WorkedWeeksService,
  ) {}

  /** Teams with somebody in such a stretch, most people first. Teams of whom fewer than five are at work are not told of. */
  async now(context: RequestContext): Promise<LoadAlert[]> {
    return this.database.withTenant(context, async () => {
      const agents = await this.people.all(context);
      const { told, busy } = await this.worked.alarms(context, agents);
      const teams = await this.organisation.teams(context);
      return teams
        .flatMap(({ id, name }) => {
          const own = agents.filter(({ teamId }) => teamId === id);
          const since = own.flatMap((agent) => busy.get(agent.id) ?? []);
          if (since.length === 0 || own.filter((agent) => told.has(agent.id)).length < LEAST_PEERS) return [];
          const { minutes, occupancyFraction } = LOAD_ALARM;
          const alert = { people: since.length, overMinutes: minutes, occupancyFraction, since: Math.min(...since) };
          return [{ teamId: id, teamName: name, ...alert }];
        })
        .sort((a, b) => b.people - a.people);
    });
  }
}
