import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows } from '../../../platform/database/tenant-database.js';

/** A place on the board somebody has selected. */
export interface PresenceCell {
  readonly agentId: string;
  readonly on: string;
}

export interface PresentPlanner {
  readonly clientId: string;
  readonly userId: string;
  readonly name: string;
  readonly seenAt: Instant;
  readonly cells: readonly PresenceCell[];
}

/** A board not heard of for so long is taken as closed: three missed signs of life. */
export const PRESENT_SECONDS = 35;

/** Open boards; a row is one browser tab. */
@Injectable()
export class PresenceRepository {
  /** Longest there first. */
  async of(tx: EntityManager, scheduleId: string): Promise<PresentPlanner[]> {
    return readRows<PresentPlanner>(
      tx,
      `select p.client_id as "clientId", p.user_id as "userId", u.display_name as name, p.seen_at as "seenAt", p.cells
       from schedule_presence p join users u on u.id = p.user_id
       where p.schedule_id = $1 and p.seen_at > now() - make_interval(secs => ${PRESENT_SECONDS}) order by u.display_name, p.client_id`,
      [scheduleId],
    );
  }

  /** True when others should hear of it: somebody came, or selected something else. */
  async announce(
    tx: EntityManager,
    context: RequestContext,
    sign: { readonly scheduleId: string; readonly clientId: string; readonly cells: readonly PresenceCell[] },
  ): Promise<boolean> {
    const [before] = await readRows<{ news: boolean }>(
      tx,
      `select cells <> $3::jsonb or seen_at <= now() - make_interval(secs => ${PRESENT_SECONDS}) as news
       from schedule_presence where schedule_id = $1 and client_id = $2`,
      [sign.scheduleId, sign.clientId, JSON.stringify(sign.cells)],
    );
    await tx.query(
      `insert into schedule_presence (organisation_id, schedule_id, client_id, user_id, cells)
       values (app_organisation_id(), $1, $2, $3, $4::jsonb)
       on conflict (organisation_id, schedule_id, client_id) do update set user_id = excluded.user_id, cells = excluded.cells, seen_at = now()`,
      [sign.scheduleId, sign.clientId, context.userId, JSON.stringify(sign.cells)],
    );
    return before?.news ?? true;
  }

  /** False when the board was not there, or belongs to somebody else. */
  async leave(
    tx: EntityManager,
    context: RequestContext,
    board: { readonly scheduleId: string; readonly clientId: string },
  ): Promise<boolean> {
    const [rows] = await tx.query(
      'delete from schedule_presence where schedule_id = $1 and client_id = $2 and user_id = $3 returning client_id',
      [board.scheduleId, board.clientId, context.userId],
    );
    await tx.query(`delete from schedule_presence where schedule_id = $1 and seen_at < now() - interval '1 day'`, [
      board.scheduleId,
    ]);
    return rows.length > 0;
  }
}
