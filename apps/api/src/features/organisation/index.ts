export { AgentsService } from './agents.service.js';
export * from './opening-hours.graphql-types.js';
export * from './organisation.graphql-types.js';
export { OrganisationService } from './organisation.service.js';
export { hoursOfStored, SiteHoursService, type SiteHours } from './site-hours.service.js';
export { OrganisationSetupService, type OrganisationSetup } from './organisation-setup.service.js';
