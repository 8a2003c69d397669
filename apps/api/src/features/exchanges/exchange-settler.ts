import { Injectable } from '@nestjs/common';
import type { ExchangeVerdict } from '@yotei/scheduling/exchanges';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { ExchangeApplier } from './exchange-applier.js';
import { ExchangeBooks, type LoadedBook } from './exchange-book.service.js';
import { ExchangeNews } from './exchange-news.js';
import type { ExchangeState } from './exchange-states.js';
import { ExchangeRepository, type ExchangeRow } from './exchanges.repository.js';
import { impossibleText, type EndCode } from './impossible-text.js';
import { verdictView, type ReasonView } from './verdict-view.js';

export interface Settlement {
  readonly exchange: ExchangeRow;
  /** Book and verdict made under the same locks; absent: made now. */
  readonly book?: LoadedBook;
  readonly verdict?: ExchangeVerdict;
  /** A manager accepts what is amber. */
  readonly approvedBy?: string;
  readonly note?: string | null;
}

export interface Ending {
  readonly to: Exclude<ExchangeState, 'applied' | 'proposed' | 'accepted' | 'in-review'>;
  readonly code?: EndCode;
  readonly reasons?: readonly ReasonView[];
  readonly note?: string | null;
}

/** Takes exchanges to their end. Everything here runs in a transaction that holds the locks of schedules and exchange. */
@Injectable()
export class ExchangeSettler {
  constructor(
    private readonly books: ExchangeBooks,
    private readonly exchanges: ExchangeRepository,
    private readonly applier: ExchangeApplier,
    private readonly news: ExchangeNews,
    private readonly clock: Clock,
  ) {}

  /** A new proposal is told to those asked, and its deadline watched. */
  async opened(tx: EntityManager, context: RequestContext, id: string): Promise<ExchangeRow> {
    const exchange = (await this.exchanges.reread(tx, id))!;
    await this.news.opened(tx, context, exchange);
    return exchange;
  }

  /** Somebody who would have taken an offer is told that there is no place. */
  claimRefused(...told: Parameters<ExchangeNews['claimRefused']>): Promise<void> {
    return this.news.claimRefused(...told);
  }

  /** Everyone has agreed: judged on the schedule as it is now, then applied, handed to a manager, or ended with its reason. */
  async settle(tx: EntityManager, context: RequestContext, settlement: Settlement): Promise<ExchangeRow> {
    const { approvedBy } = settlement;
    const exchange = await this.accepted(tx, context, settlement.exchange);
    const book = settlement.book ?? (await this.books.load(context, exchange.scheduleIds));
    if (!book) return this.end(tx, context, exchange, { to: 'expired', code: 'not-published' });
    if (!(await this.exchanges.standsOnBasis(tx, exchange)))
      return this.end(tx, context, exchange, { to: 'expired', code: 'shift-changed' });
    const verdict = settlement.verdict ?? book.desk.judge(exchange.request);
    const view = verdictView(verdict);
    if (verdict.colour === 'red') return this.end(tx, context, exchange, { to: 'refused', reasons: view.reasons });
    if (verdict.colour === 'amber' && !approvedBy) {
      if (exchange.state === 'in-review') return exchange;
      await this.exchanges.become(tx, exchange, { to: 'in-review', userId: context.userId, verdict: view });
      return this.told(tx, context, exchange.id);
    }
    await this.applier.apply(tx, context, { book, verdict, label: LABELS[exchange.kind] });
    await this.exchanges.become(tx, exchange, {
      to: 'applied',
      userId: context.userId,
      note: settlement.note ?? null,
      verdict: view,
    });
    await this.audit(tx, context, exchange, { to: 'applied', reasons: view.reasons, note: settlement.note });
    return this.told(tx, context, exchange.id);
  }

  async end(tx: EntityManager, context: RequestContext, exchange: ExchangeRow, ending: Ending): Promise<ExchangeRow> {
    const reasons = ending.reasons ?? (ending.code ? [codeReason(ending.code)] : undefined);
    const { to, note } = ending;
    await this.exchanges.become(tx, exchange, { to, userId: context.userId, reasons, note });
    if (exchange.offerId)
      await tx.query(`update work_offers set taken = taken - 1 where id = $1 and taken > 0`, [exchange.offerId]);
    await this.audit(tx, context, exchange, { to, reasons, note });
    return this.told(tx, context, exchange.id);
  }

  /** Null while there is time. */
  async expireIfLate(tx: EntityManager, context: RequestContext, exchange: ExchangeRow): Promise<ExchangeRow | null> {
    const isOpen = ['proposed', 'accepted', 'in-review'].includes(exchange.state);
    if (!isOpen || exchange.expiresAt === null || exchange.expiresAt > this.clock.now()) return null;
    return this.end(tx, context, exchange, { to: 'expired', code: 'deadline-passed' });
  }

  private async accepted(tx: EntityManager, context: RequestContext, exchange: ExchangeRow): Promise<ExchangeRow> {
    if (exchange.state !== 'proposed') return exchange;
    await this.exchanges.become(tx, exchange, { to: 'accepted', userId: context.userId });
    return (await this.exchanges.reread(tx, exchange.id))!;
  }

  private async told(tx: EntityManager, context: RequestContext, id: string): Promise<ExchangeRow> {
    const exchange = (await this.exchanges.reread(tx, id))!;
    await this.news.changed(tx, context, exchange);
    return exchange;
  }

  private async audit(
    tx: EntityManager,
    context: RequestContext,
    exchange: ExchangeRow,
    { to, reasons, note }: { to: string; reasons?: readonly ReasonView[]; note?: string | null },
  ): Promise<void> {
    await tx.query(
      `insert into audit_entries (organisation_id, user_id, request_id, action, subject_kind, subject_id, before, after, reason)
       values (app_organisation_id(), $1, $2, $3, 'exchange', $4, $5::jsonb, $6::jsonb, $7)`,
      [
        context.userId,
        context.requestId,
        `exchange.${to}`,
        exchange.id,
        JSON.stringify({ state: exchange.state }),
        JSON.stringify({ state: to, request: exchange.request, reasons: reasons ?? [] }),
        note ?? null,
      ],
    );
  }
}

const codeReason = (code: EndCode): ReasonView => {
  const text = impossibleText(code);
  return { kind: 'impossible', outcome: 'refuse', code, agentId: null, by: null, title: text, message: text };
};

/** Names of undo steps on the board. */
const LABELS: Readonly<Record<ExchangeRow['kind'], string>> = {
  swap: 'Swap between agents',
  'give-away': 'Shift given away',
  cycle: 'Ring of exchanges',
  'swap-part': 'Part of a shift exchanged',
  'break-change': 'Break moved by the agent',
  'pick-up': 'Open shift taken',
  'voluntary-time-off': 'Voluntary time off',
  overtime: 'Overtime taken',
};
