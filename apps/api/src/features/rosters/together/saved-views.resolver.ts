import { Args, createUnionType, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { SavedViewsService } from './saved-views.service.js';

@ObjectType({ description: 'A link into the app under a name.' })
export class SavedView {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => String, { description: 'Path and search of the page.' }) readonly link!: string;
  @Field(() => Boolean) readonly isShared!: boolean;
  @Field(() => Boolean) readonly isOwn!: boolean;
  @Field(() => String, { nullable: true }) readonly owner!: string | null;
}

@ObjectType()
export class ViewSaved {
  @Field(() => ID) readonly id!: string;
}

export const SaveViewResult = createUnionType({
  name: 'SaveViewResult',
  types: () => [ViewSaved, InvalidInput] as const,
});

@Resolver()
export class SavedViewsResolver {
  constructor(private readonly views: SavedViewsService) {}

  @Query(() => [SavedView], { description: 'Your own views, and those others share.' })
  @RequirePermission('schedule.read')
  savedViews(@CurrentContext() context: RequestContext): Promise<SavedView[]> {
    return this.views.list(context);
  }

  @Mutation(() => SaveViewResult, { description: 'Under a name you have used it replaces what the view shows.' })
  @RequirePermission('schedule.read')
  async saveView(
    @CurrentContext() context: RequestContext,
    @Args('title', { type: () => String }) title: string,
    @Args('link', { type: () => String }) link: string,
    @Args('isShared', { type: () => Boolean, defaultValue: false }) isShared: boolean,
  ): Promise<typeof SaveViewResult> {
    const saved = await this.views.save(context, { title, link, isShared });
    return saved.kind === 'saved'
      ? Object.assign(new ViewSaved(), { id: saved.id })
      : InvalidInput.of(saved.path, saved.message);
  }

  @Mutation(() => Boolean, { description: 'False when it is not a view of yours.' })
  @RequirePermission('schedule.read')
  deleteView(@CurrentContext() context: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    return this.views.remove(context, id);
  }
}
