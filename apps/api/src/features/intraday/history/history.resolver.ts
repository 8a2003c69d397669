import { Args, Query, Resolver } from '@nestjs/graphql';
import { addDays } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput } from '../../../platform/graphql/shared.graphql-types.js';
import { mayDo } from '../../../platform/permissions/permissions.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { AdherenceSumsRepository, type SumsWanted } from './adherence-sums.repository.js';
import { AdherenceHistoryArgs, AdherenceHistoryResult, AgentAdherenceHistoryResult } from './history.graphql-types.js';
import { agentHistoryOf, historyOf } from './history.mapper.js';

const MOST_DAYS = 800;
/** Who may not see people sees no smaller group either. */
const SMALLEST_TEAM = 5;

/** Adherence and conformance of days that are over. */
@Resolver()
export class AdherenceHistoryResolver {
  constructor(private readonly sums: AdherenceSumsRepository) {}

  @Query(() => AdherenceHistoryResult, {
    description: `By team and day. Without the permission intraday.read, teams of fewer than ${SMALLEST_TEAM} judged agents on a day are left out.`,
  })
  @RequirePermission('adherence.read')
  async adherenceHistory(
    @CurrentContext() context: RequestContext,
    @Args() args: AdherenceHistoryArgs,
  ): Promise<typeof AdherenceHistoryResult> {
    const wanted = wantedOf(args);
    if (wanted instanceof InvalidInput) return wanted;
    const rows = await this.sums.byTeamAndDay(context, wanted);
    const mayPeople = mayDo(context, 'intraday.read');
    return historyOf(mayPeople ? rows : rows.filter(({ agents }) => agents >= SMALLEST_TEAM));
  }

  @Query(() => AgentAdherenceHistoryResult, { description: 'By agent, over the whole range.' })
  @RequirePermission('intraday.read')
  async agentAdherenceHistory(
    @CurrentContext() context: RequestContext,
    @Args() args: AdherenceHistoryArgs,
  ): Promise<typeof AgentAdherenceHistoryResult> {
    const wanted = wantedOf(args);
    return wanted instanceof InvalidInput ? wanted : agentHistoryOf(await this.sums.byAgent(context, wanted));
  }
}

function wantedOf({ fromOn, days, teamId = null }: AdherenceHistoryArgs): SumsWanted | InvalidInput {
  if (days < 1 || days > MOST_DAYS) return InvalidInput.of('days', `days (${days}) must be 1 to ${MOST_DAYS}`);
  return { fromOn, untilOn: addDays(fromOn, days), teamId };
}
