import { Injectable } from '@nestjs/common';
import { DemoDemandFiller } from './demo-demand.filler.js';
import type { DemoFilling } from './demo-filling.js';
import { DemoLongRangeFiller } from './demo-long-range.filler.js';
import { DemoReportsFiller } from './demo-reports.filler.js';
import { DemoRostersFiller } from './demo-rosters.filler.js';

/** The parts of the planning loop in their order: each builds on those before. */
@Injectable()
export class DemoLoop {
  constructor(
    private readonly demand: DemoDemandFiller,
    private readonly longRange: DemoLongRangeFiller,
    private readonly rosters: DemoRostersFiller,
    private readonly reports: DemoReportsFiller,
  ) {}

  async fill(filling: DemoFilling): Promise<void> {
    await this.demand.fill(filling);
    await this.longRange.fill(filling);
    await this.rosters.fill(filling);
    await this.reports.fill(filling);
  }
}
