import { Injectable } from '@nestjs/common';
import { awardLines, rankBidders, type RankedBidder } from '@yotei/scheduling/exchanges';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { OrganisationService } from '../../organisation/organisation.service.js';
import { isUuid } from '../exchange-book.service.js';
import { roundFault, type BidFault } from './bid-round-check.js';
import { BidNews } from './bid-news.js';
import { BidRoundRepository, type AwardRow, type BidRoundRow, type NewBidRound } from './bid-rounds.repository.js';

export type OpenOutcome =
  { readonly kind: 'opened'; readonly round: BidRoundRow } | ({ readonly kind: 'invalid' } & BidFault);

export type BidOutcome =
  | { readonly kind: 'placed'; readonly round: BidRoundRow }
  | { readonly kind: 'closed'; readonly round: BidRoundRow }
  | ({ readonly kind: 'invalid' } & BidFault)
  | { readonly kind: 'not-found' };

/** Somebody's bid with the rank it has, or had when the lines were given. */
export interface BidderState extends Pick<RankedBidder, 'agentId' | 'choices' | 'rank' | 'owed' | 'lot'> {
  /** Null while the round is open. */
  readonly award: AwardRow | null;
}

/** Bidding for the lines of a season: opened by a planner, closed by its time, given by fairness rank. */
@Injectable()
export class BidRoundsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly rounds: BidRoundRepository,
    private readonly organisation: OrganisationService,
    private readonly news: BidNews,
    private readonly clock: Clock,
  ) {}

  async open(context: RequestContext, round: NewBidRound): Promise<OpenOutcome> {
    return this.database.withTenant(context, async (tx) => {
      const contracts = await this.organisation.contracts(context);
      const contract = contracts.find(({ id }) => id === round.contractId);
      const templates = await this.organisation.shiftTemplates(context);
      const fault = roundFault(round, { contract, templates, now: this.clock.now() });
      if (fault) return { kind: 'invalid' as const, ...fault };
      const id = await this.rounds.insert(tx, round, context.userId);
      const opened = (await this.rounds.byId(context, id))!;
      await this.news.opened(tx, context, opened);
      return { kind: 'opened' as const, round: opened };
    });
  }

  /** Puts lines in order, the most wanted first; as often as one likes until the round closes. An empty list takes it back. */
  async bid(
    context: RequestContext,
    { roundId, lineIds }: { readonly roundId: string; readonly lineIds: readonly string[] },
    agent: { readonly id: string; readonly contractId: string },
  ): Promise<BidOutcome> {
    if (!isUuid(roundId)) return { kind: 'not-found' };
    return this.database.withTenant(context, async (tx): Promise<BidOutcome> => {
      await this.rounds.lock(tx, roundId, 'share');
      const round = await this.rounds.byId(context, roundId);
      if (!round || round.contractId !== agent.contractId) return { kind: 'not-found' };
      if (round.state !== 'open' || round.closesAt <= this.clock.now()) return { kind: 'closed', round };
      const known = new Set(round.lines.map(({ id }) => id));
      if (new Set(lineIds).size < lineIds.length || !lineIds.every((id) => known.has(id)))
        return { kind: 'invalid', path: 'lineIds', message: 'bid on lines of the round, each once' };
      await this.rounds.place(tx, roundId, { agentId: agent.id, lineIds });
      return { kind: 'placed', round: (await this.rounds.byId(context, roundId))! };
    });
  }

  /** Everyone who bid, in order of rank: as it stands while the round is open, as it was afterwards. */
  async bidders(context: RequestContext, round: BidRoundRow): Promise<BidderState[]> {
    return this.database.withTenant(context, async () => {
      const awards = new Map((await this.rounds.awards(context, round.id)).map((award) => [award.agentId, award]));
      const ranked = await this.ranked(context, round);
      return ranked
        .map(({ agentId, choices, rank, owed, lot }) => {
          const award = awards.get(agentId) ?? null;
          return { agentId, choices, ...(award ?? { rank, owed, lot }), award };
        })
        .sort((a, b) => a.rank - b.rank);
    });
  }

  private async ranked(context: RequestContext, round: BidRoundRow): Promise<RankedBidder[]> {
    const bids = await this.rounds.bids(context, round.id);
    const past = await this.rounds.pastOf(
      context,
      bids.map(({ agentId }) => agentId),
      round.id,
    );
    return rankBidders(
      round.id,
      bids.map(({ agentId, lineIds }) => ({ agentId, choices: lineIds, past: past.get(agentId) ?? [] })),
    );
  }

  /** Gives the lines by rank and tells everyone. Done twice it does nothing more. Null: no such round. */
  async award(context: RequestContext, id: string): Promise<BidRoundRow | null> {
    return this.change(context, { id, from: 'open' }, async (tx, round) => {
      const ranked = await this.ranked(context, round);
      const awards = awardLines(ranked, round.lines).map((award, i) => {
        const { owed, lot, choices } = ranked[i]!;
        return { ...award, owed, lot, listedCount: choices.length };
      });
      await this.rounds.award(tx, round.id, awards);
      await this.rounds.become(tx, round.id, 'awarded');
      await this.news.awarded(tx, context, { round, awards });
    });
  }

  /** Makes the lines given the rotations of their agents: the next roster is planned by them. */
  async putInForce(context: RequestContext, id: string): Promise<BidRoundRow | null> {
    return this.change(context, { id, from: 'awarded' }, async (tx, round) => {
      const lines = new Map(round.lines.map((line) => [line.id, line]));
      for (const { agentId, lineId } of await this.rounds.awards(context, round.id)) {
        const line = lineId && lines.get(lineId);
        if (!line) continue;
        const { fromOn, untilOn } = round;
        await this.organisation.takeRotation(tx, agentId, { startsOn: fromOn, weeks: line.weeks, fromOn, untilOn });
      }
      await this.rounds.become(tx, round.id, 'in-force');
      await this.news.inForce(tx, context, round);
    });
  }

  withdraw(context: RequestContext, id: string): Promise<BidRoundRow | null> {
    return this.change(context, { id, from: 'open' }, async (tx, round) => {
      await this.rounds.become(tx, round.id, 'withdrawn');
      await this.news.changed(tx, context, round);
    });
  }

  /** Under the round's lock, when it is in that state; otherwise it stays as it is. */
  private async change(
    context: RequestContext,
    { id, from }: { readonly id: string; readonly from: BidRoundRow['state'] },
    work: (tx: EntityManager, round: BidRoundRow) => Promise<void>,
  ): Promise<BidRoundRow | null> {
    if (!isUuid(id)) return null;
    return this.database.withTenant(context, async (tx) => {
      await this.rounds.lock(tx, id, 'update');
      const round = await this.rounds.byId(context, id);
      if (round?.state === from) await work(tx, round);
      return this.rounds.byId(context, id);
    });
  }
}
