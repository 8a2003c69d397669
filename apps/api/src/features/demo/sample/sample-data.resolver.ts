import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { jobStarted } from '../../../platform/jobs/job.mapper.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import {
  FillSampleDataResult,
  RemoveSampleDataResult,
  SampleData,
  SampleDataInUse,
  SampleDataRemoved,
  SampleDataState,
} from './sample-data.graphql-types.js';
import { SampleDataService, type SampleState } from './sample-data.service.js';

@Resolver()
export class SampleDataResolver {
  constructor(private readonly samples: SampleDataService) {}

  @Query(() => SampleData)
  @RequirePermission('organisation.edit')
  async sampleData(@CurrentContext() context: RequestContext): Promise<SampleData> {
    return sampleOf(await this.samples.state(context));
  }

  @Mutation(() => FillSampleDataResult)
  @RequirePermission('organisation.edit')
  async fillSampleData(
    @CurrentContext() context: RequestContext,
    @Args('language', { type: () => String, description: 'en or ja: in which language the names are marked.' })
    language: string,
  ): Promise<typeof FillSampleDataResult> {
    if (language !== 'en' && language !== 'ja') return InvalidInput.of('language', 'en or ja');
    const started = await this.samples.start(context, language);
    return started.kind === 'started'
      ? jobStarted(started.job)
      : InvalidInput.of('', 'sample data is for an organisation without agents and queues');
  }

  @Mutation(() => RemoveSampleDataResult)
  @RequirePermission('organisation.edit')
  async removeSampleData(@CurrentContext() context: RequestContext): Promise<typeof RemoveSampleDataResult> {
    const removed = await this.samples.remove(context);
    switch (removed.kind) {
      case 'removed':
        return Object.assign(new SampleDataRemoved(), { agentCount: removed.agentCount });
      case 'in-use':
        return Object.assign(new SampleDataInUse(), {
          message: 'things of your own lean on the sample data; change those first',
          uses: [...removed.uses],
        });
      case 'filling':
        return InvalidInput.of('', 'the sample data is still being filled in; stop that first');
      case 'none':
        return NotFound.of('sample data');
    }
  }
}

function sampleOf(found: SampleState): SampleData {
  const empty = { mayFill: false, jobId: null, filledAt: null, agentCount: 0, queueCount: 0, uses: [] };
  if (found.kind === 'none') return { ...empty, state: SampleDataState.NONE, mayFill: found.mayFill };
  const { rows, jobId, filledAt } = found.sample;
  return {
    ...{ ...empty, jobId, filledAt, state: found.kind as SampleDataState, uses: [...found.uses] },
    ...{ agentCount: rows.agents?.length ?? 0, queueCount: rows.queues?.length ?? 0 },
  };
}
