import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RostersModule } from '../rosters/rosters.module.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { CalendarFeedResolver } from './calendar-feed.resolver.js';
import { CalendarFeedService } from './calendar-feed.service.js';
import { CalendarWords } from './calendar-words.js';
import { CalendarFeedRepository } from './feeds.repository.js';
import { ToldEventRepository } from './told-events.repository.js';

@Module({
  imports: [OrganisationModule, RostersModule],
  controllers: [CalendarFeedController],
  providers: [CalendarFeedRepository, ToldEventRepository, CalendarWords, CalendarFeedService, CalendarFeedResolver],
})
export class CalendarFeedModule {}

export const calendarFeedFeature: Feature = { name: 'calendar-feed', module: CalendarFeedModule, entities: [] };
