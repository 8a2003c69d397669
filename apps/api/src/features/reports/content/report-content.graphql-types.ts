import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { LocalText } from '../../../platform/graphql/shared.graphql-types.js';

@ObjectType({ description: 'One number and what to make of it.' })
export class ReportFigure {
  @Field(() => Float, { nullable: true, description: 'Null: not known, and `why` says what is missing.' })
  readonly value!: number | null;
  @Field(() => LocalText, { nullable: true }) readonly text!: LocalText | null;
  @Field(() => LocalText, { nullable: true }) readonly why!: LocalText | null;
  @Field(() => LocalText, { nullable: true }) readonly target!: LocalText | null;
  @Field(() => Boolean, { nullable: true }) readonly met!: boolean | null;
  @Field(() => LocalText, { nullable: true, description: 'The period before, of the same length.' })
  readonly before!: LocalText | null;
  @Field(() => LocalText, { nullable: true }) readonly change!: LocalText | null;
}

@ObjectType()
export class ReportLine {
  @Field(() => LocalText) readonly title!: LocalText;
  @Field(() => [Float], { nullable: 'items' }) readonly values!: readonly (number | null)[];
}

@ObjectType({ description: 'Lines over time; `labels` name each place.' })
export class ReportChart {
  @Field(() => [LocalText]) readonly labels!: readonly LocalText[];
  @Field(() => String) readonly unit!: string;
  @Field(() => [ReportLine]) readonly lines!: readonly ReportLine[];
  @Field(() => Float, { nullable: true }) readonly target!: number | null;
}

@ObjectType()
export class ReportCell {
  @Field(() => LocalText) readonly text!: LocalText;
  @Field(() => Float, { nullable: true }) readonly value!: number | null;
}

@ObjectType()
export class ReportRow {
  @Field(() => LocalText) readonly title!: LocalText;
  @Field(() => [ReportCell]) readonly cells!: readonly ReportCell[];
  @Field(() => String, { nullable: true, description: 'The screen it opens to.' }) readonly path!: string | null;
}

@ObjectType()
export class ReportTable {
  @Field(() => LocalText) readonly head!: LocalText;
  @Field(() => [LocalText]) readonly columns!: readonly LocalText[];
  @Field(() => [ReportRow]) readonly rows!: readonly ReportRow[];
}

@ObjectType()
export class ReportParagraph {
  @Field(() => LocalText) readonly text!: LocalText;
  @Field(() => String, { nullable: true }) readonly path!: string | null;
}

@ObjectType({ description: 'What a tile shows: a figure, a chart, a table or text.' })
export class ReportBlock {
  @Field(() => ID) readonly id!: string;
  @Field(() => LocalText) readonly title!: LocalText;
  @Field(() => Int, { description: 'Columns of four.' }) readonly width!: number;
  @Field(() => String, { nullable: true }) readonly path!: string | null;
  @Field(() => ReportFigure, { nullable: true }) readonly figure!: ReportFigure | null;
  @Field(() => ReportChart, { nullable: true }) readonly chart!: ReportChart | null;
  @Field(() => ReportTable, { nullable: true }) readonly table!: ReportTable | null;
  @Field(() => [ReportParagraph]) readonly paragraphs!: readonly ReportParagraph[];
}

@ObjectType()
export class ReportContent {
  @Field(() => LocalText) readonly title!: LocalText;
  @Field(() => LocalText, { description: 'Days of which it tells.' }) readonly period!: LocalText;
  @Field(() => LocalDateScalar) readonly fromOn!: LocalDate;
  @Field(() => Int) readonly days!: number;
  @Field(() => [ReportBlock]) readonly blocks!: readonly ReportBlock[];
}
