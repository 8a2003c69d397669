import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { TaskQueue } from '../../../platform/jobs/background-task.js';
import { Announcer } from '../../notifications/index.js';
import { AgentsService } from '../../organisation/index.js';
import { RecordsRepository } from '../../rosters/index.js';
import { AdherenceDaysRepository } from './adherence-days.repository.js';
import { ADHERENCE_TASK } from './adherence-task.js';
import { datesAround } from './adherence-history.service.js';
import type { ExceptionRow, ExceptionState } from './exceptions.repository.js';

/** Excuses, settings or plans changed: whoever looks at the board asks for it again. */
export const ADHERENCE_TOPIC = 'adherence';

/** What follows a change of what excuses: audit, days to judge again, boards to draw again, who is told. */
@Injectable()
export class AdherenceNews {
  constructor(
    private readonly records: RecordsRepository,
    private readonly days: AdherenceDaysRepository,
    private readonly events: EventBus,
    private readonly tasks: TaskQueue,
    private readonly people: AgentsService,
    private readonly announcer: Announcer,
  ) {}

  async changed(
    tx: EntityManager,
    context: RequestContext,
    { before, exception }: { readonly before: ExceptionState | null; readonly exception: ExceptionRow },
  ): Promise<void> {
    const { id, kind, startAt, endAt, scope, agentIds, state, note } = exception;
    await this.records.audit(tx, context, {
      action: `adherence.${before === null ? state : `${before}-${state}`}`,
      subjectKind: 'adherence-exception',
      subjectId: id,
      before: before === null ? null : { state: before },
      after: { state, kind, startAt, endAt, scope, agentCount: agentIds.length },
      reason: exception.decisionNote ?? (note || null),
    });
    if (state === 'proposed' || (before === 'proposed' && state !== 'approved')) return;
    const dates = datesAround(exception);
    await this.days.askAgain(
      tx,
      agentIds.flatMap((agentId) => dates.map((on) => ({ agentId, on }))),
    );
    await this.again(tx, context);
  }

  /** Boards are drawn again and days on the list are judged. */
  async again(tx: EntityManager, context: RequestContext): Promise<void> {
    await this.events.touch(tx, context, [ADHERENCE_TOPIC]);
    await this.tasks.wake(tx, context, ADHERENCE_TASK);
  }

  async decided(tx: EntityManager, context: RequestContext, exception: ExceptionRow): Promise<void> {
    const users = await this.people.usersOf(context, exception.agentIds);
    const approved = exception.state === 'approved';
    await this.announcer.announce(
      tx,
      context,
      [...users.values()].map((userId) => ({
        userId,
        kind: 'adherence-decided',
        what: approved
          ? { en: 'Your explanation of a deviation was approved.', ja: '予定とのずれの理由が承認されました。' }
          : {
              en: 'Your explanation of a deviation was not approved.',
              ja: '予定とのずれの理由は承認されませんでした。',
            },
        todo: { en: 'Look at it on your own page.', ja: '自分のページで確認してください。' },
        path: '/me',
        subject: `adherence-exception/${exception.id}`,
      })),
    );
  }
}
