import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { runInThread } from '../../platform/jobs/job-thread.js';
import { LongRangeVersionService, type LongRangeComputeResult } from '../demand/index.js';
import type { DemoFilling } from './demo-filling.js';

const COMPUTE = new URL('../demand/long-range/long-range.compute.js', import.meta.url);
/** A year from any day of the next months, and the whole of a capacity plan of 18 months. */
const WEEKS = 104;

/** Forecasts the demo's far future by week, as the job does, so that quarters, years and the capacity plan have figures. */
@Injectable()
export class DemoLongRangeFiller {
  constructor(
    private readonly database: TenantDatabase,
    private readonly versions: LongRangeVersionService,
  ) {}

  async fill({ context, seed, thisWeekOn }: DemoFilling): Promise<void> {
    const order = { fromOn: thisWeekOn, weeks: WEEKS, trend: 'damped' } as const;
    const input = await this.versions.inputOf(context, order, seed);
    const results = await runInThread<LongRangeComputeResult[]>({
      module: COMPUTE,
      input,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    await this.database.withTenant(context, (tx) =>
      this.versions.store(tx, { input, results, jobId: null, createdBy: context.userId }),
    );
  }
}
