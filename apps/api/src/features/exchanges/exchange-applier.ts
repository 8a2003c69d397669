import { Injectable } from '@nestjs/common';
import type { ExchangeVerdict } from '@yotei/scheduling/exchanges';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { EditShiftsService, gridOf, type ShiftChange } from '../rosters/index.js';
import { scheduleHolding, type LoadedBook } from './exchange-book.service.js';

/** Carries a verdict's changes out, through the same writer as edits of the board. */
@Injectable()
export class ExchangeApplier {
  constructor(private readonly edits: EditShiftsService) {}

  /** The schedules must be locked by this transaction, and the verdict made from the book loaded in it. */
  async apply(
    tx: EntityManager,
    context: RequestContext,
    { book, verdict, label }: { book: LoadedBook; verdict: ExchangeVerdict; label: string },
  ): Promise<void> {
    const { changes, timeOff } = verdict.changes!;
    const bySchedule = new Map<string, ShiftChange[]>();
    for (const { before, after } of changes) {
      const stored = before ? book.shift(before.id)! : null;
      const scheduleId = stored ? book.scheduleOfShift(stored.id)! : scheduleHolding(book, after!.startAt, gridOf)!;
      const change = { before: stored, after: after && { ...after, handEdited: true } };
      bySchedule.set(scheduleId, [...(bySchedule.get(scheduleId) ?? []), change]);
    }
    for (const [scheduleId, own] of bySchedule) {
      const schedule = book.schedules.find(({ id }) => id === scheduleId)!;
      const order = { scheduleId, label, edits: [] };
      await this.edits.apply(tx, context, { schedule, order, changes: own, breaches: [], overridden: [] });
    }
    for (const { agentId, startAt, endAt, paidMinutes } of timeOff)
      await tx.query(
        `insert into time_off (organisation_id, agent_id, span, kind, state, paid_minutes, reason)
         values (app_organisation_id(), $1, tstzrange($2, $3), 'voluntary', 'approved', $4, 'voluntary')`,
        [agentId, new Date(startAt).toISOString(), new Date(endAt).toISOString(), Math.round(paidMinutes)],
      );
  }
}
