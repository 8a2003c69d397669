import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { InvalidInput, LocalText } from '../../platform/graphql/shared.graphql-types.js';

@ObjectType({ description: 'One measure with the limits in force and where the standard ones come from.' })
export class MeasureLimits {
  @Field(() => ID) readonly measureId!: string;
  @Field(() => String) readonly code!: string;
  @Field(() => LocalText) readonly title!: LocalText;
  @Field(() => LocalText) readonly meaning!: LocalText;
  @Field(() => String) readonly unit!: string;
  @Field(() => String) readonly evidence!: string;
  @Field(() => Float) readonly ok!: number;
  @Field(() => Float) readonly bad!: number;
  @Field(() => Float) readonly standardOk!: number;
  @Field(() => Float) readonly standardBad!: number;
}

@ObjectType()
export class WellbeingSettings {
  @Field(() => Int, { description: '0: the standard.' }) readonly version!: number;
  @Field(() => Boolean, { description: 'Whether agents may say how they are.' }) readonly hasPulse!: boolean;
  @Field(() => Boolean, {
    description: 'Whether the plan says who is first for hard contacts; the routing follows it.',
  })
  readonly hasHardTurns!: boolean;
  @Field(() => [MeasureLimits]) readonly measures!: MeasureLimits[];
}

@InputType()
export class MeasureLimitsInput {
  @Field(() => ID) measureId!: string;
  @Field(() => Float) ok!: number;
  @Field(() => Float) bad!: number;
}

@ObjectType()
export class WellbeingSettingsSaved {
  @Field(() => WellbeingSettings) readonly settings!: WellbeingSettings;
}

@ObjectType()
export class WellbeingSettingsEditedMeanwhile {
  @Field(() => String) readonly message!: string;
  @Field(() => WellbeingSettings) readonly settings!: WellbeingSettings;
}

export const SaveWellbeingSettingsResult = createUnionType({
  name: 'SaveWellbeingSettingsResult',
  types: () => [WellbeingSettingsSaved, WellbeingSettingsEditedMeanwhile, InvalidInput] as const,
});
