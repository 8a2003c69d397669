import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum Role {
  ADMIN = 'admin',
  PLANNER = 'planner',
  MANAGER = 'manager',
  SUPERVISOR = 'supervisor',
  AGENT = 'agent',
}
registerEnumType(Role, { name: 'Role' });

@ObjectType()
export class Viewer {
  @Field(() => ID) userId!: string;
  @Field(() => String) name!: string;
  @Field(() => String) email!: string;
  @Field(() => [Role]) roles!: Role[];
  @Field(() => [String]) permissions!: string[];
}

@ObjectType()
export class SignedIn {
  @Field(() => Viewer) viewer!: Viewer;
}

@ObjectType({ description: 'Same answer for an unknown address and a wrong password.' })
export class WrongCredentials {
  @Field(() => String) message!: string;
}

@ObjectType()
export class TooManyAttempts {
  @Field(() => String) message!: string;
  @Field(() => Int) retryAfterSeconds!: number;
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  types: () => [SignedIn, WrongCredentials, TooManyAttempts] as const,
});
