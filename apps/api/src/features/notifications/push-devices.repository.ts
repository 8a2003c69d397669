import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

/** A browser that asked to be pushed to; `endpoint` is its address at its maker's push service. */
export interface PushDevice {
  readonly id: string;
  readonly userId: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly label: string;
  readonly createdAt: Instant;
  readonly deliveredAt: Instant | null;
}

const MOST_DEVICES = 10;

@Injectable()
export class PushDeviceRepository {
  constructor(private readonly database: TenantDatabase) {}

  async of(context: RequestContext, userIds: readonly string[]): Promise<PushDevice[]> {
    return this.database.read<PushDevice>(
      context,
      `select id, user_id as "userId", endpoint, p256dh, auth, label, created_at as "createdAt", delivered_at as "deliveredAt"
       from push_devices where organisation_id = $1 and user_id = any($2::uuid[]) order by created_at desc`,
      [context.organisationId, userIds],
    );
  }

  /** Of the person who asks; a browser that changes hands goes with its new user. The oldest beyond ten are forgotten. */
  async add(
    context: RequestContext,
    device: Pick<PushDevice, 'endpoint' | 'p256dh' | 'auth' | 'label'>,
  ): Promise<string> {
    return this.database.withTenant(context, async (tx) => {
      const [{ id }] = await tx.query(
        `insert into push_devices (organisation_id, user_id, endpoint, p256dh, auth, label) values (app_organisation_id(), $1, $2, $3, $4, $5)
         on conflict (organisation_id, endpoint) do update set user_id = excluded.user_id, p256dh = excluded.p256dh, auth = excluded.auth, label = excluded.label
         returning id`,
        [context.userId, device.endpoint, device.p256dh, device.auth, device.label],
      );
      await tx.query(
        `delete from push_devices where user_id = $1 and id not in (select id from push_devices where user_id = $1 order by created_at desc, id desc limit ${MOST_DEVICES})`,
        [context.userId],
      );
      return id as string;
    });
  }

  async remove(context: RequestContext, id: string): Promise<boolean> {
    return this.database.withTenant(context, async (tx) => {
      const [rows] = await tx.query('delete from push_devices where id = $1 and user_id = $2 returning id', [
        id,
        context.userId,
      ]);
      return rows.length > 0;
    });
  }

  /** Devices that took the message, and those whose push service says they are gone. */
  async settle(context: RequestContext, outcome: { taken: readonly string[]; gone: readonly string[] }): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      await tx.query('update push_devices set delivered_at = now() where id = any($1::uuid[])', [outcome.taken]);
      await tx.query('delete from push_devices where id = any($1::uuid[])', [outcome.gone]);
    });
  }
}
