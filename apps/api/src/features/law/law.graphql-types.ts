import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';

export enum LawLevel {
  HARD = 'hard',
  DUTY = 'duty',
  POLICY = 'policy',
  GUIDELINE = 'guideline',
  PAY = 'pay',
}
registerEnumType(LawLevel, {
  name: 'LawLevel',
  description: 'How binding a parameter of a law is; see docs/methods/law-packs.md.',
});

export enum LawVerdict {
  KEPT = 'kept',
  BROKEN = 'broken',
  HISTORY_MISSING = 'history-missing',
  TOLD = 'told',
}
registerEnumType(LawVerdict, {
  name: 'LawVerdict',
  description: '`TOLD`: a roster cannot tell. `HISTORY_MISSING`: nothing found, but earlier weeks are not known.',
});

@ObjectType()
export class SiteLaw {
  @Field(() => ID) siteId!: string;
  @Field(() => String) name!: string;
  @Field(() => Int, { description: 'Of the site.' }) version!: number;
  @Field(() => String, { nullable: true, description: 'Id of the law pack; null: none is chosen.' }) packId!:
    string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Rosters are judged by it from this day on.' })
  fromOn!: LocalDate | null;
  @Field(() => [String], { description: 'Agreements of the pack held at the site.' }) agreements!: string[];
}

@InputType()
export class SiteLawInput {
  @Field(() => ID) siteId!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { nullable: true, description: 'Null: no law pack.' }) packId?: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) fromOn?: LocalDate | null;
  @Field(() => [String], { nullable: true, description: 'Null: none.' }) agreements?: string[] | null;
}

@ObjectType()
export class SiteLawSaved {
  @Field(() => SiteLaw) site!: SiteLaw;
}

@ObjectType({ description: 'Somebody changed the site meanwhile: read it again.' })
export class SiteLawChangedMeanwhile {
  @Field(() => String) message!: string;
}

export const SaveSiteLawResult = createUnionType({
  name: 'SaveSiteLawResult',
  types: () => [SiteLawSaved, SiteLawChangedMeanwhile, InvalidInput, NotFound] as const,
});

@InputType()
export class LawTrialInput {
  @Field(() => ID) siteId!: string;
  @Field(() => String) packId!: string;
  @Field(() => [String], { nullable: true, description: 'Null: none.' }) agreements?: string[] | null;
}

@ObjectType()
export class LawTrialPerson {
  @Field(() => ID) agentId!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) count!: number;
  @Field(() => LocalDateScalar, { description: 'Day of the first finding.' }) firstOn!: LocalDate;
  @Field(() => LocalText, { description: 'What the first finding says.' }) first!: LocalText;
}

@ObjectType({ description: 'What one parameter would have said about the last weeks.' })
export class LawTrialLine {
  @Field(() => String) parameterId!: string;
  @Field(() => Int) findingCount!: number;
  @Field(() => Int, { description: 'People of whom earlier weeks are not known.' }) historyMissingCount!: number;
  @Field(() => [LawTrialPerson], { description: 'Those it would have spoken of, by name.' }) people!: LawTrialPerson[];
}

@ObjectType({ description: 'The published weeks of last month, judged by a law pack.' })
export class LawTrial {
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => LocalDateScalar, { description: 'The first date not judged.' }) untilOn!: LocalDate;
  @Field(() => Int) peopleCount!: number;
  @Field(() => Int) shiftCount!: number;
  @Field(() => [LawTrialLine]) lines!: LawTrialLine[];
}

export const LawTrialResult = createUnionType({
  name: 'LawTrialResult',
  types: () => [LawTrial, InvalidInput, NotFound] as const,
});

@ObjectType()
export class LawFinding {
  @Field(() => LocalDateScalar) on!: LocalDate;
  @Field(() => DateTimeScalar) at!: Instant;
  @Field(() => Float, { description: 'How far beyond, in the unit of the rule.' }) amount!: number;
  @Field(() => LocalText) message!: LocalText;
}

@ObjectType()
export class LawInspectionLine {
  @Field(() => String) parameterId!: string;
  @Field(() => LawVerdict) verdict!: LawVerdict;
  @Field(() => [LawFinding]) findings!: LawFinding[];
}

@ObjectType()
export class LawInspectionWeek {
  @Field(() => LocalDateScalar) startsOn!: LocalDate;
  @Field(() => Int, { description: 'Paid time of the shifts that start in the week.' }) workedMinutes!: number;
  @Field(() => Int, { description: 'Beyond 8 hours a day or 40 a week.' }) overtimeMinutes!: number;
  @Field(() => Int, { description: 'Between 22:00 and 5:00.' }) nightMinutes!: number;
  @Field(() => Int) nightShifts!: number;
  @Field(() => Int) breakMinutes!: number;
  @Field(() => Int) daysOff!: number;
  @Field(() => Int, { nullable: true }) shortestRestMinutes!: number | null;
}

@ObjectType({ description: 'What an inspector would ask about one person’s published weeks.' })
export class LawInspection {
  @Field(() => ID) agentId!: string;
  @Field(() => String) agentName!: string;
  @Field(() => String) siteName!: string;
  @Field(() => String, { description: 'Id of the law pack of the person’s site.' }) packId!: string;
  @Field(() => [String]) agreements!: string[];
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => LocalDateScalar, { description: 'The first date not judged.' }) untilOn!: LocalDate;
  @Field(() => [LawInspectionWeek]) weeks!: LawInspectionWeek[];
  @Field(() => [LawInspectionLine]) lines!: LawInspectionLine[];
}

@ObjectType({ description: 'The person’s site has no law pack to judge by.' })
export class NoLawChosen {
  @Field(() => String) message!: string;
}

export const LawInspectionResult = createUnionType({
  name: 'LawInspectionResult',
  types: () => [LawInspection, NoLawChosen, InvalidInput, NotFound] as const,
});
