import { Injectable } from '@nestjs/common';
import { AGENT_STATES, isAgentState } from '@yotei/scheduling/adherence';
import { isZone } from '@yotei/time';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { faultOfHours } from './opening-hours-check.js';
import type { SetupOutcome, Use } from './patterns-setup.service.js';
import type {
  SetupActivityTypeInput,
  SetupSiteInput,
  SetupSkillInput,
  SetupTeamInput,
} from './setup-inputs.graphql-types.js';
import { SetupListsRepository } from './setup-lists.repository.js';
import { SetupRowsRepository, type RowChange } from './setup-rows.repository.js';

const LONGEST_NAME = 120;
/** Colours that the screens know, in light and dark. */
const COLOURS = ['contact', 'break', 'lunch', 'training', 'meeting', 'coaching', 'back-office', 'absence'];
/** Stored in every shift and known to the rules. */
const PERMANENT_TYPES = ['contact', 'break', 'lunch'];

const invalid = (path: string, message: string): SetupOutcome => ({ kind: 'invalid', fault: { path, message } });

/** Where and at what people work: sites, teams, skills, activities. */
@Injectable()
export class PlacesSetupService {
  constructor(
    private readonly rows: SetupRowsRepository,
    private readonly lists: SetupListsRepository,
    private readonly clock: Clock,
  ) {}

  async saveSkill(context: RequestContext, input: SetupSkillInput): Promise<SetupOutcome> {
    const skill = (await this.lists.skills(context)).find(({ id }) => id === input.id);
    return (
      this.refused(input, [
        { what: 'agents', count: skill?.agentCount ?? 0 },
        { what: 'queues', count: skill?.queueCount ?? 0 },
      ]) ??
      this.store(context, 'skills', {
        input,
        values: {
          name: input.name.trim(),
          ...(input.id ? {} : { code: uuidv7() }),
          archived_at: this.archivedAt(input.archived),
        },
      })
    );
  }

  async saveTeam(context: RequestContext, input: SetupTeamInput): Promise<SetupOutcome> {
    const team = (await this.lists.teams(context)).find(({ id }) => id === input.id);
    const sites = await this.lists.sites(context);
    if (!sites.some(({ id }) => id === input.siteId)) return invalid('siteId', 'no such site; choose one of the list');
    const agentCount = team?.agentCount ?? 0;
    if (team && team.siteId !== input.siteId && agentCount > 0)
      return { kind: 'in-use', uses: [{ what: 'agents', count: agentCount }] };
    return (
      this.refused(input, [{ what: 'agents', count: agentCount }]) ??
      this.store(context, 'teams', {
        input,
        values: { name: input.name.trim(), site_id: input.siteId, archived_at: this.archivedAt(input.archived) },
      })
    );
  }

  async saveSite(context: RequestContext, input: SetupSiteInput): Promise<SetupOutcome> {
    const { zone, country, weekStart } = input;
    if (!isZone(zone)) return invalid('zone', `zone (${zone}) must be an IANA time zone such as Asia/Tokyo`);
    if (!/^[A-Z]{2}$/.test(country)) return invalid('country', `country (${country}) must be two capital letters`);
    if (!(weekStart >= 1 && weekStart <= 7)) return invalid('weekStart', 'week start must be 1 (Monday) to 7 (Sunday)');
    const fault = input.openingHours && faultOfHours(input.openingHours);
    if (fault) return { kind: 'invalid', fault };
    return (
      this.refused({ ...input, archived: false }, []) ??
      this.store(context, 'sites', {
        input,
        values: {
          name: input.name.trim(),
          zone,
          country,
          week_start: weekStart,
          ...(input.openingHours ? { opening_hours: JSON.stringify(input.openingHours) } : {}),
        },
      })
    );
  }

  async saveActivityType(context: RequestContext, input: SetupActivityTypeInput): Promise<SetupOutcome> {
    const types = await this.lists.activityTypes(context);
    const type = types.find(({ id }) => id === input.id);
    const titleEn = input.titleEn.trim();
    if (!COLOURS.includes(input.colourToken))
      return invalid('colourToken', `colour must be one of ${COLOURS.join(', ')}`);
    const unknownState = input.adheringStates?.find((word) => !isAgentState(word));
    if (unknownState !== undefined)
      return invalid('adheringStates', `${unknownState} is no state of agents; use ${AGENT_STATES.join(', ')}`);
    if (input.archived && PERMANENT_TYPES.includes(input.id ?? ''))
      return invalid('archived', 'contact work, break and lunch are part of every roster and stay');
    const newId = wordOf(
      titleEn,
      types.map(({ id }) => id),
    );
    const refused = this.refused({ name: titleEn, archived: input.archived }, [
      { what: 'templates', count: type?.templateCount ?? 0 },
      { what: 'sessions', count: type?.sessionCount ?? 0 },
    ]);
    if (refused) return refused;
    return this.store(context, 'activity_types', {
      input,
      values: {
        title_en: titleEn,
        title_ja: input.titleJa.trim() || titleEn,
        letter_en: [...input.letterEn.trim()].slice(0, 2).join(''),
        letter_ja: [...input.letterJa.trim()].slice(0, 2).join(''),
        paid: input.paid,
        colour_token: input.colourToken,
        archived_at: this.archivedAt(input.archived),
        ...(input.adheringStates ? { adhering_states: [...new Set(input.adheringStates)] } : {}),
        ...(type ? {} : { contact_work: false, position: types.length }),
      },
      newId,
    });
  }

  /** Why it is not stored at all; null when it may be. */
  private refused(
    { name, archived }: { readonly name: string; readonly archived: boolean },
    uses: readonly Use[],
  ): SetupOutcome | null {
    const length = name.trim().length;
    if (length === 0 || length > LONGEST_NAME) return invalid('name', `name must have 1 to ${LONGEST_NAME} characters`);
    const inUse = uses.filter(({ count }) => count > 0);
    return archived && inUse.length > 0 ? { kind: 'in-use', uses: inUse } : null;
  }

  private store(
    context: RequestContext,
    table: RowChange['table'],
    change: Pick<RowChange, 'values' | 'newId'> & {
      readonly input: { readonly id?: string | null; readonly version: number };
    },
  ): Promise<SetupOutcome> {
    const { input, ...row } = change;
    const { id = null, version } = input;
    return this.rows.storing(context, (tx) => this.rows.save(tx, context, { ...row, table, id, version }));
  }

  private archivedAt(archived: boolean): string | null {
    return archived ? new Date(this.clock.now()).toISOString() : null;
  }
}

/** A permanent word for a new activity: its English title in small letters, with a number where that is taken. */
function wordOf(title: string, taken: readonly string[]): string {
  const word =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'activity';
  let unique = word;
  for (let n = 2; taken.includes(unique); n += 1) unique = `${word}-${n}`;
  return unique;
}
