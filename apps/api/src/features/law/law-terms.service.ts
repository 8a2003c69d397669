import { Injectable } from '@nestjs/common';
import { findLawPack, lawRuleSettings } from '@yotei/scheduling/law';
import type { RuleSetting } from '@yotei/scheduling/roster';
import { localDateOf, type LocalDate } from '@yotei/time';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LawChoicesRepository, type SiteLawRecord } from './law-choices.repository.js';

/** The rules that the law of the sites adds to a plan. */
@Injectable()
export class LawTermsService {
  constructor(
    private readonly choices: LawChoicesRepository,
    private readonly clock: Clock,
  ) {}

  /** Settings of all sites that have chosen a law, as it stands on the day: today at the site without one. */
  async settings(context: RequestContext, on?: LocalDate): Promise<RuleSetting[]> {
    const sites = await this.choices.all(context);
    return sites.flatMap((site) => this.settingsOf(site, on ?? localDateOf(this.clock.now(), site.zone)));
  }

  /** The pack that the first of the sites (of all, or one) is judged by on the day; null where none is. */
  async packIdOn(
    context: RequestContext,
    { siteId, on }: { siteId: string | null; on: LocalDate },
  ): Promise<string | null> {
    const sites = await this.choices.all(context);
    const held = sites.find((site) => (!siteId || site.siteId === siteId) && site.fromOn !== null && site.fromOn <= on);
    return held?.packId && findLawPack(held.packId) ? held.packId : null;
  }

  /** A pack that a later program stored and this one does not know adds nothing. */
  private settingsOf({ siteId, packId, fromOn, agreements }: SiteLawRecord, on: LocalDate): RuleSetting[] {
    if (!packId || !fromOn || !findLawPack(packId)) return [];
    return lawRuleSettings({ packId, fromOn, agreements }, { on, siteId });
  }
}
