import { Injectable } from '@nestjs/common';
import { insertActivity, moveActivity } from '@yotei/scheduling/roster';
import { addDays, HOUR_MILLIS, MINUTE_MILLIS } from '@yotei/time';
import { Clock } from '../../platform/clock/clock.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { ExchangesService } from '../exchanges/index.js';
import {
  EditShiftsService,
  ScheduleRepository,
  ShiftRepository,
  type ShiftEdit,
  type StoredShift,
} from '../rosters/index.js';
import type { DemoFilling } from './demo-filling.js';

/** Hand edits wanted on the draft, of each kind. */
const EDITS_PER_KIND = 3;
const SWAPS = 2;

/** What people did after the engine: hand edits on the draft, one change of a published week, swaps asked for. */
@Injectable()
export class DemoTouches {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly edits: EditShiftsService,
    private readonly exchanges: ExchangesService,
    private readonly clock: Clock,
  ) {}

  async add(filling: DemoFilling): Promise<void> {
    await this.editDraft(filling);
    await this.changePublished(filling);
    await this.proposeSwaps(filling);
  }

  private async weekShifts(
    { context, thisWeekOn }: DemoFilling,
    daysAhead: number,
  ): Promise<{ scheduleId: string; shifts: StoredShift[] }> {
    const schedule = (await this.schedules.holding(context, addDays(thisWeekOn, daysAhead)))!;
    return { scheduleId: schedule.id, shifts: await this.shifts.ofSchedule(context, schedule.id) };
  }

  /** Tries shift after shift until enough edits were accepted: the rules have the last word here as everywhere. */
  private async editDraft(filling: DemoFilling): Promise<void> {
    const { scheduleId, shifts } = await this.weekShifts(filling, 7);
    const kinds: readonly { label: string; edit: (shift: StoredShift) => ShiftEdit | null }[] = [
      { label: '休憩を移動', edit: (shift) => moved(shift, 'break', 15 * MINUTE_MILLIS) },
      { label: '面談を追加', edit: coached },
      { label: '固定', edit: (shift) => ({ ...keyOf(shift), locked: true }) },
    ];
    for (const [offset, { label, edit }] of kinds.entries()) {
      let accepted = 0;
      for (let i = offset; i < shifts.length && accepted < EDITS_PER_KIND; i += 7) {
        const wanted = edit(shifts[i]!);
        if (wanted && (await this.accepted(filling, { scheduleId, label, wanted }))) accepted += 1;
      }
    }
  }

  /** The demo agent's next shift that can still change: lunch a quarter of an hour later. */
  private async changePublished(filling: DemoFilling): Promise<void> {
    const { scheduleId, shifts } = await this.weekShifts(filling, 0);
    const agentId = filling.ids.of('agent', filling.centre.agents[0]!.id);
    const own = shifts.filter((shift) => shift.agentId === agentId);
    const ahead = own.filter(({ startAt }) => startAt > this.clock.now());
    for (const shift of [...ahead, ...[...own].reverse()]) {
      for (const step of [15, -15, 30, -30]) {
        const wanted = moved(shift, 'lunch', step * MINUTE_MILLIS);
        if (wanted && (await this.accepted(filling, { scheduleId, label: '昼休みを変更', wanted }))) return;
      }
    }
  }

  private async accepted(
    { context }: DemoFilling,
    of: { scheduleId: string; label: string; wanted: ShiftEdit },
  ): Promise<boolean> {
    const outcome = await this.edits.edit(context, { scheduleId: of.scheduleId, label: of.label, edits: [of.wanted] });
    return outcome.kind === 'edited';
  }

  private async proposeSwaps({ context, centre, ids, thisWeekOn }: DemoFilling): Promise<void> {
    const schedule = (await this.schedules.holding(context, thisWeekOn))!;
    const shifts = await this.shifts.ofSchedule(context, schedule.id);
    let proposed = 0;
    for (const { agentIds, note } of centre.swapWishes) {
      if (proposed === SWAPS) return;
      const [one, other] = agentIds.map((id) => shifts.filter(({ agentId }) => agentId === ids.of('agent', id)));
      if (await this.proposed(context, { gives: one!, takes: other!, note })) proposed += 1;
    }
  }

  /** The latest pair of their shifts that the engine does not refuse. */
  private async proposed(
    context: DemoFilling['context'],
    { gives, takes, note }: { gives: readonly StoredShift[]; takes: readonly StoredShift[]; note: string },
  ): Promise<boolean> {
    const ahead = ({ startAt }: StoredShift) => startAt > this.clock.now() + 3 * HOUR_MILLIS;
    for (const give of gives.filter(ahead).reverse()) {
      for (const take of takes.filter(ahead).reverse()) {
        const request = { kind: 'swap', giveShiftId: give.id, takeShiftId: take.id } as const;
        const ask = () => ({ kind: 'request' as const, request });
        const outcome = await this.exchanges.propose(context, { ask, onBehalfOf: give.agentId, note, key: null });
        if (outcome.kind === 'proposed') return true;
      }
    }
    return false;
  }
}

const keyOf = ({ id, version, agentId }: StoredShift): ShiftEdit => ({
  shiftId: id,
  agentId,
  expectedVersion: version,
});

function moved(shift: StoredShift, activityTypeId: string, byMillis: number): ShiftEdit | null {
  const index = shift.activities.findIndex((activity) => activity.activityTypeId === activityTypeId);
  if (index < 0) return null;
  const edit = moveActivity(shift, index, shift.activities[index]!.startAt + byMillis, 'contact');
  return { ...keyOf(shift), activities: edit.shift.activities };
}

/** Half an hour with the team lead, in the first hours of the shift. */
function coached(shift: StoredShift): ShiftEdit | null {
  const startAt = shift.startAt + HOUR_MILLIS / 2;
  const edit = insertActivity(
    shift,
    { activityTypeId: 'coaching', startAt, endAt: startAt + HOUR_MILLIS / 2 },
    'contact',
  );
  return edit && { ...keyOf(shift), activities: edit.shift.activities };
}
