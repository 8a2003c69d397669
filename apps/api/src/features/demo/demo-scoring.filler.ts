import { Injectable } from '@nestjs/common';
import { addDays } from '@yotei/time';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { runInThread } from '../../platform/jobs/job-thread.js';
import {
  ForecastScoreRepository,
  QueueDirectory,
  ScoreInputService,
  type NewScore,
  type QueueToScore,
} from '../demand/index.js';
import type { DemoFilling } from './demo-filling.js';

const SCORE = new URL('../demand/accuracy/score.compute.js', import.meta.url);

/** Holds the forecasts of the past weeks against what came. */
@Injectable()
export class DemoScoringFiller {
  constructor(
    private readonly database: TenantDatabase,
    private readonly queues: QueueDirectory,
    private readonly inputs: ScoreInputService,
    private readonly scores: ForecastScoreRepository,
  ) {}

  /** As the scoring job does when actuals arrive. */
  async fill({ context, thisWeekOn, today }: DemoFilling, pastWeeks: number): Promise<void> {
    const days = 7 * pastWeeks + 7;
    const dates = Array.from({ length: days }, (_, i) => addDays(thisWeekOn, i - 7 * pastWeeks)).filter(
      (on) => on <= today,
    );
    const input: QueueToScore[] = [];
    for (const queue of await this.queues.all(context)) {
      const one = await this.inputs.of(context, queue, dates);
      if (one) input.push(one);
    }
    const scored = await runInThread<NewScore[]>({
      module: SCORE,
      input,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    await this.database.withTenant(context, (tx) => this.scores.replace(tx, [], scored));
  }
}
