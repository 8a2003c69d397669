import { Injectable } from '@nestjs/common';
import { findLawPack } from '@yotei/scheduling/law';
import type { ScenarioBase, ScenarioQueue } from '@yotei/scheduling/scenarios';
import type { Grid } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { mayDo } from '../../../platform/permissions/permissions.js';
import { CostSettingsService } from '../../costs/index.js';
import { LawChoicesRepository } from '../../law/law-choices.repository.js';
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
    private readonly laws: LawChoicesRepository,
  ) {}

  /** Of the site; without one, of the first by name, in which rosters are planned too. Null where there is none. */
  async zone(context: RequestContext, siteId: string | null): Promise<string | null> {
    const sites = await this.organisation.sites(context);
    return (siteId ? sites.find(({ id }) => id === siteId) : sites[0])?.zone ?? null;
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
    const lawPackId = await this.lawPackId(context, at);
    return {
      people: peopleOf(rows, at),
      costs: costs?.terms ?? null,
      ...(lawPackId && { lawPackId }),
    };
  }

  private async lawPackId(context: RequestContext, { siteId, fromOn }: ScenarioRange): Promise<string | null> {
    const sites = await this.laws.all(context);
    const held = sites.find(
      (site) => (!siteId || site.siteId === siteId) && site.packId && site.fromOn && site.fromOn <= fromOn,
    );
    return held?.packId && findLawPack(held.packId) ? held.packId : null;
  }
}
