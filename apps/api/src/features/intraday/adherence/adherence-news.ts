import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { Announcer } from '../../notifications/index.js';
import { AgentsService } from '../../organisation/index.js';
import { RecordsRepository } from '../../rosters/index.js';
import type { ExceptionRow, ExceptionState } from './exceptions.repository.js';
import { Rejudging } from './rejudging.service.js';

/** What follows a change of what excuses: audit, days judged again, who is told. */
@Injectable()
export class AdherenceNews {
  constructor(
    private readonly records: RecordsRepository,
    private readonly rejudging: Rejudging,
    private readonly people: AgentsService,
    private readonly announcer: Announcer,
  ) {}

  /** The id of the job that judges the days again where they are many, else null. */
  async changed(
    tx: EntityManager,
    context: RequestContext,
    { before, exception }: { readonly before: ExceptionState | null; readonly exception: ExceptionRow },
  ): Promise<string | null> {
    const { id, kind, startAt, endAt, scope, agentIds, state, note } = exception;
    await this.records.audit(tx, context, {
      action: `adherence.${before === null ? state : `${before}-${state}`}`,
      subjectKind: 'adherence-exception',
      subjectId: id,
      before: before === null ? null : { state: before },
      after: { state, kind, startAt, endAt, scope, agentCount: agentIds.length },
      reason: exception.decisionNote ?? (note || null),
    });
    if (state === 'proposed' || (before === 'proposed' && state !== 'approved')) return null;
    return this.rejudging.within(tx, context, exception);
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
