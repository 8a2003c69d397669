import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput } from '../../../platform/graphql/shared.graphql-types.js';

export enum FactPlaceKind {
  QUEUE = 'queue',
  TEAM = 'team',
  CHANNEL = 'channel',
}
registerEnumType(FactPlaceKind, { name: 'FactPlaceKind' });

export enum FactDateOrder {
  YMD = 'ymd',
  MDY = 'mdy',
  DMY = 'dmy',
}
registerEnumType(FactDateOrder, { name: 'FactDateOrder' });

@InputType({ description: 'What the rows are of: named by a column, or all of the same.' })
export class FactPlaceInput {
  @Field(() => FactPlaceKind) kind!: FactPlaceKind;
  @Field(() => String, { nullable: true }) column?: string | null;
  @Field(() => String, { nullable: true, description: 'Id or name; a channel by its id, such as `voice`' })
  word?: string | null;
}

@InputType()
export class FactColumnInput {
  @Field(() => String) column!: string;
  @Field(() => String, { description: 'Name of a fact: of the catalogue, of an import, or one of `kinds`' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Of a mean: the column of how many it is the mean of' })
  weightColumn?: string | null;
}

@InputType()
export class FactKindInput {
  @Field(() => String, { description: 'By which formulas use it' }) name!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: '`number`, `contacts`, `seconds`, `fraction` or `agents`' }) unit!: string;
  @Field(() => String, { nullable: true, description: '`sum` (default), or `last`: what stood at the end' })
  adds?: string | null;
}

@InputType()
export class MeasureTableInput {
  @Field(() => String, { description: 'Of the table; the same told again replaces' }) source!: string;
  @Field(() => String, { description: 'The table as text: CSV, or separated by semicolon or tab' }) content!: string;
  @Field(() => String) dateColumn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The column holds day numbers, and 1 is this date' })
  firstOn?: LocalDate | null;
  @Field(() => FactDateOrder, { nullable: true }) dateOrder?: FactDateOrder | null;
  @Field(() => FactPlaceInput, { nullable: true, description: 'Left out: the whole organisation' })
  place?: FactPlaceInput | null;
  @Field(() => [FactColumnInput]) columns!: FactColumnInput[];
  @Field(() => [FactKindInput], { nullable: true, description: 'Names that are new' }) kinds?: FactKindInput[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Stores nothing' }) dryRun?: boolean | null;
}

@ObjectType({ description: 'A row that was left out, and why.' })
export class MeasureRowReject {
  @Field(() => Int, { description: 'Of the table; the header is 1' }) readonly record!: number;
  @Field(() => String) readonly column!: string;
  @Field(() => String) readonly code!: string;
  @Field(() => String) readonly raw!: string;
  @Field(() => String) readonly message!: string;
}

@ObjectType({ description: 'acceptedCount + rejectedCount = readCount' })
export class MeasureTableTaken {
  @Field(() => Int) readonly readCount!: number;
  @Field(() => Int) readonly acceptedCount!: number;
  @Field(() => Int) readonly rejectedCount!: number;
  @Field(() => Int, { description: 'Facts new or different; in a dry run how many there are' })
  readonly changedCount!: number;
  @Field(() => LocalDateScalar, { nullable: true }) readonly firstOn!: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true }) readonly lastOn!: LocalDate | null;
  @Field(() => [MeasureRowReject], { description: 'The first hundred' }) readonly rejects!: readonly MeasureRowReject[];
}

export const ImportMeasureTableResult = createUnionType({
  name: 'ImportMeasureTableResult',
  types: () => [MeasureTableTaken, InvalidInput] as const,
});

@ObjectType({ description: 'Header and first rows, to choose columns by.' })
export class MeasureTablePreview {
  @Field(() => [String]) readonly header!: readonly string[];
  @Field(() => [[String]]) readonly rows!: readonly (readonly string[])[];
}

@ObjectType()
export class MeasureFactKindSaved {
  @Field(() => String) readonly name!: string;
}

export const SaveMeasureFactKindResult = createUnionType({
  name: 'SaveMeasureFactKindResult',
  types: () => [MeasureFactKindSaved, InvalidInput] as const,
});

@ObjectType({ description: 'What has been told under a name so far.' })
export class MeasureFactTold {
  @Field(() => String) readonly name!: string;
  @Field(() => LocalDateScalar) readonly firstOn!: LocalDate;
  @Field(() => LocalDateScalar) readonly lastOn!: LocalDate;
  @Field(() => Int) readonly rows!: number;
  @Field(() => [String]) readonly sources!: readonly string[];
}
