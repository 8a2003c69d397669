import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { TaskQueue, TaskRegistry } from './background-task.js';

/** However overdue what is left: a task that could not take it now must not keep a worker busy asking. */
const AGAIN_AFTER_MILLIS = 1_000;

/** Runs one background task for one organisation and asks the queue to come again when the task says so. */
@Injectable()
export class TaskRunner {
  private readonly stopping = new AbortController();

  constructor(
    private readonly database: TenantDatabase,
    private readonly registry: TaskRegistry,
    private readonly queue: TaskQueue,
    private readonly clock: Clock,
  ) {}

  /** Throws when it is to be tried again. */
  async run({ organisationId, task }: { organisationId: string; task: string }, runId: string): Promise<void> {
    const found = this.registry.find(task);
    if (!found) throw new Error(`task (${task}) is not known to this worker; is it older than the api?`);
    const context = { organisationId, userId: null, roles: [], requestId: `task-${runId}` };
    const againAt = await found.run(context, this.stopping.signal);
    if (againAt === null) return;
    const at = Math.max(againAt, this.clock.now() + AGAIN_AFTER_MILLIS);
    await this.database.withTenant(context, (tx) => this.queue.wake(tx, context, task, at));
  }

  abortAll(): void {
    this.stopping.abort(new Error('worker stops'));
  }
}
