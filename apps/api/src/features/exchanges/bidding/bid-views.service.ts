import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { AgentsService } from '../../organisation/agents.service.js';
import { isUuid } from '../exchange-book.service.js';
import { ExchangeReader } from '../exchange-reader.js';
import type { Bid, Bidder, BidRound } from './bid-rounds.graphql-types.js';
import { BidRoundRepository, type BidRoundRow } from './bid-rounds.repository.js';
import { BidRoundsService, type BidderState } from './bid-rounds.service.js';

/** Rounds as one reader sees them: the own bid with its rank, others by rank number only. */
@Injectable()
export class BidViews {
  constructor(
    private readonly database: TenantDatabase,
    private readonly rounds: BidRoundsService,
    private readonly rows: BidRoundRepository,
    private readonly people: AgentsService,
    private readonly readers: ExchangeReader,
  ) {}

  async latest(context: RequestContext, { all }: { readonly all: boolean }): Promise<BidRound[]> {
    return this.database.withTenant(context, async () => {
      const agent = all ? null : await this.readers.agentOf(context);
      if (!all && !agent) return [];
      const shown: BidRound[] = [];
      for (const row of await this.rows.latest(context, agent?.contractId ?? null))
        shown.push(await this.round(context, row));
      return shown;
    });
  }

  async round(context: RequestContext, row: BidRoundRow): Promise<BidRound> {
    return this.database.withTenant(context, async () => {
      const agent = await this.readers.agentOf(context);
      const bidders = agent && row.state !== 'withdrawn' ? await this.rounds.bidders(context, row) : [];
      const own = bidders.find(({ agentId }) => agentId === agent?.id);
      const lines = row.lines.map(({ id, title, places, weeks }) => ({
        ...{ id, title, places },
        weeks: weeks.map(({ templateIds, daysOff }) => ({
          templateIds: templateIds ? [...templateIds] : null,
          daysOff: [...(daysOff ?? [])],
        })),
      }));
      const { id, title, contractId, fromOn, untilOn, closesAt, state, bidCount } = row;
      return {
        id,
        title,
        contractId,
        fromOn,
        untilOn,
        closesAt,
        state,
        bidCount,
        lines,
        mine: own ? bidOf(own) : null,
      };
    });
  }

  async bidders(context: RequestContext, roundId: string): Promise<Bidder[]> {
    if (!isUuid(roundId)) return [];
    return this.database.withTenant(context, async () => {
      const row = await this.rows.byId(context, roundId);
      const bidders = row ? await this.rounds.bidders(context, row) : [];
      const agents = await this.people.byIds(
        context,
        bidders.map(({ agentId }) => agentId),
      );
      return bidders.flatMap((one) => {
        const agent = agents.get(one.agentId);
        return agent ? [{ agent, bid: bidOf(one) }] : [];
      });
    });
  }
}

function bidOf({ choices, rank, owed, lot, award }: BidderState): Bid {
  return {
    lineIds: [...choices],
    ...{ rank, owed, lot },
    award: award && {
      lineId: award.lineId,
      choice: award.choice,
      denied: award.denied.map(({ lineId, takenByRanks }) => ({ lineId, takenByRanks: [...takenByRanks] })),
    },
  };
}
