import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import { STANDARD_SETTINGS, type NoticeSettings } from './delivery-plan.js';

interface SettingsRow extends Omit<NoticeSettings, 'zone'> {
  readonly userId: string;
  readonly zone: string | null;
}

const COLUMNS = `user_id as "userId", mail, push, quiet_from_minute as "quietFromMinute", quiet_until_minute as "quietUntilMinute",
  digest_minute as "digestMinute", urgent_anyway as "urgentAnyway", day_alerts as "dayAlerts", zone`;

/** How people want to be told; who has said nothing gets the standard, on the clock of the site. */
@Injectable()
export class NoticeSettingsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
  ) {}

  async of(context: RequestContext, userIds: readonly string[]): Promise<ReadonlyMap<string, NoticeSettings>> {
    const rows = await this.database.read<SettingsRow>(
      context,
      `select ${COLUMNS} from notice_settings where organisation_id = $1 and user_id = any($2::uuid[])`,
      [context.organisationId, userIds],
    );
    const said = new Map(rows.map((row) => [row.userId, row]));
    const zones = await this.people.zonesOfUsers(context, userIds);
    return new Map(
      userIds.map((userId) => {
        const { userId: _, ...settings } = said.get(userId) ?? { userId, ...STANDARD_SETTINGS, zone: null };
        return [userId, { ...settings, zone: settings.zone ?? zones.get(userId) ?? 'UTC' }];
      }),
    );
  }

  /** People who want to hear of alerts of the day: who chose so, and supervisors who chose nothing. */
  async forDayAlerts(context: RequestContext): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      context,
      `select m.user_id as id from memberships m join users u on u.id = m.user_id and u.disabled_at is null
       left join notice_settings s on s.organisation_id = m.organisation_id and s.user_id = m.user_id
       where m.organisation_id = $1 and m.roles && array['admin', 'planner', 'supervisor']
         and coalesce(s.day_alerts, case when 'supervisor' = any (m.roles) then 'app' else 'off' end) <> 'off' order by m.user_id`,
      [context.organisationId],
    );
    return rows.map(({ id }) => id);
  }

  /** Of the person who asks. */
  async save(context: RequestContext, settings: NoticeSettings): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      tx.query(
        `insert into notice_settings (organisation_id, user_id, mail, push, quiet_from_minute, quiet_until_minute, digest_minute, urgent_anyway, zone, day_alerts)
         values (app_organisation_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (organisation_id, user_id) do update set mail = excluded.mail, push = excluded.push,
           quiet_from_minute = excluded.quiet_from_minute, quiet_until_minute = excluded.quiet_until_minute,
           digest_minute = excluded.digest_minute, urgent_anyway = excluded.urgent_anyway, zone = excluded.zone,
           day_alerts = excluded.day_alerts, updated_at = now()`,
        [
          context.userId,
          settings.mail,
          settings.push,
          settings.quietFromMinute,
          settings.quietUntilMinute,
          settings.digestMinute,
          settings.urgentAnyway,
          settings.zone,
          settings.dayAlerts,
        ],
      ),
    );
  }
}
