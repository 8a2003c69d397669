import { Injectable } from '@nestjs/common';
import { breatherFor, proposeRepairs, type ProposeOptions, type RepairAction } from '@yotei/scheduling/repair';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { DayPictures, type DayPicture } from '../outlook/day-picture.service.js';
import { OutlookService } from '../outlook/outlook.service.js';
import { RepairCarrier } from './repair-carrier.js';
import { stale, type AppliedRepair, type UndoneRepair } from './repair-outcome.js';
import { RepairRepository } from './repairs.repository.js';
import { repairId, storedRepair } from './stored-repair.js';

export interface ProposedRepair {
  readonly id: string;
  readonly action: RepairAction;
}

export interface ProposedRepairs {
  readonly picture: DayPicture;
  readonly repairs: readonly ProposedRepair[];
}

/** Ways to mend today, and carrying one out: an edit of the schedule as any other, or an offer to those who may take it. */
@Injectable()
export class RepairService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly pictures: DayPictures,
    private readonly outlook: OutlookService,
    private readonly repairs: RepairRepository,
    private readonly carry: RepairCarrier,
    private readonly clock: Clock,
  ) {}

  /** Best first; null: nothing is planned now. */
  async propose(context: RequestContext, options: ProposeOptions): Promise<ProposedRepairs | null> {
    const picture = await this.pictures.now(context);
    if (!picture) return null;
    return this.kept(context, picture, proposeRepairs(picture.case, options).actions);
  }

  /** One proposal at most: the next break of each of these people, sooner; null: nothing is planned now. */
  async breather(context: RequestContext, agentIds: readonly string[]): Promise<ProposedRepairs | null> {
    const picture = await this.pictures.now(context);
    if (!picture) return null;
    const action = breatherFor(picture.case, agentIds);
    return this.kept(context, picture, action ? [action] : []);
  }

  private async kept(
    context: RequestContext,
    picture: DayPicture,
    actions: readonly RepairAction[],
  ): Promise<ProposedRepairs> {
    const byId = new Map(picture.shifts.map((shift) => [shift.id, shift]));
    const found = actions.map((action) => {
      const stored = storedRepair(action, byId);
      return { id: repairId(picture.schedule.id, action, stored), action, stored };
    });
    // An open offer changes nothing yet; it is not proposed again while it stands.
    const standing = new Set(
      await this.repairs.standing(
        context,
        found.map(({ id }) => id),
      ),
    );
    const kept = found.filter(({ id }) => !standing.has(id));
    await this.repairs.keep(
      context,
      kept.map(({ id, action, stored }) => ({
        id,
        scheduleId: picture.schedule.id,
        queueId: action.queueId,
        kind: action.kind,
        action: stored,
      })),
    );
    return { picture, repairs: kept };
  }

  /** One click: stored with everybody told, or refused with what has changed since it was proposed. */
  async apply(context: RequestContext, { id, label }: { id: string; label: string }): Promise<AppliedRepair> {
    const outcome = await this.database.withTenant(context, async (tx): Promise<AppliedRepair> => {
      const row = await this.repairs.lock(tx, id);
      if (!row) return { kind: 'not-found' };
      // An offer that was withdrawn may be made again; an edit rests on versions that its undo has moved on.
      if (row.appliedAt !== null && row.undoneAt === null) return stale('applied');
      if (row.undoneAt !== null && !row.action.offer) return stale('undone');
      return row.action.offer ? this.carry.offer(tx, context, row) : this.carry.change(tx, context, { row, label });
    });
    if (outcome.kind === 'applied') await this.outlook.again(context);
    return outcome;
  }

  /** Takes an applied one back: the shifts as they were, or the offer withdrawn. */
  async undo(context: RequestContext, { id, label }: { id: string; label: string }): Promise<UndoneRepair> {
    const outcome = await this.database.withTenant(context, async (tx): Promise<UndoneRepair> => {
      const row = await this.repairs.lock(tx, id);
      if (!row || row.appliedAt === null) return { kind: 'not-found' };
      if (row.undoneAt !== null) return stale('undone');
      const refused = await this.carry.back(context, { row, label });
      if (refused) return refused;
      await this.repairs.undone(tx, id, this.clock.now());
      return { kind: 'undone' };
    });
    if (outcome.kind === 'undone') await this.outlook.again(context);
    return outcome;
  }
}
