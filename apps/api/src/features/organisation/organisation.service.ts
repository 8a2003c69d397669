import { Injectable } from '@nestjs/common';
import type { Rotation } from '@yotei/scheduling/roster';
import type { EntityManager } from 'typeorm';
import { withLaw } from '@yotei/scheduling/law';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { LawTermsService } from '../law/law-terms.service.js';
import { domainRuleOf, ruleRowOf } from './rule-settings.mapper.js';
import type {
  ActivityType,
  Contract,
  Organisation,
  RuleSetting,
  ShiftTemplate,
  Site,
  Skill,
  Team,
} from './organisation.graphql-types.js';

/** What an organisation consists of, as planners set it up. Lists are small (tens), so they come whole. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly law: LawTermsService,
  ) {}

  async organisation(context: RequestContext): Promise<Organisation> {
    const rows = await this.database.read<Organisation>(
      context,
      `select id, name, is_demo as "isDemo" from organisations where id = $1`,
      [context.organisationId],
    );
    return rows[0]!;
  }

  sites(context: RequestContext): Promise<Site[]> {
    return this.list(context, `select id, name, zone, country, week_start as "weekStart" from sites`, 'name, id');
  }

  teams(context: RequestContext): Promise<Team[]> {
    return this.list(context, `select id, name, site_id as "siteId" from teams`, 'name, id');
  }

  skills(context: RequestContext): Promise<Skill[]> {
    return this.list(context, `select id, name from skills`, 'name, id');
  }

  activityTypes(context: RequestContext): Promise<ActivityType[]> {
    return this.list(
      context,
      `select id, id as code, json_build_object('en', title_en, 'ja', title_ja) as title, paid, contact_work as "contactWork",
         colour_token as "colourToken", json_build_object('en', letter_en, 'ja', letter_ja) as letter,
         archived_at is not null as archived from activity_types`,
      'position, id',
    );
  }

  async shiftTemplates(context: RequestContext): Promise<ShiftTemplate[]> {
    const rows = await this.list<ShiftTemplate>(
      context,
      `select id, title, earliest_start_minute as "earliestStartMinute", latest_start_minute as "latestStartMinute",
         start_step_minutes as "startStepMinutes", length_minutes as "lengthMinutes", activities, weekdays,
         archived_at is not null as archived from shift_templates`,
      'title, id',
    );
    return rows.map((row) => ({
      ...row,
      activities: row.activities.map((activity) => ({ ...activity, minGapMinutes: activity.minGapMinutes ?? 0 })),
    }));
  }

  contracts(context: RequestContext): Promise<Contract[]> {
    return this.list(
      context,
      `select id, title, weekly_minutes_min as "weeklyMinutesMin", weekly_minutes_max as "weeklyMinutesMax", days_per_week_max as "daysPerWeekMax",
         array(select t.template_id from contract_templates t
           join shift_templates s on s.organisation_id = t.organisation_id and s.id = t.template_id and s.archived_at is null
           where t.organisation_id = contracts.organisation_id and t.contract_id = contracts.id order by t.template_id) as "templateIds"
       from contracts`,
      'title, id',
    );
  }

  /** The centre's own rules and those of the law its sites have chosen, on a day (today without one). */
  async ruleSettings(context: RequestContext, on?: LocalDate): Promise<RuleSetting[]> {
    const own = await this.ownRuleSettings(context);
    const law = await this.law.settings(context, on);
    return law.length === 0 ? own : withLaw(own.map(domainRuleOf), law).map(ruleRowOf);
  }

  private ownRuleSettings(context: RequestContext): Promise<RuleSetting[]> {
    return this.list(
      context,
      `select rule_id as "ruleId", level, parameters, weight, contract_ids as "contractIds", site_ids as "siteIds",
         null as source from rule_settings`,
      'rule_id, id',
    );
  }

  /** Gives an agent a rotation of their own, in place of the contract's. */
  async takeRotation(tx: EntityManager, agentId: string, rotation: Rotation): Promise<void> {
    await tx.query(
      'update agents set rotation = $2::jsonb, rotation_offset_weeks = 0, version = version + 1 where id = $1',
      [agentId, JSON.stringify(rotation)],
    );
  }

  private list<Row>(context: RequestContext, select: string, order: string): Promise<Row[]> {
    return this.database.read<Row>(context, `${select} where organisation_id = $1 order by ${order}`, [
      context.organisationId,
    ]);
  }
}
