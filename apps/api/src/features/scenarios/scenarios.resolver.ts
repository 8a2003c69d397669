import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { QueueDirectory } from '../demand/index.js';
import { ScenarioBaseService } from './base/scenario-base.service.js';
import {
  NewScenarioInput,
  SaveScenarioInput,
  SaveScenarioResult,
  Scenario,
  ScenarioMove,
  ScenarioVersion,
} from './scenarios.graphql-types.js';
import { movesOf, savedScenarioOf, scenarioOf } from './scenarios.mapper.js';
import { ScenarioRepository } from './scenarios.repository.js';
import { ScenariosService } from './scenarios.service.js';

@Resolver(() => Scenario)
export class ScenariosResolver {
  constructor(
    private readonly tree: ScenariosService,
    private readonly repository: ScenarioRepository,
    private readonly bases: ScenarioBaseService,
    private readonly queues: QueueDirectory,
  ) {}

  @Query(() => [Scenario], { description: 'The tree, flat; children in order.' })
  @RequirePermission('scenarios.read')
  async scenarios(
    @CurrentContext() context: RequestContext,
    @Args('archived', { type: () => Boolean, defaultValue: false }) archived: boolean,
  ): Promise<Scenario[]> {
    return (await this.tree.all(context, archived)).map(scenarioOf);
  }

  @Query(() => Scenario, { nullable: true })
  @RequirePermission('scenarios.read')
  async scenario(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Scenario | null> {
    const found = await this.repository.byId(context, id);
    return found && scenarioOf(found);
  }

  @ResolveField(() => [ScenarioMove], { description: 'What moved since it was saved; empty: nothing.' })
  async moved(@CurrentContext() context: RequestContext, @Parent() scenario: Scenario): Promise<ScenarioMove[]> {
    const names = new Map((await this.queues.withPutAway(context)).map(({ id, name }) => [id, name]));
    return movesOf(scenario.basis, await this.bases.basis(context, scenario), (id) => names.get(id));
  }

  @ResolveField(() => [ScenarioVersion], { description: 'As it was saved, newest first.' })
  async versions(@CurrentContext() context: RequestContext, @Parent() scenario: Scenario): Promise<ScenarioVersion[]> {
    return this.repository.versions(context, scenario.id);
  }

  @Mutation(() => SaveScenarioResult)
  @RequirePermission('scenarios.edit')
  async createScenario(
    @CurrentContext() context: RequestContext,
    @Args('input') { parentId = null, note, siteId = null, changes, ...rest }: NewScenarioInput,
  ): Promise<typeof SaveScenarioResult> {
    const order = { ...rest, parentId, siteId, note: note ?? '', changes: changes ?? [] };
    return savedScenarioOf(await this.tree.create(context, order));
  }

  @Mutation(() => SaveScenarioResult, { description: 'A child that begins as a copy.' })
  @RequirePermission('scenarios.edit')
  async branchScenario(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('name', { type: () => String }) name: string,
  ): Promise<typeof SaveScenarioResult> {
    return savedScenarioOf(await this.tree.branch(context, id, name));
  }

  @Mutation(() => SaveScenarioResult)
  @RequirePermission('scenarios.edit')
  async saveScenario(
    @CurrentContext() context: RequestContext,
    @Args('input') input: SaveScenarioInput,
  ): Promise<typeof SaveScenarioResult> {
    return savedScenarioOf(await this.tree.save(context, input));
  }

  @Mutation(() => SaveScenarioResult, { description: 'Undo: what an earlier version said, as a new version.' })
  @RequirePermission('scenarios.edit')
  async restoreScenarioVersion(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('toVersion', { type: () => Int }) toVersion: number,
  ): Promise<typeof SaveScenarioResult> {
    return savedScenarioOf(await this.tree.restore(context, { id, version, toVersion }));
  }

  @Mutation(() => SaveScenarioResult, {
    description: 'Below another parent, before its child of that position from 0.',
  })
  @RequirePermission('scenarios.edit')
  async moveScenario(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('parentId', { type: () => ID, nullable: true }) parentId: string | null,
    @Args('position', { type: () => Int }) position: number,
  ): Promise<typeof SaveScenarioResult> {
    return savedScenarioOf(await this.tree.move(context, id, { parentId: parentId ?? null, position }));
  }

  @Mutation(() => SaveScenarioResult, { description: 'With all below it; false brings it back.' })
  @RequirePermission('scenarios.edit')
  async archiveScenario(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('archived', { type: () => Boolean, defaultValue: true }) archived: boolean,
  ): Promise<typeof SaveScenarioResult> {
    return savedScenarioOf(await this.tree.setArchived(context, id, archived));
  }
}
