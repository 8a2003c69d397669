import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { AgentsService } from '../organisation/agents.service.js';
import type { Agent } from '../organisation/index.js';
import type { PlanningRows } from './roster-problem.mapper.js';
import { TeamPlanRepository } from './sessions/team-plans.repository.js';

/** The people of a schedule, and what they do together: rules across them, sessions, rotations. */
@Injectable()
export class PlanningTeam {
  constructor(
    private readonly people: AgentsService,
    private readonly plans: TeamPlanRepository,
  ) {}

  /** Who is here on the first day planned (today unless given), those who leave after it included. */
  agents(context: RequestContext, hereOn?: LocalDate): Promise<Agent[]> {
    return this.people.all(context, { hereOn });
  }

  async rows(context: RequestContext): Promise<Pick<PlanningRows, 'teamRules' | 'sessions' | 'rotations'>> {
    return {
      teamRules: await this.plans.teamRules(context),
      sessions: await this.plans.sessions(context),
      rotations: await this.plans.rotations(context),
    };
  }
}
