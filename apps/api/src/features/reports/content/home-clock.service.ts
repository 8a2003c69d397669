import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { QueueDirectory } from '../../demand/index.js';
import { OrganisationService } from '../../organisation/index.js';

/** On whose clock a report tells of "yesterday": that of the site with most queues, as on the screens. */
@Injectable()
export class HomeClock {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly queues: QueueDirectory,
  ) {}

  async of(context: RequestContext): Promise<{ readonly zone: string; readonly weekStart: number }> {
    const sites = await this.organisation.sites(context);
    const queues = await this.queues.all(context);
    const count = (siteId: string): number => queues.filter((queue) => queue.siteId === siteId).length;
    const [home] = [...sites].sort((a, b) => count(b.id) - count(a.id));
    return home ?? { zone: 'UTC', weekStart: 1 };
  }
}
