import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RostersModule } from '../rosters/rosters.module.js';
import { AccountNews } from './time-off-account-news.service.js';
import { EnteredTimeOff } from './entered-time-off.service.js';
import { TimeOffAccountsResolver } from './time-off-accounts.resolver.js';
import { TimeOffAccounts } from './time-off-accounts.service.js';
import { TimeOffAnswers } from './time-off-answers.service.js';
import { TimeOffJudge } from './time-off-judge.service.js';
import { TimeOffReviewResolver } from './time-off-review.resolver.js';
import { TimeOffReview } from './time-off-review.service.js';
import { TimeOffTermsRepository } from './time-off-terms.repository.js';
import { TimeOffCalendarResolver } from './time-off-calendar.resolver.js';
import { TimeOffCalendar } from './time-off-calendar.service.js';
import { TimeOffRepository } from './time-off.repository.js';
import { TimeOffResolver } from './time-off.resolver.js';
import { TimeOffService } from './time-off.service.js';

@Module({
  imports: [NotificationsModule, OrganisationModule, RostersModule],
  providers: [
    EnteredTimeOff,
    TimeOffRepository,
    TimeOffTermsRepository,
    TimeOffJudge,
    AccountNews,
    TimeOffAccounts,
    TimeOffAccountsResolver,
    TimeOffAnswers,
    TimeOffService,
    TimeOffReview,
    TimeOffResolver,
    TimeOffReviewResolver,
    TimeOffCalendar,
    TimeOffCalendarResolver,
  ],
  exports: [EnteredTimeOff],
})
export class TimeOffModule {}

export const timeOffFeature: Feature = { name: 'time-off', module: TimeOffModule, entities: [] };
