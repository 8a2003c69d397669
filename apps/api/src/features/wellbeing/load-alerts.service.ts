import { Injectable } from '@nestjs/common';
import { LEAST_PEERS, LOAD_ALARM } from '@yotei/scheduling/wellbeing';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import { RepairService, type ProposedRepairs } from '../intraday/repair/index.js';
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

interface BusyPerson {
  readonly agentId: string;
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
    private readonly repairs: RepairService,
  ) {}

  /** Teams with somebody in such a stretch, most people first. Teams of whom fewer than five are at work are not told of. */
  async now(context: RequestContext): Promise<LoadAlert[]> {
    return this.database.withTenant(context, async () => {
      const busy = await this.busyByTeam(context);
      const teams = await this.organisation.teams(context);
      const { minutes, occupancyFraction } = LOAD_ALARM;
      return teams
        .flatMap(({ id: teamId, name: teamName }) => {
          const people = busy.get(teamId);
          if (!people) return [];
          const since = Math.min(...people.map((one) => one.since));
          return [{ teamId, teamName, people: people.length, overMinutes: minutes, occupancyFraction, since }];
        })
        .sort((a, b) => b.people - a.people);
    });
  }

  /**
   * The breaks of the people behind a team's alert, sooner: one proposal, those who have waited longest first, or none where no
   * break can come sooner or nobody is told of. Null: nothing is planned now.
   */
  async mend(context: RequestContext, teamId: string): Promise<ProposedRepairs | null> {
    return this.database.withTenant(context, async () => {
      const people = [...((await this.busyByTeam(context)).get(teamId) ?? [])];
      people.sort((a, b) => a.since - b.since);
      return this.repairs.breather(
        context,
        people.map(({ agentId }) => agentId),
      );
    });
  }

  /** Who is in such a stretch, by team; only teams that may be told of. */
  private async busyByTeam(context: RequestContext): Promise<ReadonlyMap<string, readonly BusyPerson[]>> {
    const agents = await this.people.all(context);
    const { told, busy } = await this.worked.alarms(context, agents);
    const found = new Map<string, BusyPerson[]>();
    const atWork = new Map<string, number>();
    for (const { id: agentId, teamId } of agents) {
      if (teamId === null) continue;
      if (told.has(agentId)) atWork.set(teamId, (atWork.get(teamId) ?? 0) + 1);
      const since = busy.get(agentId);
      if (since !== undefined) found.set(teamId, [...(found.get(teamId) ?? []), { agentId, since }]);
    }
    for (const teamId of found.keys()) if ((atWork.get(teamId) ?? 0) < LEAST_PEERS) found.delete(teamId);
    return found;
  }
}
