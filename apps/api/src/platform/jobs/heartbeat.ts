import type { TenantDatabase } from '../database/tenant-database.js';
import type { Logger } from '../observability/logger.js';
import { QUEUE_TASK } from './job-queue.js';

const BEAT_MILLIS = 2_000;
const DEAD_AFTER_SECONDS = 10;

/** At most this many lost jobs of each sort are ended by one beat. */
const MOST_LOST = 20;

/** A job that nobody will finish: its last permitted attempt died, or the queue does not know it any more. */
export interface LostJob {
  /** Null when its row in the queue is gone. */
  readonly queueJobId: string | null;
  readonly organisationId: string;
  readonly jobId: string;
}

/**
 * Says every two seconds that the holders of this process's jobs live, and frees the jobs of those that have been silent for
 * ten. The queue itself would wait four hours.
 */
export class Heartbeat {
  private readonly holderIds = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: TenantDatabase,
    private readonly logger: Logger,
    private readonly onLost: (job: LostJob) => Promise<void>,
  ) {}

  add(holderId: string): void {
    this.holderIds.add(holderId);
  }

  remove(holderId: string): void {
    this.holderIds.delete(holderId);
  }

  start(): void {
    const beat = (): void => {
      this.beat()
        .catch((error: Error) => this.logger.warn({ reason: error.message }, 'heartbeat missed'))
        .finally(() => {
          if (this.timer) this.timer = setTimeout(beat, BEAT_MILLIS);
        });
    };
    this.timer = setTimeout(beat, 0);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async beat(): Promise<void> {
    const { exhausted, forgotten } = await this.database.withoutTenant(async (tx) => {
      await tx.query(
        'insert into workers (id, seen_at) select unnest($1::text[]), now() on conflict (id) do update set seen_at = now()',
        [[...this.holderIds]],
      );
      await tx.query(
        `with dead as (select distinct j.locked_by as id from graphile_worker._private_jobs j left join workers w on w.id = j.locked_by
           where j.locked_by is not null and coalesce(w.seen_at, j.locked_at) < now() - make_interval(secs => $1))
         select graphile_worker.force_unlock_workers(array(select id from dead)) where exists (select 1 from dead)`,
        [DEAD_AFTER_SECONDS],
      );
      await tx.query(`delete from workers where seen_at < now() - interval '1 day'`);
      return {
        exhausted: await tx.query<{ id: string; payload: { organisationId: string; jobId: string } }[]>(
          `select j.id, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
           where t.identifier = $1 and j.locked_at is null and j.attempts >= j.max_attempts limit $2`,
          [QUEUE_TASK, MOST_LOST],
        ),
        forgotten: await tx.query<Omit<LostJob, 'queueJobId'>[]>(
          'select organisation_id as "organisationId", id as "jobId" from lost_jobs($1)',
          [MOST_LOST],
        ),
      };
    });
    for (const { id, payload } of exhausted) await this.onLost({ queueJobId: String(id), ...payload });
    for (const job of forgotten) await this.onLost({ queueJobId: null, ...job });
  }
}
