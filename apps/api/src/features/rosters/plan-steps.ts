import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { DemandViewService } from '../demand/index.js';
import { AgentsService } from '../organisation/agents.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { RequirementService } from '../staffing/index.js';

/** Which days of a plan have been forecast and staffed, and in which week and zone the centre plans. */
@Injectable()
export class PlanSteps {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly people: AgentsService,
    private readonly demand: DemandViewService,
    private readonly requirements: RequirementService,
  ) {}

  async done(
    context: RequestContext,
    range: { fromOn: LocalDate; days: number },
  ): Promise<{ forecast: ReadonlySet<LocalDate>; requirement: ReadonlySet<LocalDate> }> {
    return {
      forecast: new Set(await this.demand.datesWithForecast(context, range)),
      requirement: new Set(await this.requirements.dates(context, range)),
    };
  }

  async weekStart(context: RequestContext): Promise<number> {
    return (await this.organisation.sites(context))[0]?.weekStart ?? 1;
  }

  /** Zone of the site with the most agents. */
  async mainZone(context: RequestContext): Promise<string> {
    const agents = await this.people.all(context);
    const counts = new Map<string, number>();
    for (const { zone } of agents) counts.set(zone, (counts.get(zone) ?? 0) + 1);
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    return most?.[0] ?? (await this.organisation.sites(context))[0]?.zone ?? 'UTC';
  }
}
