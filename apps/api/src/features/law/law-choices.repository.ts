import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

/** What a site has chosen; `packId` null where it has chosen nothing. */
export interface SiteLawRecord {
  readonly siteId: string;
  readonly name: string;
  readonly zone: string;
  readonly version: number;
  readonly packId: string | null;
  readonly fromOn: LocalDate | null;
  readonly agreements: string[];
}

/** The law chosen for each site, kept with the site. */
@Injectable()
export class LawChoicesRepository {
  constructor(private readonly database: TenantDatabase) {}

  all(context: RequestContext): Promise<SiteLawRecord[]> {
    return this.database.read<SiteLawRecord>(
      context,
      `select id as "siteId", name, zone, version, law_pack_id as "packId", law_from_on::text as "fromOn", law_agreements as agreements
       from sites where organisation_id = $1 order by name, id`,
      [context.organisationId],
    );
  }

  /** The new version; null when somebody changed the site meanwhile. */
  async save(
    context: RequestContext,
    choice: Pick<SiteLawRecord, 'siteId' | 'version' | 'packId' | 'fromOn' | 'agreements'>,
  ): Promise<number | null> {
    return this.database.withTenant(context, async (tx) => {
      const [rows] = (await tx.query(
        `update sites set law_pack_id = $3, law_from_on = $4::date, law_agreements = $5::text[], version = version + 1
         where organisation_id = app_organisation_id() and id = $1 and version = $2 returning version`,
        [choice.siteId, choice.version, choice.packId, choice.fromOn, choice.agreements],
      )) as [{ version: number }[], number];
      return rows[0]?.version ?? null;
    });
  }
}
