import { LongRangeJob } from './long-range.job.js';
import { LongRangeRepository } from './long-range.repository.js';
import { LongRangeResolver } from './long-range.resolver.js';
import { LongRangeService } from './long-range.service.js';
import { LongRangeVersionService } from './long-range-version.service.js';

/** What demand gives its module for forecasts by week. */
export const longRangeProviders = [
  LongRangeRepository,
  LongRangeService,
  LongRangeVersionService,
  LongRangeJob,
  LongRangeResolver,
];
