import { createUnionType, Field, Float, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RepairStale } from '../repair/repair.graphql-types.js';

export enum AbsenceOfDayKind {
  SICK = 'sick',
  LATE = 'late',
}
registerEnumType(AbsenceOfDayKind, { name: 'AbsenceOfDayKind' });

@InputType()
export class ReportAbsenceInput {
  @Field(() => ID) agentId!: string;
  @Field(() => AbsenceOfDayKind) kind!: AbsenceOfDayKind;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When somebody late comes' })
  untilAt?: Instant | null;
  @Field(() => String, { description: 'Name of the step, for undo and history' })
  label!: string;
}

@ObjectType({ description: 'Somebody who could work in place of one who does not come.' })
export class ComingInType {
  @Field(() => ID) agentId!: string;
  @Field(() => String) name!: string;
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => DateTimeScalar) endAt!: Instant;
  @Field(() => Boolean, { description: 'Stays longer or starts earlier; else comes in for it' }) isLonger!: boolean;
  @Field(() => Float) shortMinutesRemoved!: number;
  @Field(() => [LocalText], { description: 'Prefer rules broken by more' }) worse!: LocalText[];
}

@ObjectType({ description: 'Sick today, or late.' })
export class AbsenceOfDay {
  @Field(() => ID) id!: string;
  @Field(() => ID) agentId!: string;
  @Field(() => String) name!: string;
  @Field(() => AbsenceOfDayKind) kind!: AbsenceOfDayKind;
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => DateTimeScalar) endAt!: Instant;
  @Field(() => DateTimeScalar) reportedAt!: Instant;
}

@ObjectType()
export class AbsenceReported {
  @Field(() => ID) id!: string;
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => DateTimeScalar) endAt!: Instant;
  @Field(() => [ComingInType], { description: 'Who could come in, best first' }) candidates!: ComingInType[];
}

@ObjectType()
export class AbsenceUndone {
  @Field(() => ID) id!: string;
}

@ObjectType()
export class NoShiftToday {
  @Field(() => ID) agentId!: string;
}

export const ReportAbsenceResult = createUnionType({
  name: 'ReportAbsenceResult',
  types: () => [AbsenceReported, NoShiftToday, RepairStale, InvalidInput] as const,
});
export const UndoAbsenceResult = createUnionType({
  name: 'UndoAbsenceResult',
  types: () => [AbsenceUndone, RepairStale, InvalidInput, NotFound] as const,
});
