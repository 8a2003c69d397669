import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

export type ResultKind = 'live' | 'roster' | 'simulation';

export interface ScenarioResultRecord {
  readonly id: string;
  readonly scenarioId: string;
  /** Of the scenario it answers. */
  readonly version: number;
  readonly kind: ResultKind;
  readonly inputHash: string;
  readonly codeVersion: string;
  readonly answer: unknown;
  readonly jobId: string | null;
  readonly createdAt: Instant;
}

export type NewResult = Omit<ScenarioResultRecord, 'id' | 'createdAt'> & { readonly createdBy: string | null };

const COLUMNS = `id, scenario_id as "scenarioId", version, kind, input_sha256 as "inputHash", code_version as "codeVersion", answer,
  job_id as "jobId", created_at as "createdAt"`;

/** Answers of scenarios. Rows never change. */
@Injectable()
export class ScenarioResultsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** The newest of each kind of run of each scenario, newest first; live answers are not runs. */
  newestRuns(context: RequestContext, scenarioIds: readonly string[]): Promise<ScenarioResultRecord[]> {
    return this.database.read<ScenarioResultRecord>(
      context,
      `select distinct on (scenario_id, kind) ${COLUMNS} from scenario_results
       where scenario_id = any($1::uuid[]) and kind <> 'live' order by scenario_id, kind, id desc`,
      [scenarioIds],
    );
  }

  async byId(context: RequestContext, id: string): Promise<ScenarioResultRecord | null> {
    const [row] = await this.database.read<ScenarioResultRecord>(
      context,
      `select ${COLUMNS} from scenario_results where id = $1::uuid`,
      [id],
    );
    return row ?? null;
  }

  /** A live answer is kept once for the same question. */
  async insert(tx: EntityManager, row: NewResult): Promise<void> {
    await tx.query(
      `insert into scenario_results (organisation_id, scenario_id, version, kind, input_sha256, code_version, answer, job_id, created_by)
       select app_organisation_id(), $1::uuid, $2::integer, $3::text, $4::text, $5::text, $6::jsonb, $7::uuid, $8::uuid
       where $3::text <> 'live' or not exists (select 1 from scenario_results
         where scenario_id = $1::uuid and kind = 'live' and version = $2::integer and input_sha256 = $4::text and code_version = $5::text)`,
      [
        ...[row.scenarioId, row.version, row.kind, row.inputHash, row.codeVersion],
        ...[JSON.stringify(row.answer), row.jobId, row.createdBy],
      ],
    );
  }
}
