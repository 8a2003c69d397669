import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { Announcer } from '../notifications/index.js';
import { AgentsService } from '../organisation/agents.service.js';
import { TimeOffJudge } from './time-off-judge.service.js';
import { answerNews } from './time-off-news.js';
import { TimeOffRepository, type TimeOffRow } from './time-off.repository.js';
import { TimeOffTermsRepository } from './time-off-terms.repository.js';

/** Answers to requests: told, recorded, and places that come free given to who waited longest. */
@Injectable()
export class TimeOffAnswers {
  constructor(
    private readonly requests: TimeOffRepository,
    private readonly terms: TimeOffTermsRepository,
    private readonly judging: TimeOffJudge,
    private readonly people: AgentsService,
    private readonly announcer: Announcer,
    private readonly clock: Clock,
  ) {}

  now(): number {
    return this.clock.now();
  }

  async answer(
    tx: EntityManager,
    context: RequestContext,
    to: { row: TimeOffRow; state: 'approved' | 'declined'; reason: string | null },
  ): Promise<void> {
    const { row, state, reason } = to;
    await this.requests.settle(tx, row.id, { state, by: context.userId, reason });
    await this.audit(tx, context, { action: `time-off.${state}`, id: row.id, after: { reason } });
    const agent = (await this.people.byIds(context, [row.agentId])).get(row.agentId)!;
    const userId = (await this.people.usersOf(context, [row.agentId])).get(row.agentId);
    if (!userId) return;
    await this.announcer.announce(tx, context, [
      {
        ...answerNews(row, state, { zone: agent.zone, reason }),
        userId,
        urgent: row.startAt - this.now() < 48 * 3_600_000,
      },
    ]);
  }

  /** Approves who waits for a place and has one now, the oldest first. Call with the team locked. */
  async fillPlaces(tx: EntityManager, context: RequestContext, teamId: string): Promise<void> {
    const waiting = (await this.requests.waiting(context)).filter(
      (row) => row.teamId === teamId && row.verdict === 'waiting' && row.startAt > this.now(),
    );
    const types = await this.terms.types(context);
    for (const row of waiting) {
      const type = types.find(({ code }) => code === row.kind);
      const agent = (await this.people.byIds(context, [row.agentId])).get(row.agentId);
      if (!type || !agent) continue;
      const span = { startAt: row.startAt, endAt: row.endAt };
      const { verdict, reason } = await this.judging.judge(tx, context, { agent, type, span, exceptId: row.id });
      if (verdict === 'approved') await this.answer(tx, context, { row, state: 'approved', reason: null });
      else if (verdict === 'review')
        await this.requests.settle(tx, row.id, {
          state: 'requested',
          verdict,
          decision: reason,
          by: null,
          reason: null,
        });
    }
  }

  async audit(
    tx: EntityManager,
    context: RequestContext,
    of: { action: string; id: string; after: unknown },
  ): Promise<void> {
    await tx.query(
      `insert into audit_entries (organisation_id, user_id, request_id, action, subject_kind, subject_id, after)
       values (app_organisation_id(), $1, $2, $3, 'time-off', $4, $5::jsonb)`,
      [context.userId, context.requestId, of.action, of.id, JSON.stringify(of.after)],
    );
  }
}
