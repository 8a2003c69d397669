import { Injectable } from '@nestjs/common';
import { OWN_TIME } from '@yotei/scheduling/exchanges';
import { v7 as uuidv7 } from 'uuid';
import type { RequestContext } from '../../platform/context/request-context.js';
import { insertRows } from '../../platform/database/insert-rows.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

/** Rows of a new organisation, named as their columns; ids are given by the caller so that rows can refer to each other. */
export interface OrganisationSetup {
  readonly name: string;
  readonly isDemo: boolean;
  readonly sites: readonly {
    id: string;
    name: string;
    zone: string;
    country: string;
    week_start: number;
    opening_hours?: unknown;
    law_pack_id?: string | null;
  }[];
  readonly teams: readonly { id: string; site_id: string; name: string }[];
  readonly skills: readonly { id: string; code: string; name: string }[];
  readonly activityTypes: readonly {
    id: string;
    title_en: string;
    title_ja: string;
    letter_en: string;
    letter_ja: string;
    paid: boolean;
    contact_work: boolean;
    colour_token: string;
    position: number;
    adhering_states?: readonly string[];
  }[];
  readonly shiftTemplates: readonly {
    id: string;
    title: string;
    earliest_start_minute: number;
    latest_start_minute: number;
    start_step_minutes: number;
    length_minutes: number;
    activities: unknown;
    weekdays?: readonly number[] | null;
  }[];
  readonly contracts: readonly {
    id: string;
    title: string;
    weekly_minutes_min: number;
    weekly_minutes_max: number;
    days_per_week_max: number;
    rotation?: unknown;
  }[];
  readonly contractTemplates: readonly { contract_id: string; template_id: string }[];
  readonly agents: readonly {
    id: string;
    user_id?: string | null;
    name: string;
    name_reading?: string;
    site_id: string;
    team_id: string;
    contract_id: string;
    seniority: 'entry' | 'senior' | 'lead';
    hired_on: string;
    availability?: unknown;
    rotation?: unknown;
    rotation_offset_weeks?: number;
    young_until_on?: string | null;
  }[];
  readonly agentSkills: readonly { agent_id: string; skill_id: string; speed_factor?: number; priority?: number }[];
  readonly ruleSettings: readonly {
    rule_id: string;
    level: 'must' | 'prefer';
    parameters?: unknown;
    weight?: number | null;
    contract_ids?: readonly string[] | null;
    site_ids?: readonly string[] | null;
  }[];
  /** Rules across agents; none without it. */
  readonly teamRules?: readonly {
    title: string;
    rule_id: string;
    level: 'must' | 'prefer';
    parameters: unknown;
    weight: number | null;
    who: unknown;
    partners: unknown;
    weekdays: readonly number[] | null;
    from_minute: number | null;
    until_minute: number | null;
  }[];
  /** Trainings, meetings and huddles to place; none without it. */
  readonly sessions?: readonly {
    title: string;
    activity_type_id: string;
    length_minutes: number;
    form: 'together' | 'alone';
    who: unknown;
    attendees: number | null;
    at_once_max: number | null;
    at_once_min: number | null;
    times: number;
    period: 'horizon' | 'week' | 'day';
    same_time: boolean;
    from_on: string | null;
    until_on: string | null;
    weekdays: readonly number[] | null;
    from_minute: number | null;
    until_minute: number | null;
  }[];
}

const withOwnId = <Row extends object>(row: Row) => ({ ...row, id: uuidv7() });

/** Every organisation has the time between two pieces of a day's work, which exchanges of parts of shifts make. */
function withOwnTime(types: OrganisationSetup['activityTypes']): OrganisationSetup['activityTypes'] {
  if (types.length === 0 || types.some(({ id }) => id === OWN_TIME)) return types;
  const words = { title_en: 'Own time', title_ja: '中抜け', letter_en: 'P', letter_ja: '私' };
  return [
    ...types,
    { id: OWN_TIME, ...words, paid: false, contact_work: false, colour_token: 'lunch', position: types.length },
  ];
}

/** Fills a new organisation in one transaction (the caller's when inside one). */
@Injectable()
export class OrganisationSetupService {
  constructor(private readonly database: TenantDatabase) {}

  /** First of all: everything else refers to the row. Users that agents point to must be created between this and {@link fill}. */
  async createOrganisation(
    context: RequestContext,
    organisation: Pick<OrganisationSetup, 'name' | 'isDemo'>,
  ): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      tx.query('insert into organisations (id, name, is_demo) values ($1, $2, $3)', [
        context.organisationId,
        organisation.name,
        organisation.isDemo,
      ]),
    );
  }

  /** A skill of its own for a queue that an import brings; the code is its id until somebody names it. */
  async addSkill(context: RequestContext, skill: { id: string; name: string }): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      insertRows(tx, { table: 'skills', organisationId: context.organisationId, rows: [{ ...skill, code: skill.id }] }),
    );
  }

  async fill(context: RequestContext, setup: Omit<OrganisationSetup, 'name' | 'isDemo'>): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      for (const [table, rows] of [
        ['sites', setup.sites],
        ['teams', setup.teams],
        ['skills', setup.skills],
        ['activity_types', withOwnTime(setup.activityTypes)],
        ['shift_templates', setup.shiftTemplates],
        ['contracts', setup.contracts],
        ['contract_templates', setup.contractTemplates],
        ['agents', setup.agents],
        ['agent_skills', setup.agentSkills],
        ['rule_settings', setup.ruleSettings],
        ['team_rules', (setup.teamRules ?? []).map(withOwnId)],
        ['work_sessions', (setup.sessions ?? []).map(withOwnId)],
      ] as const) {
        await insertRows(tx, { table, organisationId: context.organisationId, rows });
      }
    });
  }
}
