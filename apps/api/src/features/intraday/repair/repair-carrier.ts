import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { WorkOffersService } from '../../exchanges/index.js';
import { EditShiftsService } from '../../rosters/index.js';
import { stale, type AppliedRepair, type EditOutcome } from './repair-outcome.js';
import { RepairRepository, type RepairRow } from './repairs.repository.js';
import type { StoredRepair } from './stored-repair.js';

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
