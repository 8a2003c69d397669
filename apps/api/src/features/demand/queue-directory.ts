import { Injectable } from '@nestjs/common';
import type { StaffingPlan } from '@yotei/scheduling/staffing';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { OrganisationSetupService } from '../organisation/organisation-setup.service.js';
import { v7 as uuidv7 } from 'uuid';

export type ChannelId = 'voice' | 'chat' | 'email' | 'social' | 'messaging' | 'callback' | 'back_office';

/** What a queue's requirement is computed with. */
export interface QueueSettings {
  readonly plan: StaffingPlan;
  /** Handle time assumed where history and forecast know none. */
  readonly defaultHandleSeconds: number | null;
}

/** A queue with the zone of its site, in which it is planned. */
export interface QueueRecord extends QueueSettings {
  readonly id: string;
  readonly name: { readonly en: string; readonly ja: string };
  readonly channel: ChannelId;
  readonly skillId: string;
  readonly siteId: string;
  readonly zone: string;
  readonly intervalMinutes: number;
  readonly position: number;
  /** Share of the handling that is with hard contacts, 0..1; null: unknown. */
  readonly hardFraction: number | null;
  /** Minutes kept free after each hard contact. */
  readonly recoveryMinutes: number | null;
  /** Grows with every change of the settings. */
  readonly version: number;
  /** The day at its site on which it was put away: nothing is planned for it from then on, its past stays. */
  readonly archivedOn: LocalDate | null;
}

/** Nobody knows yet how patient its customers are: Erlang C, which leans to too many agents. */
const NEW_QUEUE_PLAN: StaffingPlan = {
  modelId: 'erlang-c',
  goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
  loadMethod: 'modified-offered-load',
  staffedFor: { kind: 'point' },
  shrinkage: [],
};

const QUEUES = `
select q.id, json_build_object('en', q.name_en, 'ja', q.name_ja) as name, q.channel, q.skill_id as "skillId", q.site_id as "siteId", s.zone,
  q.interval_minutes as "intervalMinutes", q.staffing_plan as plan, q.default_handle_seconds as "defaultHandleSeconds", q.hard_fraction as "hardFraction", q.recovery_minutes as "recoveryMinutes", q.position, q.version,
  to_char(q.archived_at at time zone s.zone, 'YYYY-MM-DD') as "archivedOn"
from queues q join sites s on s.id = q.site_id`;

/** The organisation's queues, for every feature that plans by queue. */
@Injectable()
export class QueueDirectory {
  constructor(
    private readonly database: TenantDatabase,
    private readonly setup: OrganisationSetupService,
  ) {}

  /** Those that are planned now. */
  async all(context: RequestContext): Promise<QueueRecord[]> {
    return (await this.withPutAway(context)).filter(({ archivedOn }) => archivedOn === null);
  }

  /** Those planned until the day, which is not included: of a week that was over before a queue was put away, that queue too. */
  async plannedUntil(context: RequestContext, untilOn: LocalDate): Promise<QueueRecord[]> {
    return (await this.withPutAway(context)).filter(({ archivedOn }) => archivedOn === null || archivedOn >= untilOn);
  }

  /** What was put away too, for whoever speaks of the past. */
  async withPutAway(context: RequestContext): Promise<QueueRecord[]> {
    return (await this.database.read<QueueRecord>(context, `${QUEUES} order by q.position, q.name_en`)).map(
      withRecovery,
    );
  }

  async byId(context: RequestContext, id: string): Promise<QueueRecord | null> {
    const [row] = await this.database.read<QueueRecord>(context, `${QUEUES} where q.id = $1`, [id]);
    return row ? withRecovery(row) : null;
  }

  /** The queues asked for in the organisation's order, put away or not; all that are planned when none is named. Unknown ids are left out. */
  async some(context: RequestContext, ids: readonly string[] | null | undefined): Promise<QueueRecord[]> {
    if (!ids) return this.all(context);
    return (await this.withPutAway(context)).filter(({ id }) => ids.includes(id));
  }

  /** False when somebody else changed the settings since that version. */
  async saveSettings(
    context: RequestContext,
    { id, version }: Pick<QueueRecord, 'id' | 'version'>,
    { plan: { recovery: _, ...plan }, defaultHandleSeconds }: QueueSettings,
  ): Promise<boolean> {
    return this.database.withTenant(context, async (tx) => {
      const [, changed] = await tx.query(
        `update queues set staffing_plan = $3::jsonb, default_handle_seconds = $4, version = version + 1 where id = $1 and version = $2`,
        [id, version, JSON.stringify(plan), defaultHandleSeconds],
      );
      return changed === 1;
    });
  }

  /** A voice queue at 80/20, with a skill of its own unless one is named; the planner refines it afterwards. */
  async create(
    context: RequestContext,
    queue: { name: string; siteId: string; intervalMinutes: number; skillId?: string },
  ): Promise<string> {
    return this.database.withTenant(context, async (tx) => {
      const skillId = queue.skillId ?? uuidv7();
      if (!queue.skillId) await this.setup.addSkill(context, { id: skillId, name: queue.name });
      const [{ id }] = await tx.query(
        `insert into queues (organisation_id, name_en, name_ja, channel, skill_id, site_id, interval_minutes, staffing_plan, position)
         select app_organisation_id(), $1, $1, 'voice', $2, $3, $4, $5::jsonb, coalesce(max(position), 0) + 1 from queues returning id`,
        [queue.name, skillId, queue.siteId, queue.intervalMinutes, JSON.stringify(NEW_QUEUE_PLAN)],
      );
      return id;
    });
  }
}

/** How hard the contacts are and how long people recover from one is said of the queue; its plan computes with it. */
function withRecovery(queue: QueueRecord): QueueRecord {
  const { hardFraction, recoveryMinutes } = queue;
  if (!hardFraction || !recoveryMinutes) return queue;
  return { ...queue, plan: { ...queue.plan, recovery: { minutesPerHardContact: recoveryMinutes, hardFraction } } };
}
