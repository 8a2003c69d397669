import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Activity } from '../schedules.graphql-types.js';

@ObjectType({ description: 'A shift as it was at a step.' })
export class RememberedShift {
  @Field(() => ID) readonly id!: string;
  @Field(() => ID) readonly agentId!: string;
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
  @Field(() => ID, { nullable: true }) readonly templateId!: string | null;
  @Field(() => Boolean) readonly locked!: boolean;
  @Field(() => [Activity]) readonly activities!: Activity[];
}

@ObjectType()
export class RememberedChange {
  @Field(() => RememberedShift, { nullable: true, description: 'Null: the step made the shift.' })
  readonly before!: RememberedShift | null;

  @Field(() => RememberedShift, { nullable: true, description: 'Null: the step removed it.' })
  readonly after!: RememberedShift | null;
}

@ObjectType({ description: 'A step that can be taken back or done again.' })
export class UndoStep {
  @Field(() => Int, { description: 'Names the step in EditShiftsInput.undoes and redoes.' })
  readonly version!: number;

  @Field(() => String) readonly label!: string;
  @Field(() => DateTimeScalar) readonly at!: Instant;
  @Field(() => [RememberedChange]) readonly changes!: RememberedChange[];
}

@ObjectType({ description: 'The own steps of who asks, last at the end.' })
export class ScheduleUndo {
  @Field(() => [UndoStep]) readonly done!: UndoStep[];
  @Field(() => [UndoStep]) readonly undone!: UndoStep[];
  @Field(() => Boolean) readonly hasOlder!: boolean;
}

@ObjectType({ description: 'One edit of anybody, as the history lists it.' })
export class ScheduleEdit {
  @Field(() => Int, { description: 'Of the schedule after the edit.' }) readonly version!: number;
  @Field(() => String) readonly label!: string;
  @Field(() => DateTimeScalar) readonly at!: Instant;
  @Field(() => String, { nullable: true }) readonly author!: string | null;
  @Field(() => Boolean) readonly isOwn!: boolean;
  @Field(() => Int) readonly shiftCount!: number;
  @Field(() => [ID]) readonly agentIds!: string[];
  @Field(() => Int, { nullable: true }) readonly undoes!: number | null;
  @Field(() => Int, { nullable: true }) readonly redoes!: number | null;
  @Field(() => String, { nullable: true }) readonly overrideReason!: string | null;
}
