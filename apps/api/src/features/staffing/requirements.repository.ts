import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

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
}

export interface RequirementHead {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Instant;
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly forecastId: string;
}

/** Settings and forecast one queue was computed from, kept with the requirement. */
export interface RequirementQueueInput {
  readonly modelId: string;
  readonly goal: Readonly<Record<string, unknown>>;
  readonly patienceSeconds: number | null;
  readonly concurrency: number;
  readonly shrinkageFraction: number;
  readonly forecastIds: readonly string[];
  readonly editIds: readonly string[];
}

export interface StoredRequirement extends RequirementHead {
  readonly inputs: Readonly<Record<string, RequirementQueueInput>>;
  readonly inputHash: string;
  readonly codeVersion: string;
}

export interface NewRequirement {
  readonly forecastId: string;
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly inputs: Readonly<Record<string, RequirementQueueInput>>;
  readonly inputHash: string;
  readonly codeVersion: string;
  readonly createdBy: string | null;
}

const DAY_COLUMNS = `requirement_id as "requirementId", queue_id as "queueId", on_date as "onDate", start_at as "startAt", step_minutes as "stepMinutes",
  contacts, handle_seconds as "handleSeconds", required_agents as "requiredAgents", agents_to_roster as "agentsToRoster",
  service_level as "serviceLevel", asa_seconds as "asaSeconds", occupancy, abandonment, notes`;

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
    const [row] = await this.database.read<StoredRequirement>(
      context,
      `select ${HEAD}, inputs, input_sha256 as "inputHash", code_version as "codeVersion" from requirements where id = $1`,
      [id],
    );
    return row ?? null;
  }

  async insert(
    tx: EntityManager,
    requirement: NewRequirement,
    days: readonly Omit<RequirementDay, 'requirementId'>[],
  ): Promise<string> {
    const [{ id }] = await tx.query(
      `insert into requirements (organisation_id, forecast_id, version, from_on, days, inputs, input_sha256, code_version, created_by)
       select app_organisation_id(), $1::uuid, coalesce(max(version), 0) + 1, $2::date, $3::smallint, $4::jsonb, $5::text, $6::text, $7::uuid
       from requirements returning id`,
      [
        requirement.forecastId,
        requirement.fromOn,
        requirement.days,
        JSON.stringify(requirement.inputs),
        requirement.inputHash,
        requirement.codeVersion,
        requirement.createdBy,
      ],
    );
    for (const day of days) await insertDay(tx, id, day);
    return id;
  }
}

async function insertDay(
  tx: EntityManager,
  requirementId: string,
  day: Omit<RequirementDay, 'requirementId'>,
): Promise<void> {
  await tx.query(
    `insert into requirement_days (organisation_id, requirement_id, queue_id, on_date, start_at, step_minutes, contacts, handle_seconds,
       required_agents, agents_to_roster, service_level, asa_seconds, occupancy, abandonment, notes)
     values (app_organisation_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
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
    ],
  );
}
