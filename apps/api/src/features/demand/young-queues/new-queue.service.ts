import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { QueueDirectory } from '../queue-directory.js';

const LONGEST_NAME = 80;

export type CreatedQueue =
  | { readonly kind: 'created'; readonly queueId: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** Makes queues that have no past yet; those with one come with their import. */
@Injectable()
export class NewQueueService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly queues: QueueDirectory,
  ) {}

  /** At the site and in the interval of the queue named, or of the first one there is. */
  async create(
    context: RequestContext,
    order: { readonly name: string; readonly besideQueueId?: string | null },
  ): Promise<CreatedQueue> {
    const name = order.name.trim();
    if (name === '' || name.length > LONGEST_NAME)
      return { kind: 'invalid', path: 'name', message: `a name has 1 to ${LONGEST_NAME} characters` };
    return this.database.withTenant(context, async () => {
      const all = await this.queues.all(context);
      if (
        all.some((queue) => [queue.name.en, queue.name.ja].some((known) => known.toLowerCase() === name.toLowerCase()))
      )
        return { kind: 'invalid' as const, path: 'name', message: 'there is a queue of that name' };
      const beside = order.besideQueueId ? all.find(({ id }) => id === order.besideQueueId) : all[0];
      if (!beside) return { kind: 'not-found' as const };
      const { siteId, intervalMinutes } = beside;
      return {
        kind: 'created' as const,
        queueId: await this.queues.create(context, { name, siteId, intervalMinutes }),
      };
    });
  }
}
