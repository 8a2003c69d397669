import { Injectable } from '@nestjs/common';
import type { DemoCentre } from '@yotei/demo';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { insertRows } from '../../../platform/database/insert-rows.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { OrganisationSetupService } from '../../organisation/organisation-setup.service.js';
import { OrganisationService } from '../../organisation/organisation.service.js';
import { queueRows, type DemoIds } from '../demo-rows.mapper.js';
import { idsOfSample, sampleSetup } from './sample-centre.js';
import { SampleDataRepository } from './sample-data.repository.js';

/** The people, places, contracts and queues of a sample, stored with the list of their rows; what a first attempt left goes before. */
@Injectable()
export class SampleSetupFiller {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organisation: OrganisationService,
    private readonly setup: OrganisationSetupService,
    private readonly samples: SampleDataRepository,
  ) {}

  async store(
    context: RequestContext,
    centre: DemoCentre,
    { ids, today }: { readonly ids: DemoIds; readonly today: LocalDate },
  ): Promise<void> {
    const activityTypes = await this.organisation.activityTypes(context);
    const hasRules = (await this.organisation.ruleSettings(context)).length > 0;
    const setup = sampleSetup(centre, ids, { today, activityTypeIds: activityTypes.map(({ id }) => id), hasRules });
    const queues = queueRows(centre, ids) as { id: string }[];
    await this.database.withTenant(context, async (tx) => {
      const before = await this.samples.find(context);
      if (before) await this.samples.takeAway(tx, before);
      await this.setup.fill(context, setup);
      await insertRows(tx, { table: 'queues', organisationId: context.organisationId, rows: queues });
      await this.samples.keepRows(tx, idsOfSample(setup, queues));
    });
  }
}
