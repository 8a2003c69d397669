import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { jobStarted } from '../../platform/jobs/job.mapper.js';
import type { JobEntity } from '../../platform/jobs/job.entity.js';
import { NotEnoughHistory } from './demand.graphql-types.js';

/** What came of asking for a forecast, by interval or by week. */
export type StartedForecast =
  | { readonly kind: 'started'; readonly job: JobEntity }
  | {
      readonly kind: 'not-enough-history';
      readonly queueId: string;
      readonly haveDays: number;
      readonly needDays: number;
    }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** The answer as GraphQL tells it. */
export function startedForecast(started: StartedForecast) {
  switch (started.kind) {
    case 'started':
      return jobStarted(started.job);
    case 'not-enough-history': {
      const { queueId, haveDays, needDays } = started;
      const message = `${haveDays} days of history; at least ${needDays} are needed`;
      return Object.assign(new NotEnoughHistory(), { queueId, haveDays, needDays, message });
    }
    case 'not-found':
      return NotFound.of('queue');
    case 'invalid':
      return InvalidInput.of(started.path, started.message);
  }
}
