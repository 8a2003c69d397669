import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Channel } from '../demand/index.js';

@InputType()
export class SetupQueueInput {
  @Field(() => ID, { nullable: true, description: 'Null: a new one, with version 0.' }) id?: string | null;
  @Field(() => Int) version!: number;
  @Field(() => String) nameEn!: string;
  @Field(() => String, { description: 'Empty: the English one.' }) nameJa!: string;
  @Field(() => Channel) channel!: Channel;
  @Field(() => ID, { nullable: true, description: 'Null: as it is; of a new one a skill of its own, named like it.' })
  skillId?: string | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Share of the handling that is with hard contacts, 0 to 1; null: unknown. Left out: as it is.',
  })
  hardFraction?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Minutes kept free after each hard contact, 0 to 60; null: none. Left out: as it is.',
  })
  recoveryMinutes?: number | null;
  @Field(() => ID, { nullable: true, description: 'Of a new one; its clock and hours. Stays as it is afterwards.' })
  siteId?: string | null;
  @Field(() => Int, { nullable: true, description: 'Of a new one: 15, 30 or 60. Stays as it is afterwards.' })
  intervalMinutes?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Put away, or taken back. Left out: as it is.' })
  archived?: boolean | null;
}
