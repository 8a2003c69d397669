import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';

export enum TeamView {
  NONE = 'none',
  TIMES = 'times',
}
registerEnumType(TeamView, { name: 'TeamView', description: 'What agents see of the shifts of their team-mates.' });

@ObjectType({ description: 'When a team-mate works; not what is done in the shift.' })
export class TeamMate {
  @Field(() => ID) readonly agentId!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
}

@ObjectType()
export class TeamDay {
  @Field(() => Boolean, { description: 'Whether the centre shows agents the shifts of team-mates.' })
  readonly visible!: boolean;

  @Field(() => [TeamMate]) readonly mates!: TeamMate[];
}
