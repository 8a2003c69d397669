import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { FactSource, type SourceRange, type SourceRow } from './fact-source.js';
import { PublishedWeeksRepository } from './published-weeks.repository.js';
import { WeekSumsService } from './week-sums.service.js';

/** Published rosters against the requirement, by queue and day. */
@Injectable()
export class CoverageSource extends FactSource {
  readonly source = 'coverage';

  constructor(
    private readonly sums: WeekSumsService,
    private readonly kept: PublishedWeeksRepository,
  ) {
    super();
  }

  async rows(context: RequestContext, range: SourceRange): Promise<SourceRow[]> {
    await this.sums.freshen(context, range);
    const days = await this.kept.coverage(context, range);
    return days.map(({ queueId, on, ...facts }) => ({ queueId, teamId: null, on, facts, hasContacts: true }));
  }
}

/** Bands of teams, told on the first day of each published week; small groups are not in it. */
@Injectable()
export class WellbeingSource extends FactSource {
  readonly source = 'wellbeing';

  constructor(
    private readonly sums: WeekSumsService,
    private readonly kept: PublishedWeeksRepository,
  ) {
    super();
  }

  async rows(context: RequestContext, range: SourceRange): Promise<SourceRow[]> {
    await this.sums.freshen(context, range);
    const weeks = await this.kept.wellbeing(context, range);
    return weeks.map(({ teamId, on, ...facts }) => ({ queueId: null, teamId, on, facts, hasContacts: true }));
  }
}
