import {
  BadRequestException,
  Controller,
  Get,
  NotFoundException,
  Param,
  ParseUUIDPipe,
  Query,
  Res,
} from '@nestjs/common';
import { isLocalDate } from '@yotei/time';
import type { Response } from 'express';
import { Clock } from '../../platform/clock/clock.js';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { REPORT_FORMATS, ReportFiles, type ReportFormat } from './report-files.js';
import { ReportSubjects, type ReportSubjectRef } from './report-subjects.service.js';

/** Reports as files, over plain HTTP because GraphQL has none. */
@Controller('api/reports')
export class ReportFilesController {
  constructor(
    private readonly subjects: ReportSubjects,
    private readonly files: ReportFiles,
    private readonly clock: Clock,
  ) {}

  @Get('dashboards/:id')
  @RequirePermission('reports.read')
  dashboard(
    @CurrentContext() context: RequestContext,
    @Param('id', ParseUUIDPipe) dashboardId: string,
    @Query() query: Record<string, unknown>,
    @Res() response: Response,
  ): Promise<void> {
    return this.answer(context, { subject: 'dashboard', dashboardId }, query, response);
  }

  @Get('daily/:on')
  @RequirePermission('reports.read')
  daily(
    @CurrentContext() context: RequestContext,
    @Param('on') on: string,
    @Query() query: Record<string, unknown>,
    @Res() response: Response,
  ): Promise<void> {
    if (!isLocalDate(on)) throw new BadRequestException('the day must be YYYY-MM-DD');
    return this.answer(context, { subject: 'daily', on }, query, response);
  }

  private async answer(
    context: RequestContext,
    of: ReportSubjectRef,
    query: Record<string, unknown>,
    response: Response,
  ): Promise<void> {
    const format = query['format'];
    if (!isFormat(format)) throw new BadRequestException('format must be pdf or csv');
    const content = await this.subjects.content(context, of);
    if (!content) throw new NotFoundException();
    const language = query['language'] === 'ja' ? 'ja' : 'en';
    const file = await this.files.file(context, content, { format, language, at: this.clock.now() });
    response.set('content-disposition', `attachment; filename="${file.name}"`);
    response.set('cache-control', 'private, no-store');
    response.type(file.type).send(file.content);
  }
}

const isFormat = (text: unknown): text is ReportFormat =>
  typeof text === 'string' && Object.hasOwn(REPORT_FORMATS, text);
