import type { Feature } from '../platform/feature.js';
import { identityFeature } from './identity/identity.module.js';
import { organisationFeature } from './organisation/organisation.module.js';

/** The features of the api in the order of the planning loop. Explicit, so that what runs can be read in one place. */
export const FEATURES: readonly Feature[] = [identityFeature, organisationFeature];
