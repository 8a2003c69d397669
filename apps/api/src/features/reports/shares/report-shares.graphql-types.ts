import { Field, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { ReportContent } from '../content/report-content.graphql-types.js';

@ObjectType({ description: 'A link that shows one report without a sign-in, for a while.' })
export class ReportShare {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly subject!: string;
  @Field(() => ID, { nullable: true }) readonly dashboardId!: string | null;
  @Field(() => String, { nullable: true }) readonly dashboardTitle!: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) readonly on!: LocalDate | null;
  @Field(() => String, { nullable: true }) readonly createdBy!: string | null;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => DateTimeScalar) readonly expiresAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true }) readonly revokedAt!: Instant | null;
  @Field(() => Int) readonly openCount!: number;
  @Field(() => DateTimeScalar, { nullable: true }) readonly lastOpenedAt!: Instant | null;
}

@ObjectType()
export class ReportShareCreated {
  @Field(() => ReportShare) readonly share!: ReportShare;
  @Field(() => String, { description: 'The page with its secret; shown this once and cannot be read again.' })
  readonly path!: string;
}

@ObjectType()
export class ReportShareRevoked {
  @Field(() => ReportShare) readonly share!: ReportShare;
}

@ObjectType()
export class SharedReport {
  @Field(() => ReportContent) readonly content!: ReportContent;
  @Field(() => DateTimeScalar) readonly expiresAt!: Instant;
}

@ObjectType({ description: 'Asked too often; again after so many seconds.' })
export class TooManyReads {
  @Field(() => Int) readonly waitSeconds!: number;
}

export const ShareReportResult = createUnionType({
  name: 'ShareReportResult',
  types: () => [ReportShareCreated, InvalidInput, NotFound] as const,
});

export const RevokeReportShareResult = createUnionType({
  name: 'RevokeReportShareResult',
  types: () => [ReportShareRevoked, NotFound] as const,
});

export const SharedReportResult = createUnionType({
  name: 'SharedReportResult',
  types: () => [SharedReport, TooManyReads, NotFound] as const,
});
