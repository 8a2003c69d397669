import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalText } from '../../platform/graphql/shared.graphql-types.js';
import { StaffingPlanType } from './staffing-plan.graphql-types.js';

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
export class Queue {
  @Field(() => ID) readonly id!: string;
  @Field(() => LocalText) readonly name!: LocalText;
  @Field(() => Channel) readonly channel!: Channel;
  @Field(() => ID) readonly skillId!: string;
  @Field(() => ID) readonly siteId!: string;
  @Field(() => String) readonly zone!: string;
  @Field(() => Int) readonly intervalMinutes!: number;
  @Field(() => StaffingPlanType) readonly staffing!: StaffingPlanType;
  @Field(() => Float, { nullable: true, description: 'Mean handle time assumed where history and forecast know none.' })
  readonly defaultHandleSeconds!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Share of the handling that is with hard contacts, 0 to 1; null: unknown.',
  })
  readonly hardFraction!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Minutes kept free after each hard contact; null: none are.',
  })
  readonly recoveryMinutes!: number | null;
  @Field(() => Int) readonly position!: number;
  @Field(() => Int, { description: 'Grows with every change of the staffing settings.' }) readonly version!: number;
  @Field(() => Boolean, { description: 'Put away: no longer planned, its past stays.' }) readonly archived!: boolean;
}
