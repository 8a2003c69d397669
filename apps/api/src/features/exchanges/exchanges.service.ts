import { Injectable } from '@nestjs/common';
import {
  alternativesTo,
  type AlternativeOptions,
  type ExchangeAlternative,
  type ExchangeRequest,
  type ExchangeVerdict,
} from '@yotei/scheduling/exchanges';
import { DAY_MILLIS, MINUTE_MILLIS, type Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import type { Agent } from '../organisation/index.js';
import { isOverlapInDatabase } from '../rosters/index.js';
import { ExchangeBooks, isUuid, type LoadedBook } from './exchange-book.service.js';
import { ExchangeReader } from './exchange-reader.js';
import { ExchangeSettler } from './exchange-settler.js';
import { shiftIdsOf, type ReadRequest } from './exchange-request.mapper.js';
import { ExchangeRepository, type BasisShift, type ExchangeRow } from './exchanges.repository.js';
import { verdictView } from './verdict-view.js';

export interface Proposal {
  /** What the agent asks for. */
  readonly ask: (agentId: string) => ReadRequest;
  /** Absent: whoever asks. */
  readonly onBehalfOf?: string;
  readonly note: string | null;
  readonly key: string | null;
}

export type ProposeOutcome =
  | { readonly kind: 'no-agent' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string }
  | { readonly kind: 'proposed'; readonly exchange: ExchangeRow }
  | { readonly kind: 'refused'; readonly verdict: ExchangeVerdict }
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'not-published' }
  | { readonly kind: 'changed-meanwhile' };

export type AnswerOutcome =
  | { readonly kind: 'answered'; readonly exchange: ExchangeRow }
  | { readonly kind: 'closed'; readonly exchange: ExchangeRow }
  | { readonly kind: 'not-found' };

/** Without an answer a proposal ends after so long, or when the work begins. */
const LONGEST_OPEN_MILLIS = 7 * DAY_MILLIS;
const LEAST_LEFT_MILLIS = 5 * MINUTE_MILLIS;

/** Proposing, answering and withdrawing: what agents do. */
@Injectable()
export class ExchangesService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly books: ExchangeBooks,
    private readonly exchanges: ExchangeRepository,
    private readonly settler: ExchangeSettler,
    private readonly readers: ExchangeReader,
    private readonly clock: Clock,
  ) {}

  now(): Instant {
    return this.clock.now();
  }

  agentOf(context: RequestContext): Promise<Agent | null> {
    return this.readers.agentOf(context);
  }

  /** A transaction that writes exchanges, after those that came before it. */
  inTurn<T>(context: RequestContext, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.books.inTurn(context, () => this.database.withTenant(context, work));
  }

  /** What would happen; nothing is stored. Null: not in a published schedule. */
  async preview(context: RequestContext, request: ExchangeRequest): Promise<ExchangeVerdict | null> {
    return (await this.bookOf(context, request))?.desk.judge(request) ?? null;
  }

  /** Legal exchanges near this one. Null: not in a published schedule. */
  async alternatives(
    context: RequestContext,
    request: ExchangeRequest,
    options: AlternativeOptions,
  ): Promise<{ alternatives: ExchangeAlternative[]; book: LoadedBook } | null> {
    const book = await this.bookOf(context, request);
    return book && { alternatives: alternativesTo(book.desk, request, options), book };
  }

  private async bookOf(context: RequestContext, request: ExchangeRequest): Promise<LoadedBook | null> {
    const scheduleIds = await this.books.schedulesOf(context, request);
    return scheduleIds.length === 0 ? null : this.books.load(context, scheduleIds);
  }

  /**
   * Proposes on behalf of the agent. What is refused or waits for somebody's answer changes no schedule: it is judged on
   * the schedule as it stands and holds no lock. Where nobody is asked it is judged again under the lock and settled.
   */
  async propose(context: RequestContext, proposal: Proposal): Promise<ProposeOutcome> {
    try {
      const judged = await this.database.withTenant(context, (tx) => this.proposeIn(tx, context, proposal));
      if (judged.kind !== 'to-settle') return judged;
      const settled = await this.inTurn(context, async (tx) => {
        await this.books.lock(tx, judged.scheduleIds);
        return this.proposeIn(tx, context, { ...proposal, mayApply: true });
      });
      if (settled.kind !== 'to-settle') return settled;
      throw new Error('a proposal under the lock must be settled');
    } catch (error) {
      if (isOverlapInDatabase(error)) return { kind: 'changed-meanwhile' };
      throw error;
    }
  }

  private async proposeIn(
    tx: EntityManager,
    context: RequestContext,
    { ask, onBehalfOf, note, key, mayApply = false }: Proposal & { readonly mayApply?: boolean },
  ): Promise<ProposeOutcome | { readonly kind: 'to-settle'; readonly scheduleIds: readonly string[] }> {
    const agentId = onBehalfOf ?? (await this.agentOf(context))?.id;
    if (!agentId) return { kind: 'no-agent' };
    const read = ask(agentId);
    if (read.kind === 'invalid') return read;
    const { request } = read;
    const known = key ? await this.exchanges.byKey(context, agentId, key) : null;
    if (known) return { kind: 'proposed', exchange: known };
    const scheduleIds = await this.books.schedulesOf(context, request);
    if (scheduleIds.length === 0) return { kind: 'not-published' };
    const book = await this.books.load(context, scheduleIds);
    if (!book) return { kind: 'not-published' };
    if (!isOwn(book, request, agentId)) return { kind: 'not-yours' };
    const verdict = book.desk.judge(request);
    if (verdict.colour === 'red') return { kind: 'refused', verdict };
    const askedIds = verdict.parties.map((party) => party.agentId).filter((other) => other !== agentId);
    if (askedIds.length === 0 && !mayApply) return { kind: 'to-settle', scheduleIds };
    const id = await this.exchanges.insert(tx, {
      request,
      proposedBy: agentId,
      askedIds,
      scheduleIds,
      basis: basisOf(book, request, verdict),
      verdict: verdictView(verdict),
      expiresAt: this.deadline(verdict),
      note: note?.trim() || null,
      key,
    });
    // The same key again, at the same time: the other one is the exchange.
    if (!id) return { kind: 'proposed', exchange: (await this.exchanges.byKey(context, agentId, key!))! };
    const exchange = await this.settler.opened(tx, context, id);
    if (askedIds.length > 0) return { kind: 'proposed', exchange };
    return { kind: 'proposed', exchange: await this.settler.settle(tx, context, { exchange, book, verdict }) };
  }

  /** When the work begins, or a week from now. */
  deadline(verdict: ExchangeVerdict): Instant {
    const now = this.clock.now();
    const beginsAt = Math.min(...verdict.parties.flatMap(({ changed }) => changed.map(({ startAt }) => startAt)));
    return Math.max(now + LEAST_LEFT_MILLIS, Math.min(beginsAt, now + LONGEST_OPEN_MILLIS));
  }

  /** A colleague's yes or no. Answering the same again changes nothing. */
  async answer(context: RequestContext, id: string, agentId: string, accept: boolean): Promise<AnswerOutcome> {
    return this.change(context, { id, mayApply: accept }, async (tx, exchange) => {
      const own = exchange.parties.find((party) => party.agentId === agentId);
      if (!own) return null;
      if (exchange.state !== 'proposed') {
        const same = own.answer === (accept ? 'accepted' : 'declined');
        return { kind: same ? 'answered' : 'closed', exchange };
      }
      await this.exchanges.answer(tx, id, agentId, accept ? 'accepted' : 'declined');
      const answered = (await this.exchanges.reread(tx, id))!;
      if (!accept)
        return { kind: 'answered', exchange: await this.settler.end(tx, context, answered, { to: 'declined' }) };
      if (answered.parties.some(({ answer }) => answer === 'pending')) return { kind: 'answered', exchange: answered };
      return { kind: 'answered', exchange: await this.settler.settle(tx, context, { exchange: answered }) };
    });
  }

  async withdraw(context: RequestContext, id: string, agentId: string): Promise<AnswerOutcome> {
    return this.change(context, { id, mayApply: false }, async (tx, exchange) => {
      if (exchange.proposedBy !== agentId) return null;
      if (exchange.state === 'withdrawn') return { kind: 'answered', exchange };
      if (exchange.state !== 'proposed' && exchange.state !== 'in-review') return { kind: 'closed', exchange };
      return { kind: 'answered', exchange: await this.settler.end(tx, context, exchange, { to: 'withdrawn' }) };
    });
  }

  /**
   * Locks schedules, where the change may apply the exchange, then the exchange; what has run out of time is ended before
   * anything else.
   */
  async change(
    context: RequestContext,
    { id, mayApply }: { readonly id: string; readonly mayApply: boolean },
    work: (tx: EntityManager, exchange: ExchangeRow) => Promise<AnswerOutcome | null>,
  ): Promise<AnswerOutcome> {
    if (!isUuid(id)) return { kind: 'not-found' };
    const locked = async (tx: EntityManager): Promise<AnswerOutcome> => {
      const seen = await this.exchanges.byId(context, id);
      if (!seen) return { kind: 'not-found' };
      if (mayApply) await this.books.lock(tx, seen.scheduleIds);
      const exchange = (await this.exchanges.lock(tx, id))!;
      const late = await this.settler.expireIfLate(tx, context, exchange);
      if (late) return { kind: 'closed', exchange: late };
      return (await work(tx, exchange)) ?? { kind: 'not-found' };
    };
    try {
      return await (mayApply ? this.inTurn(context, locked) : this.database.withTenant(context, locked));
    } catch (error) {
      if (!isOverlapInDatabase(error)) throw error;
      return this.endOverlapping(context, id);
    }
  }

  /** Only the database saw that somebody works then, in a week outside the book. */
  private async endOverlapping(context: RequestContext, id: string): Promise<AnswerOutcome> {
    return this.database.withTenant(context, async (tx) => {
      const exchange = (await this.exchanges.lock(tx, id))!;
      const to = 'expired' as const;
      return {
        kind: 'closed' as const,
        exchange: await this.settler.end(tx, context, exchange, { to, code: 'shift-changed' }),
      };
    });
  }
}

/** Agents ask with what is theirs. */
function isOwn(book: LoadedBook, request: ExchangeRequest, agentId: string): boolean {
  const holds = (shiftId: string) => {
    const shift = book.shift(shiftId);
    // An unknown shift is refused by the verdict, with its own words.
    return !shift || shift.agentId === agentId;
  };
  switch (request.kind) {
    case 'swap':
      return holds(request.giveShiftId);
    case 'give-away':
    case 'break-change':
    case 'voluntary-time-off':
      return holds(request.shiftId);
    case 'cycle':
      return request.moves.some(({ shiftId }) => book.shift(shiftId)?.agentId === agentId);
    case 'swap-part':
      return request.fromAgentId === agentId;
    default:
      return request.agentId === agentId;
  }
}

/** Shifts the exchange stands on, with their versions. */
export function basisOf(book: LoadedBook, request: ExchangeRequest, verdict: ExchangeVerdict): BasisShift[] {
  const ids = [...shiftIdsOf(request), ...verdict.changes!.changes.flatMap(({ before }) => before?.id ?? [])];
  return [...new Set(ids)].map((id) => ({ id, version: book.shift(id)!.version }));
}
