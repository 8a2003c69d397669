import { Injectable } from '@nestjs/common';
import type { OptimiseResult } from '@yotei/scheduling/optimiser';
import type { Instant, LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import type { JsonValue } from '../../platform/jobs/job-definition.js';
import { ProgressReporter } from '../../platform/jobs/progress-reporter.js';
import { compactRoster, packedBest, type BestFound } from './best-roster.js';
import { BoardPlaces } from './board.service.js';
import type { PackedShiftRows } from './packed-shifts.js';

/** Part under which a roster of all agents is kept; it counts more than rosters of parts. */
export const WHOLE = '';

export type FoundBest = Pick<Extract<OptimiseResult, { kind: 'roster' }>, 'roster' | 'cost' | 'seconds'> & {
  /** Start of the schedule's weeks. */
  readonly startAt: Instant;
};

export interface BestRosterRecord {
  readonly jobId: string;
  readonly seconds: number;
  readonly cost: number;
  readonly storedAt: Instant;
  readonly shifts: PackedShiftRows;
}

interface Place {
  readonly jobId: string;
  readonly part: string;
}

/**
 * The best roster of a run while it goes on, and after a run whose draft was edited meanwhile: one row a run, or one a part
 * of it, so that the board can show it beside the draft.
 */
@Injectable()
export class BestRosters {
  constructor(
    private readonly database: TenantDatabase,
    private readonly places: BoardPlaces,
  ) {}

  /** Takes what a computation hands out; writes the newest, one at a time. `settled` waits for the last write. */
  keeper(
    context: RequestContext,
    place: Place,
  ): { readonly keep: (interim: JsonValue) => void; readonly settled: () => Promise<void> } {
    const reporter = new ProgressReporter<BestFound>((found) => this.store(context, place, found));
    return {
      keep: (interim) => reporter.report(interim as unknown as BestFound),
      settled: () => reporter.close(),
    };
  }

  /** Keeps what a run has found in the end. */
  async hold(context: RequestContext, jobId: string, { roster, startAt, seconds, cost }: FoundBest): Promise<void> {
    await this.store(context, { jobId, part: WHOLE }, { seconds, cost, roster: compactRoster(roster, startAt) });
  }

  private async store(context: RequestContext, { jobId, part }: Place, found: BestFound): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      await tx.query(
        `delete from roster_bests b using jobs own, jobs old where b.organisation_id = $1 and b.job_id = old.id
           and own.organisation_id = $1 and own.id = $2 and old.organisation_id = $1 and old.kind = own.kind
           and old.subject_id = own.subject_id and old.id <> own.id`,
        [context.organisationId, jobId],
      );
      await tx.query(
        `insert into roster_bests (organisation_id, job_id, part, seconds, cost, roster) values ($1, $2, $3, $4, $5, $6)
         on conflict (organisation_id, job_id, part) do update set seconds = $4, cost = $5, roster = $6, stored_at = now()`,
        [context.organisationId, jobId, part, found.seconds, found.cost, JSON.stringify(found.roster)],
      );
    });
  }

  /** Drops what is kept of a run; in the transaction that puts its roster into the draft. */
  async clear(context: RequestContext, jobId: string): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      tx.query('delete from roster_bests where organisation_id = $1 and job_id = $2', [context.organisationId, jobId]),
    );
  }

  /** The best roster of the schedule's newest run; null where none is kept, or where a part has none yet. */
  async ofSchedule(context: RequestContext, scheduleId: string): Promise<BestRosterRecord | null> {
    return this.database.withTenant(context, async () => {
      const rows = await this.database.read<
        BestFound & Place & { storedAt: Instant; parts: number; weekStartOn: LocalDate }
      >(
        context,
        `select b.job_id as "jobId", b.part, b.seconds, b.cost, b.roster, b.stored_at as "storedAt",
           (select count(*)::integer from roster_parts p where p.organisation_id = $1 and p.job_id = b.job_id) as parts,
           (select to_char(s.week_start_on, 'YYYY-MM-DD') from schedules s where s.organisation_id = $1 and s.id::text = j.subject_id::text) as "weekStartOn"
         from jobs j join roster_bests b on b.organisation_id = $1 and b.job_id = j.id
         where j.organisation_id = $1 and j.kind = 'roster' and j.subject_id = $2 order by b.part`,
        [context.organisationId, scheduleId],
      );
      const [first] = rows;
      if (!first) return null;
      const chosen = first.part === WHOLE ? [first] : rows;
      if (first.part !== WHOLE && chosen.length < first.parts) return null;
      const { keys } = await this.places.of(context, first.weekStartOn);
      return {
        jobId: first.jobId,
        seconds: Math.max(...chosen.map(({ seconds }) => seconds)),
        cost: chosen.reduce((sum, { cost }) => sum + cost, 0),
        storedAt: Math.max(...chosen.map(({ storedAt }) => storedAt)),
        shifts: packedBest(
          chosen.map(({ roster }) => roster),
          keys,
        ),
      };
    });
  }
}
