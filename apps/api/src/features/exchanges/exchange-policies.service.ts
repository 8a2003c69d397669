import { Injectable } from '@nestjs/common';
import {
  defaultPolicies,
  EXCHANGE_KINDS,
  policyFaults,
  type ExchangeKind,
  type PolicySetting,
} from '@yotei/scheduling/exchanges';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { OrganisationService } from '../organisation/organisation.service.js';

interface PolicyRow {
  readonly siteId: string | null;
  readonly settings: readonly PolicySetting[];
  readonly version: number;
}

export type SavedPolicies =
  | { readonly kind: 'saved'; readonly settings: readonly PolicySetting[]; readonly version: number }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** What each site does with exchanges, as data. */
@Injectable()
export class ExchangePoliciesService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organisation: OrganisationService,
  ) {}

  /** Of all sites together, each setting bound to the sites it is for. */
  async inForce(context: RequestContext): Promise<PolicySetting[]> {
    const rows = await this.rows(context);
    const common = rows.find(({ siteId }) => siteId === null)?.settings ?? defaultPolicies();
    const own = rows.filter((row) => row.siteId !== null);
    if (own.length === 0) return [...common];
    const ownIds = new Set(own.map(({ siteId }) => siteId));
    const others = (await this.organisation.sites(context)).map(({ id }) => id).filter((id) => !ownIds.has(id));
    return [
      ...(others.length > 0 ? common.map((setting) => ({ ...setting, siteIds: others })) : []),
      ...own.flatMap(({ siteId, settings }) => settings.map((setting) => ({ ...setting, siteIds: [siteId!] }))),
    ];
  }

  /** Of one site, or of all that have none of their own. */
  async of(
    context: RequestContext,
    siteId: string | null,
  ): Promise<{ settings: readonly PolicySetting[]; version: number }> {
    const rows = await this.rows(context);
    const row = rows.find((one) => one.siteId === siteId) ?? rows.find((one) => one.siteId === null);
    return row ?? { settings: defaultPolicies(), version: 0 };
  }

  async save(
    context: RequestContext,
    siteId: string | null,
    settings: readonly PolicySetting[],
  ): Promise<SavedPolicies> {
    const fault = faultOf(settings);
    if (fault) return { kind: 'invalid', ...fault };
    return this.database.withTenant(context, async (tx) => {
      const [row] = await tx.query(
        `insert into exchange_policies (organisation_id, site_id, settings, updated_by) values (app_organisation_id(), $1, $2::jsonb, $3)
         on conflict (organisation_id, coalesce(site_id, '00000000-0000-0000-0000-000000000000'))
         do update set settings = excluded.settings, version = exchange_policies.version + 1, updated_by = excluded.updated_by, updated_at = now()
         returning version`,
        [siteId, JSON.stringify(settings), context.userId],
      );
      return { kind: 'saved' as const, settings, version: row.version };
    });
  }

  private rows(context: RequestContext): Promise<PolicyRow[]> {
    return this.database.read<PolicyRow>(
      context,
      'select site_id as "siteId", settings, version from exchange_policies order by site_id nulls first',
    );
  }
}

function faultOf(settings: readonly PolicySetting[]): { path: string; message: string } | null {
  const outcome = settings.findIndex((one) => !['allow', 'review', 'refuse'].includes(one.outcome));
  if (outcome >= 0)
    return { path: `settings.${outcome}.outcome`, message: 'the outcome must be allow, review or refuse' };
  const kinds = settings.findIndex((one) => one.kinds?.some((kind) => !EXCHANGE_KINDS.includes(kind as ExchangeKind)));
  if (kinds >= 0)
    return { path: `settings.${kinds}.kinds`, message: `kinds must be among ${EXCHANGE_KINDS.join(', ')}` };
  const [fault] = policyFaults(settings);
  if (!fault) return null;
  const path = `settings.${settings.findIndex(({ policyId }) => policyId === fault.policyId)}`;
  switch (fault.kind) {
    case 'unknown-policy':
      return { path: `${path}.policyId`, message: `no such policy: ${fault.policyId}` };
    case 'unknown-parameter':
      return { path: `${path}.parameters.${fault.key}`, message: 'no such parameter of this policy' };
    case 'out-of-range':
      return {
        path: `${path}.parameters.${fault.key}`,
        message: `the number must lie between ${fault.min} and ${fault.max}`,
      };
  }
}
