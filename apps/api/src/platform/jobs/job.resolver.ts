import { ForbiddenException } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { CurrentContext, CurrentLoaders } from '../context/current.decorators.js';
import type { Loaders } from '../context/loaders.js';
import type { RequestContext } from '../context/request-context.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { EventBus } from '../events/event-bus.js';
import { mapEvents } from '../events/event-queue.js';
import { decodeCursor, encodeCursor, pageSize } from '../graphql/cursor.js';
import { NotFound } from '../graphql/shared.graphql-types.js';
import { mayDo } from '../permissions/permissions.js';
import { RequirePermission } from '../permissions/require-permission.decorator.js';
import { JobQueue } from './job-queue.js';
import { JobStore, jobTopic } from './job-store.js';
import { CancelJobResult, Job, JobConnection } from './job.graphql-types.js';
import { jobOf, jobStarted } from './job.mapper.js';
import { JobsArgs } from './jobs.args.js';

@Resolver(() => Job)
export class JobResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly store: JobStore,
    private readonly queue: JobQueue,
    private readonly events: EventBus,
  ) {}

  @Query(() => Job, { nullable: true })
  @RequirePermission('job.read')
  job(@CurrentContext() context: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<Job | null> {
    return this.find(context, id);
  }

  @Query(() => JobConnection)
  @RequirePermission('job.read')
  async jobs(@CurrentContext() context: RequestContext, @Args() args: JobsArgs): Promise<JobConnection> {
    const first = pageSize(args.first, 100);
    const afterId = args.after ? (decodeCursor(args.after, 1)?.[0] ?? null) : null;
    const rows = await this.database.withTenant(context, (tx) =>
      this.store.page(tx, context, { first: first + 1, afterId, kind: args.kind ?? null }),
    );
    const edges = rows.slice(0, first).map((row) => ({ node: jobOf(row), cursor: encodeCursor([row.id]) }));
    return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  @ResolveField(() => String)
  async requestedBy(
    @Parent() job: Job,
    @CurrentContext() context: RequestContext,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<string> {
    if (!job.requestedById) return 'Yotei';
    const names = loaders.get('user-names', (ids) => this.namesOf(context, ids));
    return (await names.load(job.requestedById)) ?? '';
  }

  @ResolveField(() => Boolean, { description: 'Whether who asks may stop it: their own, and planners any.' })
  mayStop(@Parent() job: Job, @CurrentContext() context: RequestContext): boolean {
    return mayStop(context, job.requestedById);
  }

  @Mutation(() => CancelJobResult, { description: 'One of their own; planners any.' })
  @RequirePermission('job.cancel')
  async cancelJob(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof CancelJobResult> {
    if (!mayDo(context, 'job.cancel-any')) {
      const job = await this.find(context, id);
      if (job && !mayStop(context, job.requestedById)) throw new ForbiddenException();
    }
    const row = await this.queue.cancel(context, id);
    return row ? jobStarted(row) : NotFound.of('job');
  }

  /** The job as it is now, then after each change; a page that opens late sees the last state first. */
  @Subscription(() => Job, { resolve: (job: Job) => job })
  @RequirePermission('job.read')
  async jobChanged(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AsyncIterableIterator<Job>> {
    const source = await this.events.iterateFromNow(context, jobTopic(id));
    return mapEvents(source, () => this.find(context, id));
  }

  private find(context: RequestContext, id: string): Promise<Job | null> {
    return this.database.withTenant(context, async (tx) => {
      const row = await this.store.find(tx, context, id);
      return row && jobOf(row);
    });
  }

  private async namesOf(context: RequestContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read<{ id: string; name: string }>(
      context,
      'select id, display_name as name from users where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

function mayStop(context: RequestContext, requestedById: string | null): boolean {
  if (mayDo(context, 'job.cancel-any')) return true;
  return mayDo(context, 'job.cancel') && requestedById !== null && requestedById === context.userId;
}
