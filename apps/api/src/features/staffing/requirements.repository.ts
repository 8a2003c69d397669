import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { inputOfStored, type RequirementQueueInput } from './stored-plan.js';

type Column = readonly (number | null)[];

/** One stored queue-day; null = no figure, with the reason in `notes`. */
export interface RequirementDay {
  readonly requirementId: string;
  readonly queueId: string;
  readonly onDate: LocalDate;
  readonly startAt: Instant;
  readonly stepMinutes: number;
  readonly contacts: Column;
  readonly handleSeconds: Column;
  readonly requiredAgents: Column;
  readonly agentsToRoster: Column;
  readonly serviceLevel: Column;
  readonly asaSeconds: Column;
  readonly occupancy: Column;
  readonly abandonment: Column;
  readonly notes: readonly (string | null)[];
  /** Null in requirements made before these were kept. */
  readonly loadErlangs: Column | null;
  readonly loadContacts: Column | null;
  readonly overtimeErlangs: Column | null;
  readonly shrinkage: Column | null;
  readonly rateCv: Column | null;
  readonly expectedServiceLevel: Column | null;
  readonly chanceToMeet: Column | null;
  readonly summary: StoredSummary | null;
}

/** What a local day or a week comes to; null = not known. */
export interface StoredSummary {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly contacts: number;
  readonly agentHoursRequired: number;
  readonly agentHoursToRoster: number;
  readonly overtimeHours: number;
  readonly serviceLevel: number | null;
  readonly expectedServiceLevel: number | null;
  readonly chanceToMeet: number | null;
  readonly unansweredIntervals: number;
}

export interface RequirementHead {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Instant;
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly forecastId: string;
}

export interface StoredRequirement extends RequirementHead {
  readonly inputs: Readonly<Record<string, RequirementQueueInput>>;
  readonly weeks: WeekSummaries;
  readonly inputHash: string;
  readonly codeVersion: string;
}

/** By queue id. */
export type WeekSummaries = Readonly<Record<string, readonly StoredSummary[]>>;

export interface NewRequirement {
  readonly forecastId: string;
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly inputs: Readonly<Record<string, RequirementQueueInput>>;
  readonly weeks: WeekSummaries;
  readonly inputHash: string;
  readonly codeVersion: string;
  readonly createdBy: string | null;
}

const DAY_COLUMNS = `requirement_id as "requirementId", queue_id as "queueId", on_date as "onDate", start_at as "startAt", step_minutes as "stepMinutes",
  contacts, handle_seconds as "handleSeconds", required_agents as "requiredAgents", agents_to_roster as "agentsToRoster",
  service_level as "serviceLevel", asa_seconds as "asaSeconds", occupancy, abandonment, notes, load_erlangs as "loadErlangs",
  load_contacts as "loadContacts", overtime_erlangs as "overtimeErlangs", shrinkage, rate_cv as "rateCv",
  expected_service_level as "expectedServiceLevel", chance_to_meet as "chanceToMeet", summary`;

const HEAD = `id, version, created_at as "createdAt", from_on as "fromOn", days, forecast_id as "forecastId"`;

/** Stored requirements: immutable versions of queue-days. */
@Injectable()
export class RequirementRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** For each queue and local day the newest version that has it, by queue and date. */
  async days(context: RequestContext, range: { fromOn: LocalDate; days: number }): Promise<RequirementDay[]> {
    return this.database.read<RequirementDay>(
      context,
      `select distinct on (queue_id, on_date) ${DAY_COLUMNS} from requirement_days
       where on_date >= $1::date and on_date < $1::date + $2::integer order by queue_id, on_date, requirement_id desc`,
      [range.fromOn, range.days],
    );
  }

  /** All days of one queue in one requirement, in order, also those that a newer one has taken the place of. */
  async daysOf(context: RequestContext, requirementId: string, queueId: string): Promise<RequirementDay[]> {
    return this.database.read<RequirementDay>(
      context,
      `select ${DAY_COLUMNS} from requirement_days where requirement_id = $1 and queue_id = $2 order by on_date`,
      [requirementId, queueId],
    );
  }

  /** Local dates of the range for which some queue has a requirement. */
  async dates(context: RequestContext, range: { fromOn: LocalDate; days: number }): Promise<LocalDate[]> {
    const rows = await this.database.read<{ on: LocalDate }>(
      context,
      `select distinct on_date as "on" from requirement_days where on_date >= $1::date and on_date < $1::date + $2::integer`,
      [range.fromOn, range.days],
    );
    return rows.map(({ on }) => on);
  }

  async head(context: RequestContext, id: string): Promise<StoredRequirement | null> {
    return (await this.heads(context, [id])).get(id) ?? null;
  }

  /** By id. */
  async heads(context: RequestContext, ids: readonly string[]): Promise<Map<string, StoredRequirement>> {
    const rows = await this.database.read<StoredRequirement>(
      context,
      `select ${HEAD}, inputs, weeks, input_sha256 as "inputHash", code_version as "codeVersion" from requirements where id = any($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, { ...row, inputs: inputsOfStored(row.inputs) }]));
  }

  async insert(
    tx: EntityManager,
    requirement: NewRequirement,
    days: readonly Omit<RequirementDay, 'requirementId'>[],
  ): Promise<string> {
    const [{ id }] = await tx.query(
      `insert into requirements (organisation_id, forecast_id, version, from_on, days, inputs, input_sha256, code_version, created_by, weeks)
       select app_organisation_id(), $1::uuid, coalesce(max(version), 0) + 1, $2::date, $3::smallint, $4::jsonb, $5::text, $6::text, $7::uuid, $8::jsonb
       from requirements returning id`,
      [
        requirement.forecastId,
        requirement.fromOn,
        requirement.days,
        JSON.stringify(requirement.inputs),
        requirement.inputHash,
        requirement.codeVersion,
        requirement.createdBy,
        JSON.stringify(requirement.weeks),
      ],
    );
    for (const day of days) await insertDay(tx, id, day);
    return id;
  }
}

function inputsOfStored(inputs: StoredRequirement['inputs']): StoredRequirement['inputs'] {
  return Object.fromEntries(Object.entries(inputs).map(([queueId, input]) => [queueId, inputOfStored(input)]));
}

async function insertDay(
  tx: EntityManager,
  requirementId: string,
  day: Omit<RequirementDay, 'requirementId'>,
): Promise<void> {
  await tx.query(
    `insert into requirement_days (organisation_id, requirement_id, queue_id, on_date, start_at, step_minutes, contacts, handle_seconds,
       required_agents, agents_to_roster, service_level, asa_seconds, occupancy, abandonment, notes,
       load_erlangs, load_contacts, overtime_erlangs, shrinkage, rate_cv, expected_service_level, chance_to_meet, summary)
     values (app_organisation_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
       $15, $16, $17, $18, $19, $20, $21, $22::jsonb)`,
    [
      requirementId,
      day.queueId,
      day.onDate,
      new Date(day.startAt).toISOString(),
      day.stepMinutes,
      day.contacts,
      day.handleSeconds,
      day.requiredAgents,
      day.agentsToRoster,
      day.serviceLevel,
      day.asaSeconds,
      day.occupancy,
      day.abandonment,
      day.notes,
      day.loadErlangs,
      day.loadContacts,
      day.overtimeErlangs,
      day.shrinkage,
      day.rateCv,
      day.expectedServiceLevel,
      day.chanceToMeet,
      day.summary && JSON.stringify(day.summary),
    ],
  );
}
