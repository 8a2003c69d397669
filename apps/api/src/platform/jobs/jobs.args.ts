import { ArgsType, Field, Int } from '@nestjs/graphql';

@ArgsType()
export class JobsArgs {
  @Field(() => Int, { defaultValue: 20 }) first!: number;
  @Field(() => String, { nullable: true }) after?: string | null;
  @Field(() => String, { nullable: true }) kind?: string | null;
}
