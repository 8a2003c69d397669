import { ParseUUIDPipe } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { GraphqlContext } from '../../../platform/context/graphql-context.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { AllowAnonymous, RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { InvitationsService } from './invitations.service.js';
import {
  AcceptInvitationResult,
  InvitationAccepted,
  InvitationOver,
  InvitationTooManyTries,
  LastAdministrator,
  Person,
  PersonInput,
  PersonSaved,
  SavePersonResult,
} from './people.graphql-types.js';
import { PeopleService, type SavedPerson } from './people.service.js';
import type { PersonDraft } from './person.js';

@Resolver()
export class PeopleResolver {
  constructor(
    private readonly people: PeopleService,
    private readonly invitations: InvitationsService,
  ) {}

  @Query(() => [Person], { name: 'people', description: 'Those who may sign in first, by name.' })
  @RequirePermission('users.manage')
  async all(@CurrentContext() context: RequestContext): Promise<Person[]> {
    return (await this.people.all(context)) as unknown as Person[];
  }

  @Mutation(() => SavePersonResult, {
    description: 'With a first password, or without: then a link is mailed (where mail is set) and shown once.',
  })
  @RequirePermission('users.manage')
  async addPerson(
    @CurrentContext() context: RequestContext,
    @Args('email', { type: () => String }) email: string,
    @Args('input', { type: () => PersonInput }) input: PersonInput,
    @Args('password', { type: () => String, nullable: true }) password?: string | null,
  ): Promise<typeof SavePersonResult> {
    return resultOf(await this.people.add(context, { ...draftOf(input), email, password: password ?? null }));
  }

  @Mutation(() => SavePersonResult, { description: 'New roles count from the next request on.' })
  @RequirePermission('users.manage')
  async changePerson(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
    @Args('input', { type: () => PersonInput }) input: PersonInput,
  ): Promise<typeof SavePersonResult> {
    return resultOf(await this.people.change(context, id, draftOf(input)));
  }

  @Mutation(() => SavePersonResult, { description: 'Works at once: open sessions end. Or lets the person in again.' })
  @RequirePermission('users.manage')
  async putPersonAway(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
    @Args('isAway', { type: () => Boolean }) isAway: boolean,
  ): Promise<typeof SavePersonResult> {
    return resultOf(await this.people.setAway(context, id, isAway));
  }

  @Mutation(() => SavePersonResult, { description: 'A new link to set a password; the one before stops working.' })
  @RequirePermission('users.manage')
  async invitePersonAgain(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<typeof SavePersonResult> {
    return resultOf(await this.people.renewInvitation(context, id));
  }

  /** The secret of the link is all its holder knows; it comes in the body, so that no log holds it. */
  @Mutation(() => AcceptInvitationResult)
  @AllowAnonymous()
  async acceptInvitation(
    @Args('token', { type: () => String }) token: string,
    @Args('password', { type: () => String }) password: string,
    @Context() { request, requestId }: GraphqlContext,
  ): Promise<typeof AcceptInvitationResult> {
    const from = { address: request.socket.remoteAddress ?? 'unknown', requestId };
    const accepted = await this.invitations.accept(token, password, from);
    switch (accepted.kind) {
      case 'accepted':
        return Object.assign(new InvitationAccepted(), { email: accepted.email });
      case 'over':
        return Object.assign(new InvitationOver(), { message: 'This link is over; ask for a new one' });
      case 'too-many':
        return Object.assign(new InvitationTooManyTries(), { waitSeconds: accepted.waitSeconds });
      case 'invalid':
        return InvalidInput.of(accepted.path, accepted.message);
    }
  }
}

function draftOf({ name, roles, locale, agentId }: PersonInput): PersonDraft {
  return { name, roles: [...new Set(roles)], locale: locale === 'ja' ? 'ja' : 'en', agentId: agentId ?? null };
}

function resultOf(saved: SavedPerson): typeof SavePersonResult {
  switch (saved.kind) {
    case 'saved':
      return Object.assign(new PersonSaved(), { person: saved.person, invitation: saved.invitation }) as PersonSaved;
    case 'last-admin':
      return Object.assign(new LastAdministrator(), {
        message: 'This is the last administrator; make somebody else one first',
      });
    case 'not-found':
      return NotFound.of('person');
    case 'invalid':
      return InvalidInput.of(saved.path, saved.message);
  }
}
