import type { Permission } from '../permissions/permissions.js';
import type { RoleName } from './request-context.js';

export interface SignedInPerson {
  readonly organisationId: string;
  readonly userId: string;
  readonly roles: readonly RoleName[];
}

/** A program with an API key: it acts for the organisation, not for a person. */
export interface KeyHolder {
  readonly organisationId: string;
  readonly permissions: readonly Permission[];
}

/** Says who holds a session token or an API key. Implemented by the identity feature; the platform knows only this. */
export abstract class Authenticator {
  abstract personOf(sessionToken: string): Promise<SignedInPerson | null>;
  abstract holderOf(apiKey: string): Promise<KeyHolder | null>;
}
