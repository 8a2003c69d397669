import { ArgsType, Field, ID, Int } from '@nestjs/graphql';

@ArgsType()
export class AgentsArgs {
  @Field(() => Int, { defaultValue: 50 }) first!: number;
  @Field(() => String, { nullable: true }) after?: string | null;
  @Field(() => ID, { nullable: true }) teamId?: string | null;
  @Field(() => ID, { nullable: true }) siteId?: string | null;
  @Field(() => String, { nullable: true }) search?: string | null;
}
