import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import { DateTimeScalar, JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';

@ObjectType({ description: 'What work costs from a day on. A change is a new version; earlier ones stay.' })
export class CostSettings {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => LocalDateScalar) effectiveOn!: LocalDate;
  @Field(() => JsonScalar, {
    description: 'The library’s `CostTerms`: currency, wages by contract, on-cost, premiums, channels, bot, penalties.',
  })
  terms!: unknown;
  @Field(() => String, { nullable: true }) createdBy!: string | null;
  @Field(() => DateTimeScalar) createdAt!: Instant;
  @Field(() => Boolean, { description: 'Taken back: it does not count.' }) isWithdrawn!: boolean;
}

@InputType()
export class CostSettingsInput {
  @Field(() => Int, { description: 'The newest version on the screen; 0: there was none.' }) basedOnVersion!: number;
  @Field(() => LocalDateScalar) effectiveOn!: LocalDate;
  @Field(() => JsonScalar) terms!: unknown;
}

@ObjectType()
export class CostSettingsSaved {
  @Field(() => CostSettings) settings!: CostSettings;
}

@ObjectType({ description: 'Somebody saved newer settings meanwhile.' })
export class CostSettingsChangedMeanwhile {
  @Field(() => String) message!: string;
  @Field(() => CostSettings) settings!: CostSettings;
}

@ObjectType()
export class CostTermsFault {
  @Field(() => String, { description: 'As in the terms: `wages.0.perPaidHour`.' }) path!: string;
  @Field(() => LocalText) text!: LocalText;
}

@ObjectType()
export class InvalidCostTerms {
  @Field(() => String) message!: string;
  @Field(() => [CostTermsFault]) faults!: CostTermsFault[];
}

export const SaveCostSettingsResult = createUnionType({
  name: 'SaveCostSettingsResult',
  types: () => [CostSettingsSaved, CostSettingsChangedMeanwhile, InvalidCostTerms, InvalidInput] as const,
});

export const WithdrawCostSettingsResult = createUnionType({
  name: 'WithdrawCostSettingsResult',
  types: () => [CostSettingsSaved, NotFound] as const,
});
