import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { ScheduleInfo } from '../board.graphql-types.js';
import { EditedMeanwhile, ScheduleHasBreaches } from '../schedules.graphql-types.js';

@ObjectType()
export class ScheduleVersionKept {
  @Field(() => Int) readonly version!: number;
}

export const KeepVersionResult = createUnionType({
  name: 'KeepVersionResult',
  types: () => [ScheduleVersionKept, NotFound, InvalidInput] as const,
});

@ObjectType()
export class ScheduleRestored {
  @Field(() => ScheduleInfo) readonly schedule!: ScheduleInfo;
  @Field(() => Int) readonly changedShifts!: number;
}

export const RestoreVersionResult = createUnionType({
  name: 'RestoreVersionResult',
  types: () => [ScheduleRestored, EditedMeanwhile, ScheduleHasBreaches, NotFound, InvalidInput] as const,
});
