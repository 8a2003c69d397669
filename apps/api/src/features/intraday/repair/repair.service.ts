import { Injectable } from '@nestjs/common';
import { proposeRepairs, type ProposeOptions, type RepairAction } from '@yotei/scheduling/repair';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { WorkOffersService } from '../../exchanges/index.js';
import { EditShiftsService } from '../../rosters/index.js';
import { DayPictures, type DayPicture } from '../outlook/day-picture.service.js';
import { OutlookService } from '../outlook/outlook.service.js';
import { RepairRepository, type RepairRow } from './repairs.repository.js';
import { repairId, storedRepair, type StoredRepair } from './stored-repair.js';

type EditOutcome = Awaited<ReturnType<EditShiftsService['edit']>>;

export interface ProposedRepair {
  readonly id: string;
  readonly action: RepairAction;
}

export interface ProposedRepairs {
  readonly picture: DayPicture;
  readonly repairs: readonly ProposedRepair[];
}

/** Why a proposal no longer holds. */
export type StaleRepair = {
  readonly kind: 'stale';
  readonly reason: 'changed' | 'begun' | 'applied' | 'undone';
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
  readonly changedWhat: string | null;
};

export type AppliedRepair =
  | { readonly kind: 'applied'; readonly id: string; readonly people: number; readonly offerId: string | null }
  | StaleRepair
  | Extract<EditOutcome, { kind: 'has-breaches' }>
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string }
  | { readonly kind: 'not-found' };

export type UndoneRepair = { readonly kind: 'undone' } | Exclude<AppliedRepair, { kind: 'applied' }>;

const stale = (reason: StaleRepair['reason']): StaleRepair => ({
  kind: 'stale',
  reason,
  changedBy: null,
  changedAt: null,
  changedWhat: null,
});

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
    const byId = new Map(picture.shifts.map((shift) => [shift.id, shift]));
    const kept = proposeRepairs(picture.case, options).actions.map((action) => {
      const stored = storedRepair(action, byId);
      return { id: repairId(picture.schedule.id, action, stored), action, stored };
    });
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
      if (row.appliedAt !== null) return stale(row.undoneAt === null ? 'applied' : 'undone');
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

/** Carries repairs out through the services that everybody else uses. */
@Injectable()
export class RepairCarrier {
  constructor(
    private readonly edits: EditShiftsService,
    private readonly offers: WorkOffersService,
    private readonly repairs: RepairRepository,
    private readonly clock: Clock,
  ) {}

  async change(
    tx: EntityManager,
    context: RequestContext,
    { row, label }: { readonly row: RepairRow; readonly label: string },
  ): Promise<AppliedRepair> {
    const { changes } = row.action;
    if (changes.some(({ firstAt }) => firstAt <= this.clock.now())) return stale('begun');
    const outcome = await this.edits.edit(context, {
      scheduleId: row.scheduleId,
      label,
      edits: changes.map(({ shiftId, agentId, version, after }) => ({
        shiftId,
        agentId,
        expectedVersion: version,
        ...after,
      })),
    });
    if (outcome.kind !== 'edited') return refusalOf(outcome);
    const versions = new Map(outcome.shifts.map(({ id, version }) => [id, version]));
    const action: StoredRepair = {
      offer: null,
      changes: changes.map((change) => ({ ...change, version: versions.get(change.shiftId) ?? change.version })),
    };
    const { version: editVersion } = outcome;
    await this.repairs.applied(tx, row.id, {
      at: this.clock.now(),
      by: context.userId,
      editVersion,
      offerId: null,
      action,
    });
    return { kind: 'applied', id: row.id, people: new Set(changes.map(({ agentId }) => agentId)).size, offerId: null };
  }

  async offer(tx: EntityManager, context: RequestContext, row: RepairRow): Promise<AppliedRepair> {
    const { kind, span, places } = row.action.offer!;
    if (span.startAt <= this.clock.now()) return stale('begun');
    const outcome = await this.offers.create(context, {
      kind,
      span,
      places,
      claimOrder: 'first-come',
      closesAt: span.startAt,
    });
    if (outcome.kind === 'invalid') return outcome;
    const offerId = outcome.offer.id;
    const { action } = row;
    await this.repairs.applied(tx, row.id, {
      at: this.clock.now(),
      by: context.userId,
      editVersion: null,
      offerId,
      action,
    });
    return { kind: 'applied', id: row.id, people: places, offerId };
  }

  /** Null: it is as before. */
  async back(
    context: RequestContext,
    { row, label }: { readonly row: RepairRow; readonly label: string },
  ): Promise<Exclude<AppliedRepair, { kind: 'applied' }> | null> {
    if (row.offerId) return (await this.offers.withdraw(context, row.offerId)) ? null : stale('changed');
    const outcome = await this.edits.edit(context, {
      scheduleId: row.scheduleId,
      label,
      // Of another person's step there is no undo; putting the shifts back is then an edit of one's own.
      undoes: row.appliedBy === context.userId ? row.editVersion : null,
      edits: row.action.changes.map(({ shiftId, agentId, version, before }) => ({
        shiftId,
        agentId,
        expectedVersion: version,
        ...before,
      })),
    });
    return outcome.kind === 'edited' ? null : refusalOf(outcome);
  }
}

function refusalOf(outcome: Exclude<EditOutcome, { kind: 'edited' }>): Exclude<AppliedRepair, { kind: 'applied' }> {
  switch (outcome.kind) {
    case 'edited-meanwhile': {
      const { changedBy, changedAt, changedWhat } = outcome;
      return { kind: 'stale', reason: 'changed', changedBy, changedAt, changedWhat };
    }
    case 'invalid':
      return { kind: 'invalid', ...outcome.fault };
    case 'has-breaches':
    case 'not-found':
      return outcome;
  }
}
