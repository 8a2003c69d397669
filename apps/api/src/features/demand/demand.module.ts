import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ForecastApprovalService } from './accuracy/approval.service.js';
import { accuracyProviders } from './accuracy/accuracy.providers.js';
import { ScoreInputService } from './accuracy/score-input.service.js';
import { ForecastScoreRepository } from './accuracy/forecast-scores.repository.js';
import { CalendarEventRepository } from './calendar-events.repository.js';
import { DemandResolver } from './demand.resolver.js';
import { DemandViewService } from './demand-view.service.js';
import { FactSumsRepository } from './fact-sums.repository.js';
import { ForecastInputService } from './forecast-input.service.js';
import { ForecastJob } from './forecast.job.js';
import { ForecastResolver } from './forecast.resolver.js';
import { ForecastService } from './forecast.service.js';
import { ForecastRepository } from './forecasts.repository.js';
import { ImportJob } from './import.job.js';
import { ImportService } from './import.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportRepository } from './imports.repository.js';
import { ImportsResolver } from './imports.resolver.js';
import { IntervalFactLoader } from './interval-fact.loader.js';
import { IntervalFactRepository } from './interval-facts.repository.js';
import { ForecastLayerRepository } from './layers/forecast-layers.repository.js';
import { ForecastLayersResolver } from './layers/forecast-layers.resolver.js';
import { ForecastLayersService } from './layers/forecast-layers.service.js';
import { DemandTotalsResolver } from './distribution/demand-totals.resolver.js';
import { ForecastDistributionRepository } from './distribution/forecast-distributions.repository.js';
import { longRangeProviders } from './long-range/long-range.providers.js';
import { LongRangeVersionService } from './long-range/long-range-version.service.js';
import { LongRangeService } from './long-range/long-range.service.js';
import { QueueDirectory } from './queue-directory.js';
import { RestOfDayResolver } from './rest-of-day/rest-of-day.resolver.js';
import { RestOfDayService } from './rest-of-day/rest-of-day.service.js';
import { ClosedTimesResolver } from './special-days/closed-times.resolver.js';
import { ClosedTimesService } from './special-days/closed-times.service.js';
import { QueueCalendarService } from './special-days/queue-calendar.service.js';
import { SpecialDaysRepository } from './special-days/special-days.repository.js';
import { SpecialDaysResolver } from './special-days/special-days.resolver.js';
import { SpecialDaysService } from './special-days/special-days.service.js';
import { HistoryDecisionRepository } from './unusual/history-decisions.repository.js';
import { UnusualHistoryResolver } from './unusual/unusual-history.resolver.js';
import { UnusualHistoryService } from './unusual/unusual-history.service.js';
import { UploadService } from './upload.service.js';
import { youngQueuesProviders } from './young-queues/young-queues.providers.js';

@Module({
  imports: [OrganisationModule],
  controllers: [ImportsController],
  providers: [
    ImportRepository,
    UploadService,
    ImportService,
    ImportJob,
    ImportsResolver,
    QueueDirectory,
    IntervalFactRepository,
    FactSumsRepository,
    IntervalFactLoader,
    ForecastRepository,
    CalendarEventRepository,
    SpecialDaysRepository,
    QueueCalendarService,
    ClosedTimesService,
    ClosedTimesResolver,
    SpecialDaysService,
    SpecialDaysResolver,
    HistoryDecisionRepository,
    UnusualHistoryService,
    UnusualHistoryResolver,
    DemandViewService,
    ForecastInputService,
    ForecastService,
    ForecastJob,
    DemandResolver,
    ForecastResolver,
    ForecastLayerRepository,
    ForecastLayersService,
    ForecastLayersResolver,
    ForecastDistributionRepository,
    DemandTotalsResolver,
    RestOfDayService,
    RestOfDayResolver,
    ...accuracyProviders,
    ...youngQueuesProviders,
    ...longRangeProviders,
  ],
  exports: [
    QueueDirectory,
    DemandViewService,
    ForecastInputService,
    ForecastRepository,
    ForecastLayersService,
    LongRangeService,
    LongRangeVersionService,
    CalendarEventRepository,
    QueueCalendarService,
    SpecialDaysRepository,
    IntervalFactLoader,
    FactSumsRepository,
    ForecastApprovalService,
    ForecastScoreRepository,
    RestOfDayService,
    ScoreInputService,
  ],
})
export class DemandModule {}

export const demandFeature: Feature = { name: 'demand', module: DemandModule, entities: [] };
