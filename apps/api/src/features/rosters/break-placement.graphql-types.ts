import { createUnionType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { EditedMeanwhile, ScheduleHasBreaches, Shift } from './schedules.graphql-types.js';

@ObjectType({ description: 'Where breaks would lie better, shifts as they are, and what that gains.' })
export class BreakProposal {
  @Field(() => [Shift], { description: 'Shifts with breaks at another place, as they would be.' })
  readonly shifts!: Shift[];

  @Field(() => Int)
  readonly searchedShifts!: number;

  @Field(() => Float)
  readonly staffingBefore!: number;

  @Field(() => Float)
  readonly staffingAfter!: number;

  @Field(() => Float, { description: 'The gain in hours of one agent short.' })
  readonly savedHours!: number;
}

@ObjectType()
export class BreaksPlaced {
  @Field(() => BreakProposal)
  readonly proposal!: BreakProposal;

  @Field(() => Int, { nullable: true, description: 'Null where nothing moved.' })
  readonly scheduleVersion!: number | null;
}

export const PlaceBreaksResult = createUnionType({
  name: 'PlaceBreaksResult',
  types: () => [BreaksPlaced, EditedMeanwhile, ScheduleHasBreaches, NotFound] as const,
});
