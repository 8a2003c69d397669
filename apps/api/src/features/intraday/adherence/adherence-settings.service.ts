import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { RecordsRepository } from '../../rosters/index.js';
import { AdherenceFactsRepository } from './adherence-facts.repository.js';
import { AdherenceSettingsRepository, type SiteSettings } from './adherence-settings.repository.js';
import { Rejudging } from './rejudging.service.js';

export type SettingsOutcome =
  | { readonly kind: 'saved' | 'edited-meanwhile'; readonly settings: SiteSettings }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string }
  | { readonly kind: 'not-found' };

const MOST_SECONDS = 3600;
const MOST_WORDS = 50;

/** How strictly sites judge; each change is audited. */
@Injectable()
export class AdherenceSettingsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly settings: AdherenceSettingsRepository,
    private readonly facts: AdherenceFactsRepository,
    private readonly records: RecordsRepository,
    private readonly rejudging: Rejudging,
  ) {}

  all(context: RequestContext): Promise<SiteSettings[]> {
    return this.settings.all(context);
  }

  /** Why these settings cannot be; null where nothing is wrong. */
  async check(
    context: RequestContext,
    wanted: SiteSettings,
  ): Promise<Extract<SettingsOutcome, { kind: 'invalid' | 'not-found' }> | null> {
    const types = new Set((await this.facts.activityTypes(context)).map(({ id }) => id));
    const fault = faultOf(wanted, types);
    if (fault) return fault;
    return (await this.of(context, wanted.siteId)) ? null : { kind: 'not-found' };
  }

  async save(context: RequestContext, wanted: SiteSettings): Promise<SettingsOutcome> {
    return this.database.withTenant(context, async (tx) => {
      const fault = await this.check(context, wanted);
      if (fault) return fault;
      const before = (await this.of(context, wanted.siteId))!;
      if (!(await this.settings.save(tx, wanted))) return { kind: 'edited-meanwhile', settings: before };
      const settings = (await this.of(context, wanted.siteId))!;
      await this.records.audit(tx, context, {
        action: 'adherence.settings',
        subjectKind: 'site',
        subjectId: wanted.siteId,
        before,
        after: settings,
      });
      await this.rejudging.again(tx, context);
      return { kind: 'saved', settings };
    });
  }

  private async of(context: RequestContext, siteId: string): Promise<SiteSettings | undefined> {
    return (await this.settings.all(context)).find((one) => one.siteId === siteId);
  }
}

function faultOf(
  { graceSeconds, bootSeconds, ignoredActivityTypeIds, ignoredStates }: SiteSettings,
  types: ReadonlySet<string>,
): (SettingsOutcome & { kind: 'invalid' }) | null {
  const fault = (path: string, message: string) => ({ kind: 'invalid' as const, path, message });
  const isWrong = (seconds: number) => !(seconds >= 0 && seconds <= MOST_SECONDS);
  if (isWrong(graceSeconds)) return fault('graceSeconds', `seconds must be 0 to ${MOST_SECONDS}`);
  if (isWrong(bootSeconds)) return fault('bootSeconds', `seconds must be 0 to ${MOST_SECONDS}`);
  const unknown = ignoredActivityTypeIds.find((id) => !types.has(id));
  if (unknown !== undefined) return fault('ignoredActivityTypeIds', `${unknown} is no activity of the centre`);
  if (ignoredStates.length > MOST_WORDS || ignoredStates.some((word) => word.trim() === ''))
    return fault('ignoredStates', `at most ${MOST_WORDS} words, none of them empty`);
  return null;
}
