import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { hoursOfStored } from '../organisation/index.js';
import type {
  SetupActivityType,
  SetupAgent,
  SetupContract,
  SetupQueueUse,
  SetupRule,
  SetupSite,
  SetupSkill,
  SetupTeam,
  SetupTemplate,
} from './setup.graphql-types.js';

const AGENTS_HERE = `select count(*)::integer from agents a where a.organisation_id = x.organisation_id and (a.left_on is null or a.left_on >= current_date)`;

/** The lists of the set-up pages: what was put away included, and what uses each row. */
@Injectable()
export class SetupListsRepository {
  constructor(private readonly database: TenantDatabase) {}

  agents(context: RequestContext, ids: readonly string[] | null = null): Promise<SetupAgent[]> {
    return this.database.read<SetupAgent>(
      context,
      `select x.id, x.version, x.name, x.name_reading as "nameReading", x.team_id as "teamId", x.contract_id as "contractId",
         array(select k.skill_id from agent_skills k where k.organisation_id = x.organisation_id and k.agent_id = x.id order by k.priority, k.skill_id) as "skillIds",
         x.seniority, to_char(x.hired_on, 'YYYY-MM-DD') as "hiredOn", to_char(x.left_on, 'YYYY-MM-DD') as "leftOn", to_char(x.young_until_on, 'YYYY-MM-DD') as "youngUntilOn", x.availability,
         x.rotation_offset_weeks as "rotationOffsetWeeks"
       from agents x where x.organisation_id = $1 and ($2::uuid[] is null or x.id = any ($2)) order by x.name, x.id`,
      [context.organisationId, ids],
    );
  }

  contracts(context: RequestContext): Promise<SetupContract[]> {
    return this.list(
      context,
      `x.title, x.weekly_minutes_min as "weeklyMinutesMin", x.weekly_minutes_max as "weeklyMinutesMax", x.days_per_week_max as "daysPerWeekMax",
       array(select t.template_id from contract_templates t where t.organisation_id = x.organisation_id and t.contract_id = x.id order by t.template_id) as "templateIds",
       x.rotation, x.archived_at is not null as archived, (${AGENTS_HERE} and a.contract_id = x.id) as "agentCount" from contracts x`,
      'x.title',
    );
  }

  async templates(context: RequestContext): Promise<SetupTemplate[]> {
    const rows = await this.database.read<SetupTemplate>(
      context,
      `with used as (
         select sh.template_id, count(*)::integer as shifts, (count(*) filter (where sh.published))::integer as published
         from shifts sh join schedules s on s.organisation_id = sh.organisation_id and s.id = sh.schedule_id
         where sh.organisation_id = $1 and s.week_start_on + s.weeks * 7 >= current_date and upper(sh.span) > now() group by sh.template_id)
       select x.id, x.version, x.title, x.earliest_start_minute as "earliestStartMinute", x.latest_start_minute as "latestStartMinute",
         x.start_step_minutes as "startStepMinutes", x.length_minutes as "lengthMinutes", x.activities, x.weekdays, x.archived_at is not null as archived,
         array(select t.contract_id from contract_templates t where t.organisation_id = x.organisation_id and t.template_id = x.id order by t.contract_id) as "contractIds",
         coalesce(used.shifts, 0) as "shiftsToCome", coalesce(used.published, 0) as "publishedShiftsToCome"
       from shift_templates x left join used on used.template_id = x.id where x.organisation_id = $1
       order by x.archived_at is not null, x.earliest_start_minute, x.title, x.id`,
      [context.organisationId],
    );
    return rows.map((row) => ({
      ...row,
      activities: row.activities.map((activity) => ({ ...activity, minGapMinutes: activity.minGapMinutes ?? 0 })),
    }));
  }

  skills(context: RequestContext): Promise<SetupSkill[]> {
    return this.list(
      context,
      `x.name, x.archived_at is not null as archived,
       (${AGENTS_HERE} and exists (select 1 from agent_skills k where k.organisation_id = a.organisation_id and k.agent_id = a.id and k.skill_id = x.id)) as "agentCount",
       (select count(*)::integer from queues q where q.organisation_id = x.organisation_id and q.skill_id = x.id and q.archived_at is null) as "queueCount" from skills x`,
      'x.name',
    );
  }

  teams(context: RequestContext): Promise<SetupTeam[]> {
    return this.list(
      context,
      `x.name, x.site_id as "siteId", x.archived_at is not null as archived, (${AGENTS_HERE} and a.team_id = x.id) as "agentCount" from teams x`,
      'x.name',
    );
  }

  async sites(context: RequestContext): Promise<SetupSite[]> {
    const rows = await this.list<SetupSite>(
      context,
      `x.name, x.zone, x.country, x.week_start as "weekStart", x.opening_hours as "openingHours",
       (${AGENTS_HERE} and a.site_id = x.id) as "agentCount" from sites x`,
      'x.name',
    );
    return rows.map((row) => ({ ...row, openingHours: hoursOfStored(row.openingHours) }));
  }

  activityTypes(context: RequestContext): Promise<SetupActivityType[]> {
    return this.list(
      context,
      `json_build_object('en', x.title_en, 'ja', x.title_ja) as title, json_build_object('en', x.letter_en, 'ja', x.letter_ja) as letter,
       x.paid, x.contact_work as "contactWork", x.colour_token as "colourToken", x.adhering_states as "adheringStates", x.archived_at is not null as archived,
       (select count(*)::integer from shift_templates t where t.organisation_id = x.organisation_id and t.archived_at is null
          and t.activities @> jsonb_build_array(jsonb_build_object('activityTypeId', x.id))) as "templateCount",
       (select count(*)::integer from work_sessions w where w.organisation_id = x.organisation_id and w.activity_type_id = x.id) as "sessionCount"
       from activity_types x`,
      'x.position',
    );
  }

  /** Who takes the contacts of each queue, whom it alone keeps busy, and the weeks ahead that count it in. */
  queueUses(context: RequestContext): Promise<SetupQueueUse[]> {
    return this.database.read<SetupQueueUse>(
      context,
      `with here as (
         select a.id, k.skill_id from agents a join agent_skills k on k.organisation_id = a.organisation_id and k.agent_id = a.id
         where a.organisation_id = $1 and (a.left_on is null or a.left_on >= current_date))
       select x.id as "queueId", (select count(*)::integer from here h where h.skill_id = x.skill_id) as "agentCount",
         (select count(*)::integer from here h where h.skill_id = x.skill_id and not exists (
            select 1 from here o join queues q on q.organisation_id = $1 and q.skill_id = o.skill_id and q.archived_at is null and q.id <> x.id
            where o.id = h.id)) as "agentsOnlyHere",
         (select count(distinct date_trunc('week', d.on_date))::integer from requirement_days d
          where d.organisation_id = $1 and d.queue_id = x.id and d.on_date >= current_date) as "weeksAhead"
       from queues x where x.organisation_id = $1 order by x.position, x.id`,
      [context.organisationId],
    );
  }

  rules(context: RequestContext): Promise<SetupRule[]> {
    return this.list(
      context,
      `x.rule_id as "ruleId", x.level, x.parameters, x.weight, x.contract_ids as "contractIds", x.site_ids as "siteIds" from rule_settings x`,
      'x.rule_id',
    );
  }

  private list<Row>(context: RequestContext, columnsAndTable: string, order: string): Promise<Row[]> {
    return this.database.read<Row>(
      context,
      `select x.id, x.version, ${columnsAndTable} where x.organisation_id = $1 order by ${order}, x.id`,
      [context.organisationId],
    );
  }
}
