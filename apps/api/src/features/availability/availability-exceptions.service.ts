import { Injectable } from '@nestjs/common';
import type { AvailabilityException } from '@yotei/scheduling/roster';
import { addDays, instantOfLocal, localDateOf, type Interval, type LocalDate } from '@yotei/time';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import type { Agent } from '../organisation/index.js';
import { AvailabilityExceptionRepository } from './availability-exceptions.repository.js';
import type { AvailabilityFault } from './availability.service.js';
import { exceptionFault } from './exception-faults.js';

const sameHours = (a: AvailabilityException, b: AvailabilityException): boolean =>
  a.on === b.on && a.canWork === b.canWork && a.fromMinute === b.fromMinute && a.untilMinute === b.untilMinute;

function spanOf({ on, fromMinute, untilMinute }: AvailabilityException, zone: string): Interval {
  const instant = (minute: number) => instantOfLocal(addDays(on, Math.floor(minute / 1440)), minute % 1440, zone);
  return { startAt: instant(fromMinute), endAt: instant(untilMinute) };
}

/** One-off dates of an agent: "not on the twelfth after three", "can work this Sunday". */
@Injectable()
export class AvailabilityExceptionsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly dates: AvailabilityExceptionRepository,
    private readonly clock: Clock,
  ) {}

  /** From today on. */
  async of(context: RequestContext, agent: Agent): Promise<AvailabilityException[]> {
    return this.dates.from(context, agent.id, this.todayOf(agent));
  }

  /** The dates ahead anew; null when they were kept. A published shift is not undone by saying no afterwards. */
  async save(
    context: RequestContext,
    order: { agent: Agent; neededMinutes: number; exceptions: readonly AvailabilityException[] },
  ): Promise<AvailabilityFault | null> {
    return this.database.withTenant(context, async () => {
      const { agent, neededMinutes, exceptions } = order;
      const fromOn = this.todayOf(agent);
      const fault = exceptionFault(exceptions, { todayOn: fromOn, windows: agent.availability, neededMinutes });
      if (fault) return { kind: 'invalid', ...fault };
      const known = await this.dates.from(context, agent.id, fromOn);
      for (const [index, one] of exceptions.entries()) {
        if (one.canWork || known.some((other) => sameHours(one, other))) continue;
        if (await this.dates.worksIn(context, agent.id, spanOf(one, agent.zone)))
          return {
            kind: 'invalid',
            path: `exceptions[${index}].published`,
            message: 'a published shift lies in these hours; exchange it or ask for time off',
          };
      }
      await this.dates.replaceFrom(context, { agentId: agent.id, fromOn, exceptions });
      return null;
    });
  }

  private todayOf(agent: Agent): LocalDate {
    return localDateOf(this.clock.now(), agent.zone);
  }
}
