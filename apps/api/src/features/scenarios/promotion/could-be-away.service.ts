import { Injectable } from '@nestjs/common';
import type { LocalisedText } from '@yotei/scheduling/staffing';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { AgentsService, type Agent } from '../../organisation/index.js';
import { EnteredTimeOff } from '../../time-off/entered-time-off.service.js';
import type { PromotionPlan } from './promotion-plan.js';

/** People by name, and the kinds of time off they could have; neither where no change is an absence. */
export interface CouldBeAway {
  readonly agents: readonly Agent[];
  readonly kinds: readonly { readonly code: string; readonly title: LocalisedText }[];
}

/** Who may be named for an absence that says only how many. */
@Injectable()
export class CouldBeAwayService {
  constructor(
    private readonly agents: AgentsService,
    private readonly timeOff: EnteredTimeOff,
  ) {}

  async of(context: RequestContext, { lines }: PromotionPlan): Promise<CouldBeAway> {
    if (lines.every(({ absent }) => !absent)) return { agents: [], kinds: [] };
    return { agents: await this.agents.all(context), kinds: await this.timeOff.types(context) };
  }
}
