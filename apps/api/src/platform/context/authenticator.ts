import type { RoleName } from './request-context.js';

export interface SignedInPerson {
  readonly organisationId: string;
  readonly userId: string;
  readonly roles: readonly RoleName[];
}

/** Says who holds a session token. Implemented by the identity feature; the platform knows only this. */
export abstract class Authenticator {
  abstract personOf(sessionToken: string): Promise<SignedInPerson | null>;
}
