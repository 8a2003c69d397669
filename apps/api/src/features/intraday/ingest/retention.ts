import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import { SETTINGS, type Settings } from '../../../config/settings.js';
import { Clock } from '../../../platform/clock/clock.js';

/** How long states are kept one by one. */
@Injectable()
export class StateRetention {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** `oldest`: start of the first month that is kept, in UTC; partitions are whole months, and go as such. */
  limits(): { readonly now: Instant; readonly oldest: Instant } {
    const now = this.clock.now();
    const at = new Date(now);
    const oldest = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - this.settings.YOTEI_STATES_KEEP_MONTHS, 1);
    return { now, oldest };
  }
}
