import { Injectable } from '@nestjs/common';
import { Authenticator, type KeyHolder, type SignedInPerson } from '../../../platform/context/authenticator.js';
import { SessionsService } from '../sessions.service.js';
import { ApiKeyRepository } from './api-keys.repository.js';

/** The two ways in: the session of a person, the key of a program. */
@Injectable()
export class IdentityAuthenticator extends Authenticator {
  constructor(
    private readonly sessions: SessionsService,
    private readonly keys: ApiKeyRepository,
  ) {
    super();
  }

  override personOf(sessionToken: string): Promise<SignedInPerson | null> {
    return this.sessions.personOf(sessionToken);
  }

  override holderOf(apiKey: string): Promise<KeyHolder | null> {
    return this.keys.holderOf(apiKey);
  }
}
