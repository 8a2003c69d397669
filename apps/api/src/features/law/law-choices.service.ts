import { Injectable } from '@nestjs/common';
import { lawChoiceFault } from '@yotei/scheduling/law';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { RecordsRepository } from '../rosters/index.js';
import { LawChoicesRepository, type SiteLawRecord } from './law-choices.repository.js';

export type SiteLawOrder = Pick<SiteLawRecord, 'siteId' | 'version' | 'packId' | 'fromOn' | 'agreements'>;

export type SiteLawOutcome =
  | { readonly kind: 'saved'; readonly site: SiteLawRecord }
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** Which law holds at which site, from when. */
@Injectable()
export class LawChoicesService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly choices: LawChoicesRepository,
    private readonly records: RecordsRepository,
  ) {}

  all(context: RequestContext): Promise<SiteLawRecord[]> {
    return this.choices.all(context);
  }

  async save(context: RequestContext, order: SiteLawOrder): Promise<SiteLawOutcome> {
    const chosen = order.packId ? { ...order, packId: order.packId, fromOn: order.fromOn ?? '' } : null;
    const fault = chosen && lawChoiceFault(chosen);
    if (fault) return { kind: 'invalid', ...fault };
    const wanted = chosen ?? { ...order, packId: null, fromOn: null, agreements: [] };
    return this.database.withTenant(context, async (tx): Promise<SiteLawOutcome> => {
      const before = (await this.choices.all(context)).find(({ siteId }) => siteId === order.siteId);
      if (!before) return { kind: 'not-found' };
      const version = await this.choices.save(context, wanted);
      if (version === null) return { kind: 'changed-meanwhile' };
      const { packId, fromOn, agreements } = wanted;
      await this.records.audit(tx, context, {
        action: 'law.choose',
        subjectKind: 'sites',
        subjectId: order.siteId,
        before: { packId: before.packId, fromOn: before.fromOn, agreements: before.agreements },
        after: { packId, fromOn, agreements },
      });
      return { kind: 'saved', site: { ...before, packId, fromOn, agreements: [...agreements], version } };
    });
  }
}
