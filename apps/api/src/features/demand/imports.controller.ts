import {
  Controller,
  Get,
  HttpCode,
  NotFoundException,
  Param,
  ParseUUIDPipe,
  PayloadTooLargeException,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { csvLine } from '../../platform/http/csv-text.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { ImportRepository } from './imports.repository.js';
import { UploadService, type UploadedFile } from './upload.service.js';

/** Rejects given as a file; the run's counts tell how many there were in all. */
const MOST_REJECTS = 100_000;

/** Files come and go over plain HTTP, because GraphQL has no streams. */
@Controller('api/imports')
export class ImportsController {
  constructor(
    private readonly uploads: UploadService,
    private readonly imports: ImportRepository,
  ) {}

  /** The body is the file itself (`application/octet-stream`), its name stands percent-encoded in `x-file-name`. */
  @Post('uploads')
  @HttpCode(200)
  @RequirePermission('demand.import')
  async upload(@CurrentContext() context: RequestContext, @Req() request: Request): Promise<UploadedFile> {
    const outcome = await this.uploads.upload(context, fileNameOf(request), request);
    if (outcome.kind === 'too-large')
      throw new PayloadTooLargeException(`a file may have at most ${outcome.limitBytes} bytes`);
    return outcome.file;
  }

  @Get(':id/rejects.csv')
  @RequirePermission('demand.import')
  async rejects(
    @CurrentContext() context: RequestContext,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const run = await this.imports.byId(context, id);
    if (!run) throw new NotFoundException();
    response.setHeader('content-type', 'text/csv; charset=utf-8');
    response.setHeader('content-disposition', `attachment; filename="rejects-${id}.csv"`);
    response.write('record,column,code,message,raw\r\n');
    for (const { record, column, code, message, raw } of await this.imports.rejects(context, id, MOST_REJECTS)) {
      response.write(csvLine([String(record), column, code, message, raw]));
    }
    response.end();
  }
}

function fileNameOf(request: Request): string {
  const encoded = request.headers['x-file-name'];
  try {
    return (typeof encoded === 'string' && decodeURIComponent(encoded).trim().slice(0, 200)) || 'upload.csv';
  } catch {
    return 'upload.csv';
  }
}
