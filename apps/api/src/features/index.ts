import type { Feature } from '../platform/feature.js';
import { availabilityFeature } from './availability/availability.module.js';
import { capacityFeature } from './capacity/capacity.module.js';
import { calendarFeedFeature } from './calendar-feed/calendar-feed.module.js';
import { costsFeature } from './costs/costs.module.js';
import { demandFeature } from './demand/demand.module.js';
import { demoFeature } from './demo/demo.module.js';
import { exchangesFeature } from './exchanges/exchanges.module.js';
import { identityFeature } from './identity/identity.module.js';
import { intradayFeature } from './intraday/intraday.module.js';
import { lawFeature } from './law/law.module.js';
import { peopleFeature } from './identity/people/people.module.js';
import { measuresFeature } from './measures/measures.module.js';
import { myNumbersFeature } from './my-numbers/my-numbers.module.js';
import { organisationFeature } from './organisation/organisation.module.js';
import { notificationsFeature } from './notifications/notifications.module.js';
import { reportsFeature } from './reports/reports.module.js';
import { rostersFeature } from './rosters/rosters.module.js';
import { scenariosFeature } from './scenarios/scenarios.module.js';
import { setupFeature } from './setup/setup.module.js';
import { staffingFeature } from './staffing/staffing.module.js';
import { wellbeingFeature } from './wellbeing/wellbeing.module.js';
import { timeOffFeature } from './time-off/time-off.module.js';

/** The features of the api in the order of the planning loop. Explicit, so that what runs can be read in one place. */
export const FEATURES: readonly Feature[] = [
  identityFeature,
  organisationFeature,
  notificationsFeature,
  peopleFeature,
  demandFeature,
  staffingFeature,
  rostersFeature,
  lawFeature,
  costsFeature,
  scenariosFeature,
  capacityFeature,
  calendarFeedFeature,
  exchangesFeature,
  timeOffFeature,
  availabilityFeature,
  myNumbersFeature,
  intradayFeature,
  measuresFeature,
  wellbeingFeature,
  reportsFeature,
  demoFeature,
  setupFeature,
];
