import { Injectable } from '@nestjs/common';
import { addDays, localDateOf, startOfLocalDay, type LocalDate } from '@yotei/time';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { AgentsService, type Agent } from '../../organisation/index.js';
import type { KeptDay } from './adherence-days.repository.js';
import { AdherenceHistoryService, type OpenedDay } from './adherence-history.service.js';
import { ExceptionsRepository, type ExceptionRow } from './exceptions.repository.js';

export interface DayWithExceptions {
  readonly opened: OpenedDay;
  readonly exceptions: readonly ExceptionRow[];
}

export interface OwnAdherence {
  readonly agent: Agent;
  readonly days: readonly KeptDay[];
  readonly exceptions: readonly ExceptionRow[];
}

/** Four weeks are what an agent can still remember. */
const OWN_DAYS = 28;

/** Days with what was explained of them: of any agent for those who lead, of oneself for agents. */
@Injectable()
export class AdherenceDayService {
  constructor(
    private readonly history: AdherenceHistoryService,
    private readonly exceptions: ExceptionsRepository,
    private readonly people: AgentsService,
    private readonly clock: Clock,
  ) {}

  async open(context: RequestContext, agentId: string, on: LocalDate): Promise<DayWithExceptions | null> {
    const opened = await this.history.day(context, agentId, on);
    if (!opened) return null;
    const { day } = opened.agentDay;
    return { opened, exceptions: await this.exceptions.within(context, day, agentId) };
  }

  /** The reader's own day. Null for who is no agent. */
  async openOwn(context: RequestContext, on: LocalDate): Promise<DayWithExceptions | null> {
    const agent = await this.self(context);
    return agent && this.open(context, agent.id, on);
  }

  /** The reader's own last weeks, today included. Null for who is no agent. */
  async own(context: RequestContext): Promise<OwnAdherence | null> {
    const agent = await this.self(context);
    if (!agent) return null;
    const today = localDateOf(this.clock.now(), agent.zone);
    const span = { fromOn: addDays(today, 1 - OWN_DAYS), untilOn: addDays(today, 1) };
    const instants = {
      startAt: startOfLocalDay(span.fromOn, agent.zone),
      endAt: startOfLocalDay(span.untilOn, agent.zone),
    };
    return {
      agent,
      days: await this.history.kept(context, [agent.id], span),
      exceptions: await this.exceptions.within(context, instants, agent.id),
    };
  }

  private async self(context: RequestContext): Promise<Agent | null> {
    return context.userId ? this.people.ofUser(context, context.userId) : null;
  }
}
