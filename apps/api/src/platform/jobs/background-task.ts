import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import type { RequestContext } from '../context/request-context.js';

/** The one task name in graphile-worker for {@link BackgroundTask}. */
export const QUEUE_BACKGROUND_TASK = 'yotei_task';

/**
 * Small work that rows ask for (messages to send, deadlines to watch), without a row in `jobs`: an injectable class in
 * `<name>.task.ts`, provided by its feature's module, found by its base class. It may be run at any time and by two
 * workers at once, so it claims the rows it works on.
 */
export abstract class BackgroundTask {
  /** Permanent: it is stored in the queue. */
  abstract readonly name: string;
  /** Works off what is due for the context's organisation; answers when to look again, null when nothing waits. */
  abstract run(context: RequestContext, signal: AbortSignal): Promise<Instant | null>;
}

/** Wakes tasks; within the transaction that wrote what they are to find. */
@Injectable()
export class TaskQueue {
  constructor(private readonly clock: Clock) {}

  /**
   * At most one run waits for each organisation and task, however often it is woken. `at` is a moment of our clock; the
   * queue goes by that of the database and is told how long to wait, or a clock behind it would have the task run on and on.
   */
  async wake(
    tx: EntityManager,
    { organisationId }: Pick<RequestContext, 'organisationId'>,
    task: string,
    at?: Instant,
  ): Promise<void> {
    await tx.query(
      `select graphile_worker.add_job($1, $2::json, job_key := $3, job_key_mode := $5,
         run_at := clock_timestamp() + make_interval(secs => $4::double precision))`,
      [
        QUEUE_BACKGROUND_TASK,
        JSON.stringify({ organisationId, task }),
        `task/${task}/${organisationId}`,
        at === undefined ? null : (at - this.clock.now()) / 1000,
        // A run woken for now meanwhile stays earlier than the later look.
        at === undefined ? 'replace' : 'preserve_run_at',
      ],
    );
  }
}

/** The tasks the features provide. */
@Injectable()
export class TaskRegistry {
  private tasks: ReadonlyMap<string, BackgroundTask> | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  find(name: string): BackgroundTask | null {
    this.tasks ??= new Map(
      this.discovery
        .getProviders()
        .flatMap(({ instance }) => (instance instanceof BackgroundTask ? [[instance.name, instance]] : [])),
    );
    return this.tasks.get(name) ?? null;
  }
}
