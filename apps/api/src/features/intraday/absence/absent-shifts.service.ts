import { Injectable } from '@nestjs/common';
import type { ActivityType } from '@yotei/scheduling/roster';
import type { Instant } from '@yotei/time';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { OrganisationService } from '../../organisation/index.js';
import { ShiftRepository, type StoredShift } from '../../rosters/index.js';
import { DayPictures } from '../outlook/day-picture.service.js';
import { IntradayAbsenceRepository } from './absences.repository.js';
import { shiftOfToday } from './lost-shift.js';

/** The shift an absence takes from, with the schedule it stands in. */
export interface AbsentShift {
  readonly at: Instant;
  readonly shift: StoredShift;
  readonly scheduleId: string;
  readonly activityTypes: readonly ActivityType[];
}

/** Finds the shift somebody misses. */
@Injectable()
export class AbsentShifts {
  constructor(
    private readonly pictures: DayPictures,
    private readonly shifts: ShiftRepository,
    private readonly absences: IntradayAbsenceRepository,
    private readonly organisation: OrganisationService,
    private readonly clock: Clock,
  ) {}

  /**
   * The published shift that is on, else the next that begins today; null for none. It is looked for among all schedules:
   * the night shift into the first day of a week stands in the schedule before.
   */
  async of(context: RequestContext, agentId: string): Promise<AbsentShift | null> {
    const at = this.clock.now();
    const today = (await this.pictures.now(context))?.span;
    // Where nothing is planned for today, a night shift of yesterday may still be on.
    const span = { startAt: at, endAt: today?.endAt ?? at + 1 };
    const shift = shiftOfToday(await this.shifts.publishedOfAgent(context, agentId, span), at, span.endAt);
    if (!shift) return null;
    const scheduleId = await this.absences.scheduleOf(context, shift.id);
    const types = await this.organisation.activityTypes(context);
    return { at, shift, scheduleId, activityTypes: types.map((type) => ({ ...type, title: type.title.en })) };
  }
}
