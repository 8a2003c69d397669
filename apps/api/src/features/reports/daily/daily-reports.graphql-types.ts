import { Field, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { ReportContent } from '../content/report-content.graphql-types.js';

@ObjectType()
export class DailyReportHead {
  @Field(() => LocalDateScalar) readonly on!: LocalDate;
  @Field(() => String) readonly note!: string;
  @Field(() => DateTimeScalar) readonly writtenAt!: Instant;
}

@ObjectType({ description: 'What happened on a day, why, what was done, and what stands for the next.' })
export class DailyReport {
  @Field(() => LocalDateScalar) readonly on!: LocalDate;
  @Field(() => String) readonly zone!: string;
  @Field(() => ReportContent) readonly content!: ReportContent;
  @Field(() => String, { description: 'What a supervisor wrote on top.' }) readonly note!: string;
  @Field(() => String, { nullable: true }) readonly noteByName!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly noteAt!: Instant | null;
  @Field(() => DateTimeScalar) readonly writtenAt!: Instant;
  @Field(() => Int, { description: 'Counts the notes.' }) readonly version!: number;
}

@ObjectType({ description: 'Somebody else wrote a note first; the report as it is now.' })
export class DailyReportEditedMeanwhile {
  @Field(() => String) readonly message!: string;
  @Field(() => DailyReport) readonly report!: DailyReport;
}

export const DailyReportResult = createUnionType({
  name: 'DailyReportResult',
  types: () => [DailyReport, NotFound] as const,
});

export const NoteDailyReportResult = createUnionType({
  name: 'NoteDailyReportResult',
  types: () => [DailyReport, DailyReportEditedMeanwhile, InvalidInput, NotFound] as const,
});
