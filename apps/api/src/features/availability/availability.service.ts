import { Injectable } from '@nestjs/common';
import type { AvailabilityException } from '@yotei/scheduling/roster';
import { addDays, isLocalDate, localDateOf } from '@yotei/time';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import type { Agent } from '../organisation/index.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import {
  AvailabilityRepository,
  type JudgedWish,
  type RankedWish,
  type Window,
  type Wish,
} from './availability.repository.js';
import { AvailabilityExceptionsService } from './availability-exceptions.service.js';
import { MOST_WISHES } from './wish-budget.js';

export interface OwnAvailability {
  readonly wishes: readonly RankedWish[];
  /** Of the last twelve weeks, latest first. */
  readonly judged: readonly JudgedWish[];
  readonly windows: readonly Window[];
  readonly exceptions: readonly AvailabilityException[];
  /** Least minutes a week the windows must leave for the contract. */
  readonly neededMinutes: number;
}

export interface AvailabilityFault {
  readonly kind: 'invalid';
  readonly path: string;
  readonly message: string;
}

const WEEKS_JUDGED = 12;
const isMinute = (value: number | null, most = 1439): value is number =>
  value !== null && Number.isInteger(value) && value >= 0 && value <= most;

/** When an agent can work and would like to. Takes effect on weeks that are planned from then on. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
    private readonly organisation: OrganisationService,
    private readonly own: AvailabilityRepository,
    private readonly dates: AvailabilityExceptionsService,
    private readonly clock: Clock,
  ) {}

  /** Null for who is no agent. */
  async mine(context: RequestContext): Promise<OwnAvailability | null> {
    return this.database.withTenant(context, async () => {
      const agent = await this.agentOf(context);
      if (!agent) return null;
      const today = localDateOf(this.clock.now(), agent.zone);
      const span = { fromOn: addDays(today, -7 * WEEKS_JUDGED), untilOn: today };
      return {
        wishes: await this.own.wishes(context, agent.id),
        judged: await this.own.judged(context, { agentId: agent.id, zone: agent.zone, ...span }),
        windows: agent.availability,
        exceptions: await this.dates.of(context, agent),
        neededMinutes: await this.neededMinutes(context, agent),
      };
    });
  }

  async saveWishes(context: RequestContext, wishes: readonly Wish[]): Promise<OwnAvailability | AvailabilityFault> {
    return this.database.withTenant(context, async () => {
      const agent = await this.agentOf(context);
      if (!agent) return { kind: 'invalid', path: 'agent', message: 'only agents have wishes' };
      const today = localDateOf(this.clock.now(), agent.zone);
      if (wishes.length > MOST_WISHES)
        return { kind: 'invalid', path: 'wishes', message: `at most ${MOST_WISHES} wishes` };
      const fault = wishes.map((wish, index) => faultOf(wish, index, today)).find((found) => found !== null);
      if (fault) return fault;
      await this.own.saveWishes(context, agent.id, wishes, today);
      return (await this.mine(context))!;
    });
  }

  /** Windows on the site's clock; none means always. They must leave room for the hours of the contract. */
  async saveWindows(context: RequestContext, windows: readonly Window[]): Promise<OwnAvailability | AvailabilityFault> {
    return this.database.withTenant(context, async () => {
      const agent = await this.agentOf(context);
      if (!agent) return { kind: 'invalid', path: 'agent', message: 'only agents have availability' };
      for (const [index, { weekday, fromMinute, untilMinute }] of windows.entries())
        if (!(
          weekday >= 1 &&
          weekday <= 7 &&
          isMinute(fromMinute) &&
          isMinute(untilMinute, 2880) &&
          untilMinute > fromMinute
        ))
          return {
            kind: 'invalid',
            path: `windows[${index}]`,
            message: 'give a weekday of 1 to 7, and an end after the start',
          };
      const needed = await this.neededMinutes(context, agent);
      const given = windows.reduce((sum, { fromMinute, untilMinute }) => sum + untilMinute - fromMinute, 0);
      if (windows.length > 0 && given < needed)
        return {
          kind: 'invalid',
          path: 'windows',
          message: `${given} minutes a week are less than the ${needed} of the contract`,
        };
      await this.own.saveWindows(context, agent.id, windows);
      return (await this.mine(context))!;
    });
  }

  /** One-off dates from today on anew. */
  async saveExceptions(
    context: RequestContext,
    exceptions: readonly AvailabilityException[],
  ): Promise<OwnAvailability | AvailabilityFault> {
    return this.database.withTenant(context, async () => {
      const agent = await this.agentOf(context);
      if (!agent) return { kind: 'invalid', path: 'agent', message: 'only agents have availability' };
      const neededMinutes = await this.neededMinutes(context, agent);
      return (await this.dates.save(context, { agent, neededMinutes, exceptions })) ?? (await this.mine(context))!;
    });
  }

  private agentOf(context: RequestContext): Promise<Agent | null> {
    return context.userId ? this.people.ofUser(context, context.userId) : Promise.resolve(null);
  }

  private async neededMinutes(context: RequestContext, agent: Agent): Promise<number> {
    return (await this.organisation.contracts(context)).find(({ id }) => id === agent.contractId)!.weeklyMinutesMin;
  }
}

function faultOf({ kind, on, fromMinute, untilMinute }: Wish, index: number, today: string): AvailabilityFault | null {
  const fault = (field: string, message: string): AvailabilityFault => ({
    kind: 'invalid',
    path: `wishes[${index}].${field}`,
    message,
  });
  if (on !== null && (!isLocalDate(on) || on < today)) return fault('on', 'choose a day from today on');
  if (kind === 'day-off' || kind === 'day-on') return on === null ? fault('on', 'this wish needs its day') : null;
  if (kind !== 'start-between' && kind !== 'end-between')
    return fault('kind', 'choose day-off, day-on, start-between or end-between');
  // A shift may end after midnight of the day it starts on.
  const latest = kind === 'end-between' ? 2879 : 1440;
  return isMinute(fromMinute, latest) && isMinute(untilMinute, latest) && untilMinute > fromMinute
    ? null
    : fault('untilMinute', 'a time needs from and until, the later one last');
}
