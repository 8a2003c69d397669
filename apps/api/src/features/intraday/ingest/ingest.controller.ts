import { BadRequestException, Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { MalformedBatch } from '@yotei/connectors';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { IngestService, type StatesTaken } from './ingest.service.js';
import { IntervalActualsService, type ActualsTaken } from './interval-actuals.service.js';

/** Where other systems send, because the world expects plain HTTP there. `v1` stays as it is; additions are optional. */
@Controller('api/v1')
export class IngestController {
  constructor(
    private readonly states: IngestService,
    private readonly actuals: IntervalActualsService,
  ) {}

  /** Up to 1,000 events; an empty list is a heartbeat. */
  @Post('agent-states')
  @HttpCode(200)
  @RequirePermission('states.ingest')
  async agentStates(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<StatesTaken> {
    return taken(await this.states.take(context, body));
  }

  /** Up to 1,000 intervals, each told as a whole as far as it is known. */
  @Post('interval-actuals')
  @HttpCode(200)
  @RequirePermission('actuals.ingest')
  async intervalActuals(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<ActualsTaken> {
    return taken(await this.actuals.take(context, body));
  }
}

function taken<Taken>(outcome: Taken | MalformedBatch): Taken {
  if (isMalformed(outcome)) {
    const { path, message } = outcome;
    throw new BadRequestException({ code: 'MALFORMED', path, message: `${path || 'body'} ${message}` });
  }
  return outcome;
}

function isMalformed(outcome: unknown): outcome is MalformedBatch {
  return (outcome as { kind?: unknown }).kind === 'malformed';
}
