import { Injectable } from '@nestjs/common';
import type { ScenarioBase, ScenarioQueue } from '@yotei/scheduling/scenarios';
import type { Grid } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { mayDo } from '../../../platform/permissions/permissions.js';
import { CostSettingsService } from '../../costs/index.js';
import { LawTermsService } from '../../law/law-terms.service.js';
import { AgentsService, OrganisationService } from '../../organisation/index.js';
import { peopleOf } from './base-people.js';
import type { ScenarioRange } from './base-range.js';

export type TermsOfBase = Pick<ScenarioBase, 'people' | 'costs' | 'lawPackId'>;

/** What of a base is not contacts: people, money, law, and the clock it is told by. */
@Injectable()
export class BaseTermsService {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly agents: AgentsService,
    private readonly costs: CostSettingsService,
    private readonly law: LawTermsService,
  ) {}

  /** Of the site; without one that of most people, in which rosters are planned too. Null where there is no site. */
  async zone(context: RequestContext, siteId: string | null): Promise<string | null> {
    const sites = await this.organisation.sites(context);
    if (siteId) return sites.find(({ id }) => id === siteId)?.zone ?? null;
    const counts = new Map<string, number>();
    for (const { zone } of await this.agents.all(context)) counts.set(zone, (counts.get(zone) ?? 0) + 1);
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    return most?.[0] ?? sites[0]?.zone ?? null;
  }

  async of(
    context: RequestContext,
    at: ScenarioRange & { readonly queues: readonly ScenarioQueue[]; readonly grid: Grid; readonly zone: string },
  ): Promise<TermsOfBase> {
    const agents = await this.agents.all(context, { siteId: at.siteId, hereOn: at.fromOn });
    const rows = {
      agents,
      contracts: await this.organisation.contracts(context),
      skills: await this.organisation.skills(context),
      templates: await this.organisation.shiftTemplates(context),
      activityTypes: await this.organisation.activityTypes(context),
    };
    // Wages are for those who may see what work costs, also inside a base.
    const costs = mayDo(context, 'costs.read') ? await this.costs.inForce(context, at.fromOn) : null;
    const lawPackId = await this.law.packIdOn(context, { siteId: at.siteId, on: at.fromOn });
    return {
      people: peopleOf(rows, at),
      costs: costs?.terms ?? null,
      ...(lawPackId && { lawPackId }),
    };
  }
}
