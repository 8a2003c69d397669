export { AgentsService } from './agents.service.js';
export * from './organisation.graphql-types.js';
export { OrganisationService } from './organisation.service.js';
export { OrganisationSetupService, type OrganisationSetup } from './organisation-setup.service.js';
