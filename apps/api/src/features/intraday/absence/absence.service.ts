import { Injectable } from '@nestjs/common';
import type { ComingIn } from '@yotei/scheduling/repair';
import { contactTypeOf, paidMinutesOf } from '@yotei/scheduling/roster';
import type { Instant, Interval } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { EditShiftsService } from '../../rosters/index.js';
import { OutlookService } from '../outlook/outlook.service.js';
import { IntradayAbsenceRepository, type AbsenceKind } from './absences.repository.js';
import { AbsentShifts, type AbsentShift } from './absent-shifts.service.js';
import { candidatesIn } from './absences-of-day.service.js';
import { latePart, lostShiftOf, sickPart, type LostPart } from './lost-shift.js';

type EditRefusal = Exclude<Awaited<ReturnType<EditShiftsService['edit']>>, { kind: 'edited' }>;

export interface AbsenceReport {
  readonly agentId: string;
  readonly kind: AbsenceKind;
  /** When somebody late comes. */
  readonly untilAt?: Instant | null;
  /** Name of the step, and the reason written where a rule is broken by it. */
  readonly label: string;
}

export type ReportedAbsence =
  | {
      readonly kind: 'reported';
      readonly id: string;
      readonly span: Interval;
      readonly candidates: readonly (ComingIn & { readonly name: string })[];
    }
  | { readonly kind: 'no-shift' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string }
  | { readonly kind: 'refused'; readonly outcome: EditRefusal };

export type UndoneAbsence =
  | { readonly kind: 'undone' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'refused'; readonly outcome: EditRefusal };

/** Thrown inside the transaction, so that nothing of a refused report stays. */
class RefusedEdit extends Error {
  constructor(readonly outcome: EditRefusal) {
    super(`the shift could not be changed (${outcome.kind}); look again and repeat`);
  }
}

/** Somebody does not come, or comes late: the schedule follows at once, and so do requirement and alerts. */
@Injectable()
export class AbsenceService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly outlook: OutlookService,
    private readonly edits: EditShiftsService,
    private readonly absences: IntradayAbsenceRepository,
    private readonly absent: AbsentShifts,
    private readonly clock: Clock,
  ) {}

  async report(context: RequestContext, report: AbsenceReport): Promise<ReportedAbsence> {
    const absent = await this.absent.of(context, report.agentId);
    if (!absent) return { kind: 'no-shift' };
    const contactTypeId = contactTypeOf(absent);
    const part =
      report.kind === 'sick'
        ? sickPart(absent.shift, absent.at, contactTypeId)
        : latePart(absent.shift, report.untilAt ?? Number.NaN, contactTypeId);
    if (!part) return { kind: 'invalid', path: 'untilAt', message: 'must lie within the shift' };
    const stored = await this.refusable(() =>
      this.database.withTenant(context, (tx) => this.store(tx, context, { report, absent, part })),
    );
    if (typeof stored !== 'string') return stored;
    const again = await this.outlook.again(context);
    return {
      kind: 'reported',
      id: stored,
      span: part.span,
      candidates: candidatesIn(again?.picture, report.agentId, part.span),
    };
  }

  /** The shift as it was, unless somebody changed it since. */
  async undo(context: RequestContext, { id, label }: { id: string; label: string }): Promise<UndoneAbsence> {
    const done = await this.refusable(() =>
      this.database.withTenant(context, async (tx) => {
        const row = await this.absences.lock(tx, id);
        if (!row || row.undoneAt !== null) return { kind: 'not-found' as const };
        if (row.timeOffId) await this.absences.withdrawTimeOff(tx, row.timeOffId);
        const { startAt, endAt, templateId, locked, activities } = row.before;
        const place = { agentId: row.agentId, startAt, endAt, templateId, locked, activities };
        const known = row.after ? { shiftId: row.after.id, expectedVersion: row.after.version } : {};
        await this.mustEdit(context, {
          scheduleId: row.scheduleId,
          label,
          overrideReason: label,
          undoes: row.reportedBy === context.userId ? row.editVersion : null,
          edits: [{ ...known, ...place }],
        });
        await this.absences.undone(tx, id, this.clock.now());
        return { kind: 'undone' as const };
      }),
    );
    if (done.kind === 'undone') await this.outlook.again(context);
    return done;
  }

  private async store(
    tx: EntityManager,
    context: RequestContext,
    of: { readonly report: AbsenceReport; readonly absent: AbsentShift; readonly part: LostPart },
  ): Promise<string> {
    const { report, absent, part } = of;
    const { shift, scheduleId } = absent;
    const types = new Map(absent.activityTypes.map((type) => [type.id, type]));
    const lostMinutes = paidMinutesOf(shift, types) - (part.rest ? paidMinutesOf(part.rest, types) : 0);
    const { agentId, kind, label } = report;
    // Sickness counts towards the contract, coming late does not.
    const paidMinutes = kind === 'sick' ? lostMinutes : 0;
    const timeOffId = await this.absences.addTimeOff(tx, { agentId, span: part.span, kind, paidMinutes });
    const place = { shiftId: shift.id, agentId, expectedVersion: shift.version };
    const edited = await this.mustEdit(context, {
      scheduleId,
      label,
      // Absence is a fact: a rule it breaks is broken, and who reported it stands for that.
      overrideReason: label,
      edits: [
        part.rest
          ? { ...place, startAt: part.rest.startAt, endAt: part.rest.endAt, activities: part.rest.activities }
          : { ...place, remove: true },
      ],
    });
    const [left] = edited.shifts;
    return this.absences.insert(tx, {
      agentId,
      kind,
      ...part.span,
      scheduleId,
      timeOffId,
      editVersion: edited.version,
      before: lostShiftOf(shift),
      after: left ? { id: left.id, version: left.version } : null,
      reportedBy: context.userId,
      reportedAt: this.clock.now(),
    });
  }

  private async mustEdit(context: RequestContext, order: Parameters<EditShiftsService['edit']>[1]) {
    const outcome = await this.edits.edit(context, order);
    if (outcome.kind !== 'edited') throw new RefusedEdit(outcome);
    return outcome;
  }

  private async refusable<T>(
    work: () => Promise<T>,
  ): Promise<T | { readonly kind: 'refused'; readonly outcome: EditRefusal }> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof RefusedEdit) return { kind: 'refused', outcome: error.outcome };
      throw error;
    }
  }
}
