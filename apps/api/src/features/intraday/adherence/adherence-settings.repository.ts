import { Injectable } from '@nestjs/common';
import { DEFAULT_ADHERENCE_SETTINGS, type AdherenceSettings } from '@yotei/scheduling/adherence';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

export interface SiteSettings extends AdherenceSettings {
  readonly siteId: string;
  /** 0: the defaults, nothing stored yet. */
  readonly version: number;
}

/** How strictly each site judges. */
@Injectable()
export class AdherenceSettingsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** One for each site. */
  async all(context: RequestContext): Promise<SiteSettings[]> {
    const rows = await this.database.read<SiteSettings & { version: number | null }>(
      context,
      `select s.id as "siteId", a.grace_seconds as "graceSeconds", a.boot_seconds as "bootSeconds", a.version,
         a.ignored_activity_type_ids as "ignoredActivityTypeIds", a.ignored_states as "ignoredStates", a.counts_outside_shift as "countsOutsideShift"
       from sites s left join adherence_settings a on a.organisation_id = s.organisation_id and a.site_id = s.id
       where s.organisation_id = $1 order by s.name, s.id`,
      [context.organisationId],
    );
    return rows.map((row) =>
      row.version === null ? { siteId: row.siteId, version: 0, ...DEFAULT_ADHERENCE_SETTINGS } : row,
    );
  }

  /** False when somebody else saved meanwhile. */
  async save(tx: EntityManager, settings: SiteSettings): Promise<boolean> {
    const saved = await tx.query<unknown[]>(
      `insert into adherence_settings as a (organisation_id, site_id, grace_seconds, boot_seconds, ignored_activity_type_ids, ignored_states, counts_outside_shift)
       select app_organisation_id(), $1, $2, $3, $4, $5, $6
       on conflict (organisation_id, site_id) do update set grace_seconds = excluded.grace_seconds, boot_seconds = excluded.boot_seconds,
         ignored_activity_type_ids = excluded.ignored_activity_type_ids, ignored_states = excluded.ignored_states,
         counts_outside_shift = excluded.counts_outside_shift, version = a.version + 1
       where a.version = $7 returning version`,
      [
        settings.siteId,
        settings.graceSeconds,
        settings.bootSeconds,
        settings.ignoredActivityTypeIds,
        settings.ignoredStates,
        settings.countsOutsideShift,
        settings.version,
      ],
    );
    return saved.length > 0;
  }
}
