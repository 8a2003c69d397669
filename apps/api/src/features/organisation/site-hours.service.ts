import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import type { SiteOpeningHours } from './opening-hours.graphql-types.js';

export interface SiteHours {
  readonly siteId: string;
  readonly zone: string;
  readonly hours: SiteOpeningHours;
}

/** What is stored of a site's hours; nothing was said where it is empty. */
export const hoursOfStored = (stored: Partial<SiteOpeningHours> | null): SiteOpeningHours => ({
  weekly: stored?.weekly ?? null,
  dates: stored?.dates ?? [],
});

/** When the sites are open, for forecasts and boards. */
@Injectable()
export class SiteHoursService {
  constructor(private readonly database: TenantDatabase) {}

  async all(context: RequestContext): Promise<SiteHours[]> {
    const rows = await this.database.read<{ siteId: string; zone: string; stored: Partial<SiteOpeningHours> }>(
      context,
      `select id as "siteId", zone, opening_hours as stored from sites where organisation_id = $1 order by name, id`,
      [context.organisationId],
    );
    return rows.map(({ siteId, zone, stored }) => ({ siteId, zone, hours: hoursOfStored(stored) }));
  }

  async ofSite(context: RequestContext, siteId: string): Promise<SiteOpeningHours> {
    return (await this.all(context)).find((site) => site.siteId === siteId)?.hours ?? hoursOfStored(null);
  }
}
