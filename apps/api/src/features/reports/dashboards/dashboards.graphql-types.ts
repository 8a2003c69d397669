import { Field, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { InvalidInput, LocalText, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { ReportContent } from '../content/report-content.graphql-types.js';

@ObjectType()
export class DashboardTile {
  @Field(() => ID) readonly id!: string;
  @Field(() => String, {
    description: '`measure`, `chart`, `table`, `text`, `wellbeing`, `coverage` or `scenarios`.',
  })
  readonly kind!: string;
  @Field(() => Int, { description: 'Columns of four.' }) readonly width!: number;
  @Field(() => String, { nullable: true }) readonly measureId!: string | null;
  @Field(() => ID, { nullable: true, description: 'Null: all queues together.' }) readonly queueId!: string | null;
  @Field(() => String, { nullable: true, description: 'Rows of a table: `queue`, `channel`, `site` or `team`.' })
  readonly cut!: string | null;
  @Field(() => String, { nullable: true }) readonly text!: string | null;
  @Field(() => String, { nullable: true }) readonly path!: string | null;
}

@ObjectType({ description: 'Tiles as somebody arranged them; private, or shared with roles.' })
export class Dashboard {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => String, { nullable: true }) readonly ownerName!: string | null;
  @Field(() => [String], { description: 'Roles that read it besides its owner; none: private.' })
  readonly sharedWith!: readonly string[];
  @Field(() => String, { description: 'An id of `reportPeriods`.' }) readonly period!: string;
  @Field(() => [DashboardTile]) readonly tiles!: readonly DashboardTile[];
  @Field(() => Boolean) readonly mayEdit!: boolean;
  @Field(() => Int) readonly version!: number;
}

@ObjectType({ description: 'Something to choose from.' })
export class ReportChoice {
  @Field(() => ID) readonly id!: string;
  @Field(() => LocalText) readonly title!: LocalText;
}

@ObjectType()
export class DashboardSaved {
  @Field(() => Dashboard) readonly dashboard!: Dashboard;
}

@ObjectType()
export class DashboardDeleted {
  @Field(() => ID) readonly id!: string;
}

@ObjectType({ description: 'It belongs to somebody else; copy it to change it.' })
export class DashboardNotYours {
  @Field(() => String) readonly message!: string;
}

@ObjectType({ description: 'Somebody else changed this dashboard first; the dashboard as it is now.' })
export class DashboardEditedMeanwhile {
  @Field(() => String) readonly message!: string;
  @Field(() => Dashboard) readonly dashboard!: Dashboard;
}

@InputType()
export class DashboardTileInput {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => Int) width!: number;
  @Field(() => String, { nullable: true }) measureId?: string | null;
  @Field(() => ID, { nullable: true }) queueId?: string | null;
  @Field(() => String, { nullable: true }) cut?: string | null;
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => String, { nullable: true }) path?: string | null;
}

@InputType()
export class DashboardInput {
  @Field(() => ID, { nullable: true, description: 'Left out = a new dashboard' }) id?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version the change was made on; with `id`' })
  version?: number | null;
  @Field(() => String) title!: string;
  @Field(() => [String]) sharedWith!: string[];
  @Field(() => String) period!: string;
  @Field(() => [DashboardTileInput]) tiles!: DashboardTileInput[];
}

export const DashboardContentResult = createUnionType({
  name: 'DashboardContentResult',
  types: () => [ReportContent, NotFound] as const,
});

export const SaveDashboardResult = createUnionType({
  name: 'SaveDashboardResult',
  types: () => [DashboardSaved, DashboardEditedMeanwhile, DashboardNotYours, InvalidInput, NotFound] as const,
});

export const DeleteDashboardResult = createUnionType({
  name: 'DeleteDashboardResult',
  types: () => [DashboardDeleted, DashboardEditedMeanwhile, DashboardNotYours, NotFound] as const,
});
