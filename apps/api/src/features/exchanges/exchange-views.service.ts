import { Injectable } from '@nestjs/common';
import type { ExchangeVerdict as EngineVerdict } from '@yotei/scheduling/exchanges';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import type { Agent } from '../organisation/index.js';
import type { Exchange, ExchangeVerdict } from './exchanges.graphql-types.js';
import { ExchangeReader } from './exchange-reader.js';
import { ExchangeRepository, type ExchangeRow, type PartyAnswer } from './exchanges.repository.js';
import { verdictView, type ReasonView, type VerdictView } from './verdict-view.js';

/** Exchanges and verdicts as one reader sees them, with the agents in them. */
@Injectable()
export class ExchangeViews {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
    private readonly rows: ExchangeRepository,
    private readonly readers: ExchangeReader,
  ) {}

  /** Newest first: the reader's own, or all of the centre. */
  async latest(context: RequestContext, first: number, { all }: { readonly all: boolean }): Promise<Exchange[]> {
    return this.database.withTenant(context, async () => {
      const agent = all ? null : await this.readers.agentOf(context);
      if (!all && !agent) return [];
      return this.exchanges(context, await this.rows.latest(context, first, agent?.id ?? null));
    });
  }

  async exchange(context: RequestContext, row: ExchangeRow): Promise<Exchange> {
    return (await this.exchanges(context, [row]))[0]!;
  }

  async exchanges(context: RequestContext, rows: readonly ExchangeRow[]): Promise<Exchange[]> {
    return this.database.withTenant(context, async () => {
      const { agents, me } = await this.reader(
        context,
        rows.flatMap(({ verdict, parties }) => [...verdict.parties, ...parties].map(({ agentId }) => agentId)),
      );
      return rows.map((row) => {
        const answers = new Map(row.parties.map(({ agentId, answer }) => [agentId, answer]));
        return {
          id: row.id,
          kind: row.kind,
          state: row.state,
          createdAt: row.createdAt,
          decidedAt: row.decidedAt,
          expiresAt: row.expiresAt,
          note: row.note,
          decisionNote: row.decisionNote,
          isMine: row.proposedBy === me,
          awaitsMe: row.state === 'proposed' && me !== null && answers.get(me) === 'pending',
          verdict: seenBy(row.verdict, { agents, me, answers }),
          endReasons: (row.endReasons ?? []).map(reasonOf),
        };
      });
    });
  }

  async verdict(context: RequestContext, verdict: EngineVerdict): Promise<ExchangeVerdict> {
    return (await this.verdicts(context, [verdict]))[0]!;
  }

  async verdicts(context: RequestContext, verdicts: readonly EngineVerdict[]): Promise<ExchangeVerdict[]> {
    const views = verdicts.map(verdictView);
    const ids = views.flatMap(({ parties }) => parties.map(({ agentId }) => agentId));
    const { agents, me } = await this.reader(context, ids);
    return views.map((view) => seenBy(view, { agents, me, answers: new Map() }));
  }

  agents(context: RequestContext, ids: readonly string[]): Promise<ReadonlyMap<string, Agent>> {
    return this.people.byIds(context, [...new Set(ids)]);
  }

  private async reader(context: RequestContext, ids: readonly string[]) {
    return this.database.withTenant(context, async () => {
      const agents = await this.agents(context, ids);
      const me = await this.readers.agentOf(context);
      return { agents, me: me?.id ?? null };
    });
  }
}

interface Reader {
  readonly agents: ReadonlyMap<string, Agent>;
  readonly me: string | null;
  readonly answers: ReadonlyMap<string, PartyAnswer>;
}

function seenBy(view: VerdictView, { agents, me, answers }: Reader): ExchangeVerdict {
  return {
    colour: view.colour,
    reasons: view.reasons.map(reasonOf),
    parties: view.parties.flatMap((party) => {
      const agent = agents.get(party.agentId);
      const { gives, takes, ...figures } = party;
      const answer = answers.get(party.agentId) ?? 'accepted';
      return agent ? [{ ...figures, agent, answer, isMe: agent.id === me, gives: [...gives], takes: [...takes] }] : [];
    }),
    slots: view.slots.map((slot) => ({ ...slot })),
    serviceDays: view.serviceDays.map((day) => ({ ...day })),
    shortMinutesAdded: view.shortMinutesAdded,
    shortMinutesRemoved: view.shortMinutesRemoved,
  };
}

const reasonOf = (reason: ReasonView) => ({ ...reason });
