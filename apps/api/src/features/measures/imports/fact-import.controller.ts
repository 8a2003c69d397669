import { BadRequestException, Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { FactImportService, type FactsTaken } from './fact-import.service.js';

/** Where survey and ticket systems send, because the world expects plain HTTP there. `v1` stays as it is. */
@Controller('api/v1')
export class FactImportController {
  constructor(private readonly imports: FactImportService) {}

  /** Up to 1,000 facts; told again, a fact replaces what its source said before. */
  @Post('measure-facts')
  @HttpCode(200)
  @RequirePermission('measures.ingest')
  async measureFacts(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<FactsTaken> {
    const taken = await this.imports.take(context, body);
    if (taken.kind === 'taken') return taken;
    const { path, message } = taken;
    throw new BadRequestException({ code: 'MALFORMED', path, message: `${path || 'body'} ${message}` });
  }
}
