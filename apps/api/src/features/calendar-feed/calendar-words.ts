import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/request-context.js';
import { UserAccountsService } from '../identity/user-accounts.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';

/** What shifts and activities are called, by id, in the language of the reader. */
export interface Names {
  readonly activities: ReadonlyMap<string, string>;
  readonly templates: ReadonlyMap<string, string>;
  readonly shift: string;
}

const SHIFT = { en: 'Shift', ja: 'シフト' };

@Injectable()
export class CalendarWords {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly accounts: UserAccountsService,
  ) {}

  /** Null when the person has no account any more. */
  async of(context: RequestContext, userId: string): Promise<Names | null> {
    const locale = (await this.accounts.contactsOf(context, [userId])).get(userId)?.locale;
    if (!locale) return null;
    const activities = await this.organisation.activityTypes(context);
    const templates = await this.organisation.shiftTemplates(context);
    return {
      activities: new Map(activities.map(({ id, title }) => [id, title[locale]])),
      templates: new Map(templates.map(({ id, title }) => [id, title])),
      shift: SHIFT[locale],
    };
  }
}
