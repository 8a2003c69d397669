import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { pageSize } from '../../platform/graphql/cursor.js';
import { isAllowed } from '../../platform/permissions/permissions.js';
import { AgentsService } from '../organisation/agents.service.js';
import type { Agent } from '../organisation/index.js';
import { ExchangeRepository, type ExchangeRow } from './exchanges.repository.js';
import { ShiftRepository, type StoredShift } from './shifts.repository.js';

export interface ExchangeSide {
  readonly agent: Agent;
  readonly shift: StoredShift;
}

export interface ListedExchange extends Omit<ExchangeRow, 'sides'> {
  readonly sides: readonly ExchangeSide[];
}

/** Exchanges with agents and shifts, in three statements however many they are. */
@Injectable()
export class ExchangeService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly exchanges: ExchangeRepository,
    private readonly shifts: ShiftRepository,
    private readonly people: AgentsService,
  ) {}

  /** All of the centre for those who decide on them, one's own for agents. */
  async latest(context: RequestContext, first: number): Promise<ListedExchange[]> {
    return this.database.withTenant(context, async (tx) => {
      const all = isAllowed(context.roles, 'exchange.decide');
      const agent = !all && context.userId ? await this.people.ofUser(context, context.userId) : null;
      if (!all && !agent) return [];
      const rows = await this.exchanges.latest(context, pageSize(first, 100), agent?.id ?? null);
      const sides = rows.flatMap((row) => row.sides);
      const shifts = new Map(
        (
          await this.shifts.byIds(
            tx,
            sides.map(({ shiftId }) => shiftId),
          )
        ).map((shift) => [shift.id, shift]),
      );
      const agents = await this.people.byIds(context, [...new Set(sides.map(({ agentId }) => agentId))]);
      return rows.map((row) => ({
        ...row,
        sides: row.sides.flatMap(({ agentId, shiftId }) => {
          const side = { agent: agents.get(agentId), shift: shifts.get(shiftId) };
          return side.agent && side.shift ? [{ agent: side.agent, shift: side.shift }] : [];
        }),
      }));
    });
  }
}
