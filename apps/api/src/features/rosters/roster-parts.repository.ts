import { Injectable } from '@nestjs/common';
import type { OptimiseProgress, OptimiseResult } from '@yotei/scheduling/optimiser';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import type { RosterComputeInput } from './roster.compute.js';

export interface NewPart {
  readonly part: string;
  readonly agents: number;
  readonly input: RosterComputeInput;
}

export interface ClaimedPart {
  readonly part: string;
  readonly input: RosterComputeInput;
}

/** How far a part is: the last word of the job that plans it, or its result. */
export interface PartState {
  readonly part: string;
  readonly agents: number;
  readonly holderId: string | null;
  readonly progress: OptimiseProgress | null;
  readonly result: Pick<
    Extract<OptimiseResult, { kind: 'roster' }>,
    'kind' | 'cost' | 'lowerBound' | 'gapHours' | 'requiredHours' | 'iterations' | 'seconds'
  > | null;
}

/** Rows of `roster_parts`: the pieces of a roster run while several workers plan them. */
@Injectable()
export class RosterPartsRepository {
  constructor(private readonly database: TenantDatabase) {}

  async create(context: RequestContext, jobId: string, parts: readonly NewPart[]): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      for (const { part, agents, input } of parts)
        await tx.query(
          'insert into roster_parts (organisation_id, job_id, part, agents, input) values ($1, $2, $3, $4, $5)',
          [context.organisationId, jobId, part, agents, JSON.stringify(input)],
        );
    });
  }

  /** Whether the run's parts are there and are of these problems: a run taken up again may find another day's absences. */
  async matches(context: RequestContext, jobId: string, parts: readonly NewPart[]): Promise<boolean> {
    for (const { part, input } of parts) {
      const rows = await this.database.read<{ same: boolean }>(
        context,
        `select input->'problem' = $4::jsonb as same from roster_parts where organisation_id = $1 and job_id = $2 and part = $3`,
        [context.organisationId, jobId, part, JSON.stringify(input.problem)],
      );
      if (!rows[0]?.same) return false;
    }
    return true;
  }

  /**
   * Takes a part without a result for the holder: one that it held before it was interrupted, else one that nobody holds or
   * whose holder has ended. Null when there is none.
   */
  async claim(context: RequestContext, jobId: string, holderId: string): Promise<ClaimedPart | null> {
    const rows = await this.database.read<ClaimedPart>(
      context,
      `with open as (
         select c.part from roster_parts c where c.organisation_id = $1 and c.job_id = $2 and c.result is null
           and (c.holder_id is null or c.holder_id = $3 or not exists (
             select 1 from jobs j where j.organisation_id = $1 and j.id = c.holder_id and j.finished_at is null))
         order by c.holder_id is not distinct from $3 desc, c.agents desc, c.part limit 1 for update of c skip locked
       ), taken as (
         update roster_parts p set holder_id = $3 from open
         where p.organisation_id = $1 and p.job_id = $2 and p.part = open.part returning p.part, p.input
       ) select part, input from taken`,
      [context.organisationId, jobId, holderId],
    );
    return rows[0] ?? null;
  }

  /** Stores the part's result unless another holder has it by now or it is stored already. */
  async store(
    context: RequestContext,
    place: { readonly jobId: string; readonly part: string; readonly holderId: string },
    result: OptimiseResult,
  ): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      tx.query(
        `update roster_parts set result = $5 where organisation_id = $1 and job_id = $2 and part = $3 and holder_id = $4 and result is null`,
        [context.organisationId, place.jobId, place.part, place.holderId, JSON.stringify(result)],
      ),
    );
  }

  async states(context: RequestContext, jobId: string): Promise<PartState[]> {
    return this.database.read<PartState>(
      context,
      `select p.part, p.agents, p.holder_id as "holderId",
         case when p.result is null then j.progress end as progress,
         case when p.result is not null then p.result - 'roster' - 'unmet' - 'parts' end as result
       from roster_parts p left join jobs j on j.organisation_id = $1 and j.id = p.holder_id and j.id <> p.job_id
       where p.organisation_id = $1 and p.job_id = $2 order by p.part::integer`,
      [context.organisationId, jobId],
    );
  }

  async results(context: RequestContext, jobId: string): Promise<OptimiseResult[]> {
    const rows = await this.database.read<{ result: OptimiseResult }>(
      context,
      'select result from roster_parts where organisation_id = $1 and job_id = $2 and result is not null order by part::integer',
      [context.organisationId, jobId],
    );
    return rows.map(({ result }) => result);
  }

  async clear(context: RequestContext, jobId: string): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      tx.query('delete from roster_parts where organisation_id = $1 and job_id = $2', [context.organisationId, jobId]),
    );
  }

  /** Jobs of the run that plan parts and have not ended. */
  async running(context: RequestContext, jobId: string): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      context,
      `select id from jobs where organisation_id = $1 and kind = 'roster-part' and subject_id = $2 and finished_at is null`,
      [context.organisationId, jobId],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether the run was asked to stop, which is not the same as its worker being stopped. */
  async cancelRequested(context: RequestContext, jobId: string): Promise<boolean> {
    const rows = await this.database.read<{ asked: boolean }>(
      context,
      'select cancel_requested as asked from jobs where organisation_id = $1 and id = $2',
      [context.organisationId, jobId],
    );
    return rows[0]?.asked ?? false;
  }

  /** Worker processes heard of in the last ten seconds. */
  async liveWorkers(): Promise<number> {
    return this.database.withoutTenant(async (tx) => {
      const rows = await tx.query<{ count: number }[]>(
        `select count(*)::integer as count from workers where seen_at > now() - interval '10 seconds'`,
      );
      return Math.max(1, rows[0]?.count ?? 0);
    });
  }
}
