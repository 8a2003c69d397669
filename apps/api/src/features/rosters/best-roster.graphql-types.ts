import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { PackedShifts } from './board.graphql-types.js';

@ObjectType({ description: 'The best roster of a run that has not been put into the draft.' })
export class RosterBest {
  @Field(() => ID)
  readonly jobId!: string;

  @Field(() => Float, { description: 'Of the run when it was found.' })
  readonly seconds!: number;

  @Field(() => Float)
  readonly cost!: number;

  @Field(() => DateTimeScalar)
  readonly storedAt!: Instant;

  @Field(() => PackedShifts, { description: 'As of the board; ids are made up and versions 0.' })
  readonly shifts!: PackedShifts;
}
