import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/feature.js';
import { IdentityModule } from '../identity/identity.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RecordsRepository } from '../rosters/index.js';
import { RostersModule } from '../rosters/rosters.module.js';
import { StaffingModule } from '../staffing/staffing.module.js';
import { BidDeadlinesTask } from './bidding/bid-deadlines.task.js';
import { BidNews } from './bidding/bid-news.js';
import { BidRoundRepository } from './bidding/bid-rounds.repository.js';
import { BidRoundsResolver } from './bidding/bid-rounds.resolver.js';
import { BidRoundsService } from './bidding/bid-rounds.service.js';
import { BidViews } from './bidding/bid-views.service.js';
import { ExchangeApplier } from './exchange-applier.js';
import { ExchangeBooks, ExchangeTerms } from './exchange-book.service.js';
import { ExchangeDeadlinesTask } from './exchange-deadlines.task.js';
import { ExchangeNews } from './exchange-news.js';
import { ExchangeOffersResolver } from './exchange-offers.resolver.js';
import { ExchangePoliciesService } from './exchange-policies.service.js';
import { ExchangeReader } from './exchange-reader.js';
import { ExchangeReviewResolver } from './exchange-review.resolver.js';
import { ExchangeReviewService } from './exchange-review.service.js';
import { ExchangeServiceLevels } from './exchange-service-levels.js';
import { ExchangeSettler } from './exchange-settler.js';
import { ExchangeViews } from './exchange-views.service.js';
import { ExchangesResolver } from './exchanges.resolver.js';
import { ExchangeRepository } from './exchanges.repository.js';
import { ExchangesService } from './exchanges.service.js';
import { OfferClaimsService } from './offer-claims.service.js';
import { OfferClaimsResolver } from './offer-claims.resolver.js';
import { OfferGranter } from './offer-granter.js';
import { OfferWakes } from './offer-wakes.js';
import { SwapWishesService } from './swap-wishes.service.js';
import { WorkOfferRepository } from './work-offers.repository.js';
import { WorkOffersService } from './work-offers.service.js';

@Module({
  imports: [IdentityModule, NotificationsModule, OrganisationModule, RostersModule, StaffingModule],
  providers: [
    BidDeadlinesTask,
    BidNews,
    BidRoundRepository,
    BidRoundsResolver,
    BidRoundsService,
    BidViews,
    ExchangeApplier,
    ExchangeBooks,
    ExchangeDeadlinesTask,
    ExchangeNews,
    ExchangePoliciesService,
    ExchangeReader,
    ExchangeRepository,
    ExchangeReviewService,
    ExchangeServiceLevels,
    ExchangeSettler,
    ExchangesService,
    ExchangeTerms,
    ExchangeViews,
    OfferClaimsResolver,
    OfferClaimsService,
    OfferGranter,
    OfferWakes,
    RecordsRepository,
    SwapWishesService,
    WorkOfferRepository,
    WorkOffersService,
    ExchangeOffersResolver,
    ExchangeReviewResolver,
    ExchangesResolver,
  ],
  exports: [ExchangesService, WorkOffersService],
})
export class ExchangesModule {}

export const exchangesFeature: Feature = { name: 'exchanges', module: ExchangesModule, entities: [] };
