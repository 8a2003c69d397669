import { Field, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';

@ObjectType({ description: 'A report that is sent by mail, as PDF and CSV, at set times on the clock of a zone.' })
export class ReportSchedule {
  @Field(() => ID) readonly id!: string;
  @Field(() => String, { description: '`dashboard` or `daily`, the report of the day.' }) readonly subject!: string;
  @Field(() => ID, { nullable: true }) readonly dashboardId!: string | null;
  @Field(() => String, { nullable: true }) readonly dashboardTitle!: string | null;
  @Field(() => String, { description: '`daily`, `weekly` or `monthly`.' }) readonly cadence!: string;
  @Field(() => Int, { nullable: true, description: '1 = Monday.' }) readonly weekday!: number | null;
  @Field(() => Int, { nullable: true, description: 'A shorter month sends on its last day.' })
  readonly monthDay!: number | null;
  @Field(() => Int) readonly localMinute!: number;
  @Field(() => String) readonly zone!: string;
  @Field(() => [ID]) readonly userIds!: readonly string[];
  @Field(() => [String], { description: 'Outside the organisation; an administrator’s doing.' })
  readonly addresses!: readonly string[];
  @Field(() => String) readonly addressLocale!: string;
  @Field(() => DateTimeScalar) readonly nextAt!: Instant;
  @Field(() => Int) readonly version!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The last sending; its mails by state follow.' })
  readonly lastDueAt!: Instant | null;
  @Field(() => Int) readonly sentCount!: number;
  @Field(() => Int) readonly openCount!: number;
  @Field(() => Int) readonly failedCount!: number;
}

@ObjectType()
export class ReportRecipient {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly name!: string;
}

@InputType()
export class ReportScheduleInput {
  @Field(() => ID, { nullable: true, description: 'Left out = a new one' }) id?: string | null;
  @Field(() => Int, { nullable: true }) version?: number | null;
  @Field(() => ID, { nullable: true, description: 'Left out = the report of the day' }) dashboardId?: string | null;
  @Field(() => String) cadence!: string;
  @Field(() => Int, { nullable: true }) weekday?: number | null;
  @Field(() => Int, { nullable: true }) monthDay?: number | null;
  @Field(() => Int) localMinute!: number;
  @Field(() => String) zone!: string;
  @Field(() => [ID]) userIds!: string[];
  @Field(() => [String]) addresses!: string[];
  @Field(() => String) addressLocale!: string;
  @Field(() => Boolean, { defaultValue: false }) addressesConfirmed!: boolean;
}

@ObjectType()
export class ReportScheduleSaved {
  @Field(() => ReportSchedule) readonly schedule!: ReportSchedule;
}

@ObjectType()
export class ReportScheduleDeleted {
  @Field(() => ID) readonly id!: string;
}

@ObjectType({ description: 'Only an administrator sends reports to addresses outside the organisation.' })
export class ReportAddressesNeedAdmin {
  @Field(() => String) readonly message!: string;
}

@ObjectType({ description: 'These addresses lead outside the organisation; send again with `addressesConfirmed`.' })
export class ReportAddressesToConfirm {
  @Field(() => [String]) readonly addresses!: readonly string[];
}

@ObjectType({ description: 'Somebody else changed it first.' })
export class ReportScheduleEditedMeanwhile {
  @Field(() => String) readonly message!: string;
}

@ObjectType()
export class ReportSendingStarted {
  @Field(() => Int) readonly recipients!: number;
}

export const SaveReportScheduleResult = createUnionType({
  name: 'SaveReportScheduleResult',
  types: () =>
    [
      ReportScheduleSaved,
      ReportAddressesNeedAdmin,
      ReportAddressesToConfirm,
      ReportScheduleEditedMeanwhile,
      InvalidInput,
      NotFound,
    ] as const,
});

export const DeleteReportScheduleResult = createUnionType({
  name: 'DeleteReportScheduleResult',
  types: () => [ReportScheduleDeleted, NotFound] as const,
});

export const SendReportNowResult = createUnionType({
  name: 'SendReportNowResult',
  types: () => [ReportSendingStarted, NotFound] as const,
});
