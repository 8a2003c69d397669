import { AccuracyResolver } from './accuracy.resolver.js';
import { AccuracyService } from './accuracy.service.js';
import { ForecastApprovalService } from './approval.service.js';
import { ForecastApprovalRepository } from './forecast-approvals.repository.js';
import { ForecastCheckJob } from './forecast-check.job.js';
import { ForecastScoreRepository } from './forecast-scores.repository.js';
import { ForecastVersionRepository } from './forecast-versions.repository.js';
import { ForecastsInForceRepository } from './forecasts-in-force.repository.js';
import { MethodReportResolver } from './method-report.resolver.js';
import { ScoreInputService } from './score-input.service.js';
import { ScoreJob } from './score.job.js';
import { ScoreQueue } from './score-queue.service.js';
import { VersionComparisonService } from './version-comparison.service.js';
import { ForecastApprovalResolver, ForecastVersionResolver } from './versions.resolver.js';

/** What demand gives its module for approving, comparing, repeating and scoring forecasts. */
export const accuracyProviders = [
  ForecastsInForceRepository,
  ForecastApprovalRepository,
  ForecastVersionRepository,
  ForecastScoreRepository,
  ScoreInputService,
  ScoreQueue,
  ScoreJob,
  ForecastCheckJob,
  ForecastApprovalService,
  VersionComparisonService,
  AccuracyService,
  AccuracyResolver,
  ForecastVersionResolver,
  MethodReportResolver,
  ForecastApprovalResolver,
];
