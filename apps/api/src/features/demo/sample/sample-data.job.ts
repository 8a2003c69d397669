import { Injectable } from '@nestjs/common';
import { localDateOf, weekStartOf } from '@yotei/time';
import { Clock } from '../../../platform/clock/clock.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { JobDefinition, type JobOutcome, type JobRun } from '../../../platform/jobs/job-definition.js';
import { IntervalFactLoader } from '../../demand/index.js';
import { DemoCalendarFiller } from '../demo-calendar.filler.js';
import { DemoIds, factsOf } from '../demo-rows.mapper.js';
import { sampleCentre, type SampleLanguage } from './sample-centre.js';
import { SampleDataRepository } from './sample-data.repository.js';
import { SampleSetupFiller } from './sample-setup.filler.js';

export type SampleDataJobInput = { readonly language: SampleLanguage };

/** Fills an empty organisation with the demo's set-up and its history, each step known by its rows; a second attempt begins anew. */
@Injectable()
export class SampleDataJob extends JobDefinition<SampleDataJobInput> {
  readonly kind = 'sample-data';

  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly setup: SampleSetupFiller,
    private readonly facts: IntervalFactLoader,
    private readonly calendar: DemoCalendarFiller,
    private readonly samples: SampleDataRepository,
  ) {
    super();
  }

  async run({ language }: SampleDataJobInput, run: JobRun): Promise<JobOutcome> {
    const { context } = run;
    const today = localDateOf(this.clock.now(), 'Asia/Tokyo');
    const centre = sampleCentre({ seed: run.seed, today, language });
    const ids = new DemoIds();
    run.progress(0.1);
    await this.setup.store(context, centre, { ids, today });
    run.progress(0.3);
    const { history } = centre;
    for (const [i, one] of history.entries()) {
      run.signal.throwIfAborted();
      await this.database.withTenant(context, (tx) =>
        this.facts.load(tx, factsOf({ ...centre, history: [one] }, ids), { source: 'sample', importId: null }),
      );
      run.progress(0.3 + (0.6 * (i + 1)) / history.length);
    }
    await this.calendar.fill({
      ...{ context, centre, ids, today, seed: run.seed, historyWeeks: 0, thisWeekOn: weekStartOf(today) },
      report: () => undefined,
    });
    return {
      result: { agents: centre.agents.length, queues: centre.queues.length },
      apply: (tx) => this.samples.filled(tx),
    };
  }
}
