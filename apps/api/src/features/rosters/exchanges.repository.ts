import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

export interface ExchangeRow {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly createdAt: Instant;
  readonly note: string | null;
  readonly sides: readonly { readonly agentId: string; readonly shiftId: string }[];
}

/** Proposals of agents to exchange shifts. */
@Injectable()
export class ExchangeRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Newest first; of one agent only when `agentId` is given. */
  async latest(context: RequestContext, first: number, agentId: string | null): Promise<ExchangeRow[]> {
    return this.database.read<ExchangeRow>(
      context,
      `select e.id, e.kind, e.state, e.created_at as "createdAt", e.note,
         (select coalesce(json_agg(json_build_object('agentId', m.from_agent_id, 'shiftId', m.shift_id) order by m.from_agent_id = e.proposed_by desc), '[]')
          from exchange_moves m where m.organisation_id = e.organisation_id and m.exchange_id = e.id and m.from_agent_id is not null) as sides
       from exchanges e where $2::uuid is null or e.proposed_by = $2
         or exists (select 1 from exchange_moves m where m.organisation_id = e.organisation_id and m.exchange_id = e.id and $2 in (m.from_agent_id, m.to_agent_id))
       order by e.id desc limit $1`,
      [first, agentId],
    );
  }

  /** A swap of two shifts: each agent takes the other's. */
  async proposeSwap(
    tx: EntityManager,
    swap: { sides: readonly [ExchangeSideRow, ExchangeSideRow]; note: string },
  ): Promise<string> {
    const [one, other] = swap.sides;
    const [{ id }] = await tx.query(
      `insert into exchanges (organisation_id, kind, proposed_by, note) values (app_organisation_id(), 'swap', $1, $2) returning id`,
      [one.agentId, swap.note],
    );
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      await tx.query(
        'insert into exchange_moves (organisation_id, exchange_id, shift_id, from_agent_id, to_agent_id) values (app_organisation_id(), $1, $2, $3, $4)',
        [id, from.shiftId, from.agentId, to.agentId],
      );
    }
    return id;
  }
}

export interface ExchangeSideRow {
  readonly agentId: string;
  readonly shiftId: string;
}
