import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalText } from '../../platform/graphql/shared.graphql-types.js';

export enum Channel {
  VOICE = 'voice',
  CHAT = 'chat',
  EMAIL = 'email',
  SOCIAL = 'social',
  MESSAGING = 'messaging',
  CALLBACK = 'callback',
  BACK_OFFICE = 'back_office',
}
registerEnumType(Channel, { name: 'Channel' });

@ObjectType()
export class ServiceGoal {
  @Field(() => Float, { nullable: true }) readonly serviceLevelFraction!: number | null;
  @Field(() => Float, { nullable: true }) readonly answerWithinSeconds!: number | null;
  @Field(() => String, { nullable: true }) readonly serviceLevelVariant!: string | null;
  @Field(() => Float, { nullable: true }) readonly asaSeconds!: number | null;
  @Field(() => Float, { nullable: true }) readonly maxOccupancyFraction!: number | null;
  @Field(() => Float, { nullable: true }) readonly maxAbandonmentFraction!: number | null;
}

@ObjectType()
export class Queue {
  @Field(() => ID) readonly id!: string;
  @Field(() => LocalText) readonly name!: LocalText;
  @Field(() => Channel) readonly channel!: Channel;
  @Field(() => ID) readonly skillId!: string;
  @Field(() => ID) readonly siteId!: string;
  @Field(() => String) readonly zone!: string;
  @Field(() => Int) readonly intervalMinutes!: number;
  @Field(() => String) readonly modelId!: string;
  @Field(() => ServiceGoal) readonly goal!: ServiceGoal;
  @Field(() => Float, { nullable: true }) readonly patienceSeconds!: number | null;
  @Field(() => Float) readonly concurrency!: number;
  @Field(() => Float) readonly shrinkageFraction!: number;
  @Field(() => Float, { nullable: true, description: 'Mean handle time assumed where history and forecast know none.' })
  readonly defaultHandleSeconds!: number | null;
  @Field(() => Int) readonly position!: number;
}
