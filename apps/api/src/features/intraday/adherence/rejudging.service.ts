import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { TaskQueue } from '../../../platform/jobs/background-task.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { AdherenceDaysRepository } from './adherence-days.repository.js';
import { ADHERENCE_TASK } from './adherence-task.js';
import { REJUDGE_JOB } from './rejudge-job.js';
import type { ExceptionRow } from './exceptions.repository.js';

/** Excuses, settings or plans changed: whoever looks at the board asks for it again. */
export const ADHERENCE_TOPIC = 'adherence';

/** So many days are a piece of work that is watched; fewer are judged before anybody has looked. */
const MANY_DAYS = 300;

/** Has days judged again after a change, in its transaction. */
@Injectable()
export class Rejudging {
  constructor(
    private readonly days: AdherenceDaysRepository,
    private readonly events: EventBus,
    private readonly tasks: TaskQueue,
    private readonly jobs: JobQueue,
  ) {}

  /** The days an excuse touches. Where they are many a job judges them that tells how far it is: its id, else null. */
  async within(tx: EntityManager, context: RequestContext, exception: ExceptionRow): Promise<string | null> {
    const { id, agentIds } = exception;
    const count = await this.days.askAgainWithin(tx, exception, agentIds);
    await this.again(tx, context);
    if (count < MANY_DAYS) return null;
    return (await this.jobs.enqueue(context, REJUDGE_JOB, { days: count }, { subjectId: id })).id;
  }

  /** Boards are drawn again and days on the list are judged. */
  async again(tx: EntityManager, context: RequestContext): Promise<void> {
    await this.events.touch(tx, context, [ADHERENCE_TOPIC]);
    await this.tasks.wake(tx, context, ADHERENCE_TASK);
  }
}
