import { Injectable } from '@nestjs/common';
import type { CapacityPlan, CapacityRiskAnswer } from '@yotei/scheduling/capacity';
import type { HiringProposal } from '@yotei/scheduling/hiring';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import type { CapacityNote } from './group-base.js';

export interface CapacityPlanHead {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly savedAt: Instant;
  readonly savedBy: string | null;
  readonly archived: boolean;
}

export interface CapacityPlanRecord extends CapacityPlanHead {
  readonly plan: CapacityPlan;
  readonly notes: readonly CapacityNote[];
}

/** What an optimiser proposed: never changed. */
/** A version of a plan to be kept. */
interface NewVersion {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly plan: CapacityPlan;
  readonly notes: readonly CapacityNote[];
  readonly createdBy: string | null;
}

export interface StoredProposal extends HiringProposal {
  readonly risk: CapacityRiskAnswer;
}

export interface ProposalRecord {
  readonly id: string;
  readonly planId: string;
  readonly planVersion: number;
  readonly inputHash: string;
  readonly codeVersion: string;
  readonly parameters: { readonly keep: boolean; readonly seconds: number };
  readonly seed: number;
  readonly result: StoredProposal;
  readonly createdAt: Instant;
  readonly createdBy: string | null;
}

const HEAD = `
select p.id, p.title, p.version, v.created_at as "savedAt", u.display_name as "savedBy", p.archived_at is not null as archived`;
const FROM = `
from capacity_plans p
join capacity_plan_versions v on v.organisation_id = p.organisation_id and v.plan_id = p.id and v.version = p.version
left join users u on u.id = v.created_by
where p.organisation_id = app_organisation_id()`;
const PROPOSAL = `
select r.id, r.plan_id as "planId", r.plan_version as "planVersion", r.input_sha256 as "inputHash", r.code_version as "codeVersion",
  r.parameters, r.seed::float8 as seed, r.result, r.created_at as "createdAt", u.display_name as "createdBy"
from capacity_proposals r left join users u on u.id = r.created_by where r.organisation_id = app_organisation_id()`;

/** Capacity plans: a head that moves, versions that stay, proposals for a version. */
@Injectable()
export class CapacityPlansRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Last saved first; without the archived ones. */
  heads(context: RequestContext): Promise<CapacityPlanHead[]> {
    return this.database.read(context, `${HEAD} ${FROM} and p.archived_at is null order by v.created_at desc, p.id`);
  }

  async byId(context: RequestContext, id: string): Promise<CapacityPlanRecord | null> {
    const [row] = await this.database.read<CapacityPlanRecord>(
      context,
      `${HEAD}, v.plan, v.notes ${FROM} and p.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The plan of an earlier version; null without such a version. */
  async version(context: RequestContext, id: string, version: number): Promise<CapacityPlan | null> {
    const [row] = await this.database.read<{ plan: CapacityPlan }>(
      context,
      `select plan from capacity_plan_versions where organisation_id = app_organisation_id() and plan_id = $1 and version = $2`,
      [id, version],
    );
    return row?.plan ?? null;
  }

  async insert(
    tx: EntityManager,
    of: { title: string; plan: CapacityPlan; notes: readonly CapacityNote[]; createdBy: string | null },
  ): Promise<string> {
    const [{ id }] = await tx.query(
      `insert into capacity_plans (organisation_id, title) values (app_organisation_id(), $1) returning id`,
      [of.title],
    );
    await this.insertVersion(tx, { id, version: 1, ...of });
    return id;
  }

  /** False when somebody saved another version meanwhile. */
  async save(tx: EntityManager, of: NewVersion): Promise<boolean> {
    const [, changed] = await tx.query(
      `update capacity_plans set title = $3, version = version + 1
       where organisation_id = app_organisation_id() and id = $1 and version = $2`,
      [of.id, of.version, of.title],
    );
    if (changed !== 1) return false;
    await this.insertVersion(tx, { ...of, version: of.version + 1 });
    return true;
  }

  async setArchived(tx: EntityManager, id: string, archived: boolean): Promise<boolean> {
    const [, changed] = await tx.query(
      `update capacity_plans set archived_at = case when $2 then coalesce(archived_at, now()) end
       where organisation_id = app_organisation_id() and id = $1`,
      [id, archived],
    );
    return changed === 1;
  }

  /** The latest ten of a plan, newest first. */
  proposals(context: RequestContext, planId: string): Promise<ProposalRecord[]> {
    return this.database.read(context, `${PROPOSAL} and r.plan_id = $1 order by r.id desc limit 10`, [planId]);
  }

  async insertProposal(
    tx: EntityManager,
    of: Omit<ProposalRecord, 'createdAt' | 'createdBy'> & { readonly jobId: string; readonly createdBy: string | null },
  ): Promise<void> {
    await tx.query(
      `insert into capacity_proposals
         (organisation_id, id, plan_id, plan_version, input_sha256, code_version, parameters, seed, result, job_id, created_by)
       values (app_organisation_id(), $1, $2, $3, $4, $5, $6::jsonb, $7, $8::jsonb, $9, $10)`,
      [
        of.id,
        of.planId,
        of.planVersion,
        of.inputHash,
        of.codeVersion,
        JSON.stringify(of.parameters),
        of.seed,
        JSON.stringify(of.result),
        of.jobId,
        of.createdBy,
      ],
    );
  }

  private async insertVersion(tx: EntityManager, of: NewVersion): Promise<void> {
    await tx.query(
      `insert into capacity_plan_versions (organisation_id, plan_id, version, title, plan, notes, created_by)
       values (app_organisation_id(), $1, $2, $3, $4::jsonb, $5::jsonb, $6)`,
      [of.id, of.version, of.title, JSON.stringify(of.plan), JSON.stringify(of.notes), of.createdBy],
    );
  }
}
