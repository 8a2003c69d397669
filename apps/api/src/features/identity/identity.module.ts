import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../../platform/context/authenticator.js';
import type { Feature } from '../../platform/feature.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ApiKeyRepository } from './api-keys/api-keys.repository.js';
import { ApiKeysResolver } from './api-keys/api-keys.resolver.js';
import { IdentityAuthenticator } from './api-keys/identity-authenticator.js';
import { MembershipEntity, SessionEntity, UserEntity } from './identity.entity.js';
import { IdentityResolver } from './identity.resolver.js';
import { PublicInfoController } from './public-info.controller.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { UserAccountsService } from './user-accounts.service.js';

/** Global because the platform's guard asks it who a request comes from. */
@Global()
@Module({
  imports: [OrganisationModule],
  controllers: [PublicInfoController],
  providers: [
    SessionsService,
    { provide: Authenticator, useClass: IdentityAuthenticator },
    SignInService,
    UserAccountsService,
    IdentityResolver,
    ApiKeyRepository,
    ApiKeysResolver,
  ],
  exports: [Authenticator, UserAccountsService],
})
export class IdentityModule {}

export const identityFeature: Feature = {
  name: 'identity',
  module: IdentityModule,
  entities: [UserEntity, MembershipEntity, SessionEntity],
};
