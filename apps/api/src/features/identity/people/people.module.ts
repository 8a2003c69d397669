import { Module } from '@nestjs/common';
import type { Feature } from '../../../platform/feature.js';
import { NotificationsModule } from '../../notifications/notifications.module.js';
import { OrganisationModule } from '../../organisation/organisation.module.js';
import { InvitationsService } from './invitations.service.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';

/** Apart from the identity that every request needs: it sends mail. */
@Module({
  imports: [NotificationsModule, OrganisationModule],
  providers: [InvitationsService, PeopleRepository, PeopleResolver, PeopleService],
})
export class PeopleModule {}

export const peopleFeature: Feature = { name: 'people', module: PeopleModule, entities: [] };
