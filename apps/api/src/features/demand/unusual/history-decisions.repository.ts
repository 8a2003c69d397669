import { Injectable } from '@nestjs/common';
import type { HistoryAction, HistoryDecision, HistoryProposal, UnusualKind } from '@yotei/forecast';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

/** What a planner said about a proposal, and the proposal as it was. */
export interface HistoryDecisionRecord {
  readonly id: string;
  readonly queueId: string;
  readonly proposalId: string;
  readonly kind: UnusualKind;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly action: HistoryAction;
  readonly dataKey: string;
  readonly proposal: HistoryProposal;
  /** The event it made, with action `event`. */
  readonly eventId: string | null;
  readonly author: string;
  readonly createdAt: Instant;
}

/** As the library takes it: what a planner named by hand is about the span, whatever is flagged or recorded in it. */
export function decisionOf(record: HistoryDecisionRecord): HistoryDecision {
  const { proposalId, kind, fromAt, untilAt, action, dataKey } = record;
  return kind === 'by-hand'
    ? { proposalId, fromAt, untilAt, action }
    : { proposalId, kind, fromAt, untilAt, action, dataKey };
}

export interface NewHistoryDecision {
  readonly queueId: string;
  readonly proposal: HistoryProposal;
  readonly action: HistoryAction;
  readonly eventId: string | null;
  readonly authorId: string;
}

const DECISIONS = `
select d.id, d.queue_id as "queueId", d.proposal_id as "proposalId", d.kind, d.from_at as "fromAt", d.until_at as "untilAt", d.action,
  d.data_key as "dataKey", d.proposal, d.event_id as "eventId", coalesce(u.display_name, '') as author, d.created_at as "createdAt"
from history_decisions d left join users u on u.id = d.author_id`;

/** Decisions on odd stretches of history; what was taken back stays, out of sight. */
@Injectable()
export class HistoryDecisionRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Those that hold, newest first. */
  async ofQueue(context: RequestContext, queueId: string): Promise<HistoryDecisionRecord[]> {
    return this.database.read<HistoryDecisionRecord>(
      context,
      `${DECISIONS} where d.queue_id = $1 and d.undone_at is null order by d.created_at desc, d.id desc`,
      [queueId],
    );
  }

  /** False when somebody else has decided on that proposal. */
  async insert(context: RequestContext, decision: NewHistoryDecision): Promise<boolean> {
    const { queueId, proposal, action, eventId, authorId } = decision;
    const rows = await this.database.read(
      context,
      `insert into history_decisions
         (organisation_id, queue_id, proposal_id, kind, from_at, until_at, action, data_key, proposal, event_id, author_id)
       values (app_organisation_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
      [
        queueId,
        proposal.id,
        proposal.kind,
        new Date(proposal.fromAt).toISOString(),
        new Date(proposal.untilAt).toISOString(),
        action,
        proposal.dataKey,
        JSON.stringify(proposal),
        eventId,
        authorId,
      ],
    );
    return rows.length > 0;
  }

  /** Takes decisions back; the events they made are told, those already taken back are passed over. */
  async undo(
    context: RequestContext,
    ids: readonly string[],
    by: string | null,
  ): Promise<{ eventId: string | null }[]> {
    return this.database.read<{ eventId: string | null }>(
      context,
      `update history_decisions set undone_at = now(), undone_by = $2 where id = any ($1::uuid[]) and undone_at is null
       returning event_id as "eventId"`,
      [ids, by],
    );
  }

  /** Decisions made or taken back since the queue was last forecast, that change what a forecast learns from. */
  async changesSinceForecast(context: RequestContext, queueId: string): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      context,
      `with newest as (
         select max(f.created_at) as at from forecasts f
         where f.id = (select max(d.forecast_id::text)::uuid from forecast_days d where d.queue_id = $1))
       select count(*)::integer as count from history_decisions d, newest
       where d.queue_id = $1 and d.action <> 'keep'
         and ((d.undone_at is null and d.created_at > newest.at) or (d.undone_at > newest.at and d.created_at <= newest.at))`,
      [queueId],
    );
    return row?.count ?? 0;
  }
}
