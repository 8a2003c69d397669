import { Injectable } from '@nestjs/common';
import { JobDefinition, type JobOutcome, type JobRun, type JsonValue } from '../../../platform/jobs/job-definition.js';
import { AdherenceHistoryService } from '../adherence/adherence-history.service.js';
import { effectOf } from '../adherence/adherence.mapper.js';
import { ExceptionsRepository, type ExceptionScope } from '../adherence/exceptions.repository.js';

export const EXCUSE_TRIAL = 'adherence-excuse-trial';

export type ExcuseTrialInput = {
  readonly scope: { readonly kind: ExceptionScope['kind']; readonly id: string | null };
  readonly startAt: number;
  readonly endAt: number;
};

/** What excusing many agents would change, with progress; changes nothing. */
@Injectable()
export class ExcuseTrialJob extends JobDefinition<ExcuseTrialInput> {
  readonly kind = EXCUSE_TRIAL;

  constructor(
    private readonly exceptions: ExceptionsRepository,
    private readonly history: AdherenceHistoryService,
  ) {
    super();
  }

  async run({ scope, ...span }: ExcuseTrialInput, { context, progress, signal }: JobRun): Promise<JobOutcome> {
    const meant = await this.exceptions.agentsOf(context, scope);
    const agentIds = await this.exceptions.scheduled(context, span, meant);
    const effect = await this.history.effect(context, span, {
      agentIds,
      onProgress: (fraction) => {
        signal.throwIfAborted();
        progress(fraction);
      },
    });
    return { result: effectOf(effect) as unknown as JsonValue };
  }
}
