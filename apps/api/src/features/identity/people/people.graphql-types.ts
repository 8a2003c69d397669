import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { Role } from '../identity.graphql-types.js';

export enum PersonState {
  ACTIVE = 'active',
  INVITED = 'invited',
  AWAY = 'away',
}
registerEnumType(PersonState, {
  name: 'PersonState',
  valuesMap: {
    INVITED: { description: 'Has no password yet.' },
    AWAY: { description: 'May not sign in any more; what they did keeps their name.' },
  },
});

@ObjectType({ description: 'Somebody who signs in, as administrators see them.' })
export class Person {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly email!: string;
  @Field(() => String, { description: '`en` or `ja`: in which they are written to.' }) readonly locale!: string;
  @Field(() => [Role]) readonly roles!: Role[];
  @Field(() => PersonState) readonly state!: PersonState;
  @Field(() => ID, { nullable: true, description: 'The agent this person is.' }) readonly agentId!: string | null;
  @Field(() => String, { nullable: true }) readonly agentName!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly seenAt!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the open link can be used.' })
  readonly invitedUntil!: Instant | null;
}

@InputType()
export class PersonInput {
  @Field(() => String) name!: string;
  @Field(() => [Role]) roles!: Role[];
  @Field(() => String, { description: '`en` or `ja`.' }) locale!: string;
  @Field(() => ID, { nullable: true }) agentId?: string | null;
}

@ObjectType({ description: 'A link with which the person sets a password, shown this once.' })
export class PersonInvitation {
  @Field(() => String, { description: 'Below the address of this server.' }) readonly path!: string;
  @Field(() => Boolean, { description: 'A mail with it has left.' }) readonly isMailed!: boolean;
}

@ObjectType()
export class PersonSaved {
  @Field(() => Person) readonly person!: Person;
  @Field(() => PersonInvitation, { nullable: true }) readonly invitation!: PersonInvitation | null;
}

@ObjectType({ description: 'Nobody else could administer the organisation.' })
export class LastAdministrator {
  @Field(() => String) message!: string;
}

export const SavePersonResult = createUnionType({
  name: 'SavePersonResult',
  types: () => [PersonSaved, LastAdministrator, InvalidInput, NotFound] as const,
});

@ObjectType()
export class InvitationAccepted {
  @Field(() => String, { description: 'Whose password was set; sign in with it.' }) readonly email!: string;
}

@ObjectType({ description: 'Used, replaced, too old or never there.' })
export class InvitationOver {
  @Field(() => String) message!: string;
}

@ObjectType()
export class InvitationTooManyTries {
  @Field(() => Int) readonly waitSeconds!: number;
}

export const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  types: () => [InvitationAccepted, InvitationOver, InvitationTooManyTries, InvalidInput] as const,
});
