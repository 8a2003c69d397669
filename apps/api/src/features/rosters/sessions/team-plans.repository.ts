import { Injectable } from '@nestjs/common';
import type { AgentSelector, Rotation, RuleParameters, Session, TeamRuleSetting } from '@yotei/scheduling/roster';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

export interface SessionRecord {
  readonly id: string;
  readonly title: string;
  readonly activityTypeId: string;
  readonly lengthMinutes: number;
  readonly form: 'together' | 'alone';
  readonly who: AgentSelector;
  readonly attendees: number | null;
  readonly attendeesAtOnceMax: number | null;
  readonly attendeesAtOnceMin: number | null;
  readonly times: number;
  readonly period: 'horizon' | 'week' | 'day';
  readonly sameTime: boolean;
  readonly fromOn: LocalDate | null;
  readonly untilOn: LocalDate | null;
  readonly weekdays: readonly number[] | null;
  readonly fromMinute: number | null;
  readonly untilMinute: number | null;
  readonly version: number;
}

export interface TeamRuleRecord {
  readonly id: string;
  readonly title: string;
  readonly ruleId: string;
  readonly level: 'must' | 'prefer';
  readonly parameters: RuleParameters;
  readonly weight: number | null;
  readonly who: AgentSelector;
  readonly partners: AgentSelector | null;
  readonly weekdays: readonly number[] | null;
  readonly fromMinute: number | null;
  readonly untilMinute: number | null;
  readonly version: number;
}

/** Rotations by contract and by agent, where there are any. */
export interface RotationRecords {
  readonly contracts: ReadonlyMap<string, Rotation>;
  readonly agents: ReadonlyMap<string, { readonly rotation: Rotation | null; readonly offsetWeeks: number }>;
}

const SESSION = `id, title, activity_type_id as "activityTypeId", length_minutes as "lengthMinutes", form, who, attendees,
  at_once_max as "attendeesAtOnceMax", at_once_min as "attendeesAtOnceMin", times, period, same_time as "sameTime",
  to_char(from_on, 'YYYY-MM-DD') as "fromOn", to_char(until_on, 'YYYY-MM-DD') as "untilOn", weekdays,
  from_minute as "fromMinute", until_minute as "untilMinute", version`;

const TEAM_RULE = `id, title, rule_id as "ruleId", level, parameters, weight, who, partners, weekdays, from_minute as "fromMinute",
  until_minute as "untilMinute", version`;

/** Without the fields that a database row holds as null. */
function withoutNulls<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
}

/** A row as the library knows it. */
export function sessionOfRecord({ version: _, ...record }: SessionRecord): Session {
  return withoutNulls(record) as unknown as Session;
}

export function teamRuleOfRecord({ version: _, ...record }: TeamRuleRecord): TeamRuleSetting {
  return withoutNulls(record) as unknown as TeamRuleSetting;
}

/** Sessions, rules across agents and rotations of an organisation. */
@Injectable()
export class TeamPlanRepository {
  constructor(private readonly database: TenantDatabase) {}

  sessions(context: RequestContext): Promise<SessionRecord[]> {
    return this.database.read<SessionRecord>(
      context,
      `select ${SESSION} from work_sessions where organisation_id = $1 order by title, id`,
      [context.organisationId],
    );
  }

  teamRules(context: RequestContext): Promise<TeamRuleRecord[]> {
    return this.database.read<TeamRuleRecord>(
      context,
      `select ${TEAM_RULE} from team_rules where organisation_id = $1 order by title, id`,
      [context.organisationId],
    );
  }

  async rotations(context: RequestContext): Promise<RotationRecords> {
    const contracts = await this.database.read<{ id: string; rotation: Rotation }>(
      context,
      'select id, rotation from contracts where organisation_id = $1 and rotation is not null',
      [context.organisationId],
    );
    const agents = await this.database.read<{ id: string; rotation: Rotation | null; offsetWeeks: number }>(
      context,
      `select id, rotation, rotation_offset_weeks as "offsetWeeks" from agents
       where organisation_id = $1 and (rotation is not null or rotation_offset_weeks <> 0)`,
      [context.organisationId],
    );
    return {
      contracts: new Map(contracts.map(({ id, rotation }) => [id, rotation])),
      agents: new Map(agents.map(({ id, ...own }) => [id, own])),
    };
  }

  /** Inserts (version 0) or replaces; null when it was changed since that version or is gone. */
  async saveSession(
    context: RequestContext,
    record: Omit<SessionRecord, 'id'> & { id: string | null },
  ): Promise<string | null> {
    const values = [
      record.title,
      record.activityTypeId,
      record.lengthMinutes,
      record.form,
      JSON.stringify(record.who),
      record.attendees,
      record.attendeesAtOnceMax,
      record.attendeesAtOnceMin,
      record.times,
      record.period,
      record.sameTime,
      record.fromOn,
      record.untilOn,
      record.weekdays,
      record.fromMinute,
      record.untilMinute,
    ];
    const columns = `title, activity_type_id, length_minutes, form, who, attendees, at_once_max, at_once_min, times, period, same_time,
      from_on, until_on, weekdays, from_minute, until_minute`;
    return this.save(context, { table: 'work_sessions', columns, values, record });
  }

  async saveTeamRule(
    context: RequestContext,
    record: Omit<TeamRuleRecord, 'id'> & { id: string | null },
  ): Promise<string | null> {
    const values = [
      record.title,
      record.ruleId,
      record.level,
      JSON.stringify(record.parameters),
      record.weight,
      JSON.stringify(record.who),
      record.partners && JSON.stringify(record.partners),
      record.weekdays,
      record.fromMinute,
      record.untilMinute,
    ];
    const columns = 'title, rule_id, level, parameters, weight, who, partners, weekdays, from_minute, until_minute';
    return this.save(context, { table: 'team_rules', columns, values, record });
  }

  /** False when there is none of that id and version. */
  async remove(
    context: RequestContext,
    table: 'work_sessions' | 'team_rules',
    of: { id: string; version: number },
  ): Promise<boolean> {
    return this.database.withTenant(context, async () => {
      const gone = await this.database.read(
        context,
        `delete from ${table} where id = $1 and version = $2 returning id`,
        [of.id, of.version],
      );
      return gone.length > 0;
    });
  }

  private async save(
    context: RequestContext,
    row: {
      readonly table: 'work_sessions' | 'team_rules';
      readonly columns: string;
      readonly values: readonly unknown[];
      readonly record: { readonly id: string | null; readonly version: number };
    },
  ): Promise<string | null> {
    const { table, columns, values, record } = row;
    const places = values.map((_, i) => `$${i + 3}`).join(', ');
    const sql =
      record.id === null
        ? `insert into ${table} (organisation_id, ${columns}) select app_organisation_id(), ${places}
           where $1::uuid is null and $2::integer = 0 returning id`
        : `update ${table} set (${columns}, version) = (${places}, version + 1) where id = $1 and version = $2 returning id`;
    const [saved] = await this.database.read<{ id: string }>(context, sql, [record.id, record.version, ...values]);
    return saved?.id ?? null;
  }
}
