import { once } from 'node:events';
import { Controller, Get, HttpException, Inject, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import { addDays, daysBetween, isLocalDate, localDateOf } from '@yotei/time';
import type { Request, Response } from 'express';
import { SETTINGS, type Settings } from '../../../config/settings.js';
import { Clock } from '../../../platform/clock/clock.js';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { RateLimiter } from '../../../platform/rate-limit/rate-limiter.js';
import { csvLine } from '../../../platform/http/csv-text.js';
import { odataMetadata, odataServiceDocument } from './odata-metadata.js';
import { readODataQuery, type ViewQuery } from './odata-query.js';
import { ReportRowsRepository } from './report-rows.repository.js';
import { viewNamed, type ReportView } from './report-views.js';

const PAGE_ROWS = 5000;
const MOST_REQUESTS = 300;
const WINDOW_SECONDS = 60;
const LONGEST_DAYS = 1100;
const STANDARD_DAYS = 28;
const ROOT = '/bi/v1/odata';

/** Tables for BI tools, by API key: CSV by days, and OData 4.0 so that Power BI and Excel read them as they are. */
@Controller('bi/v1')
export class BiController {
  constructor(
    private readonly rows: ReportRowsRepository,
    private readonly limits: RateLimiter,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** `from` and `to` are local days, `to` the first day after; left out: the last four weeks. */
  @Get(':file')
  @RequirePermission('reports.export')
  async csv(
    @CurrentContext() context: RequestContext,
    @Param('file') file: string,
    @Query() query: Record<string, unknown>,
    @Res() response: Response,
  ): Promise<void> {
    if (file === 'odata') return this.answerOData(context, response, () => this.serviceDocument(response));
    const view = /^\w+\.csv$/.test(file) ? viewNamed(file.slice(0, -4)) : null;
    if (!view) throw new NotFoundException(`no view is called ${file}`);
    await this.hit(context);
    const toOn = dayOf('to', query['to'], addDays(localDateOf(this.clock.now(), 'UTC'), 1));
    const fromOn = dayOf('from', query['from'], addDays(toOn, -STANDARD_DAYS));
    const days = daysBetween(fromOn, toOn);
    if (days < 1 || days > LONGEST_DAYS)
      throw new HttpException(`from and to must span 1 to ${LONGEST_DAYS} days`, 400);
    const names = Object.keys(view.columns);
    response.set('content-disposition', `attachment; filename="${view.name}.csv"`);
    response.set('cache-control', 'private, no-store');
    response.type('text/csv; charset=utf-8').write(csvLine(names));
    await this.rows.stream(context, { view, fromOn, toOn }, async (batch) => {
      const text = batch.map((row) => csvLine(names.map((name) => row[name] ?? null))).join('');
      if (!response.write(text)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
      return !response.destroyed;
    });
    response.end();
  }

  @Get('odata/:name')
  @RequirePermission('reports.export')
  async odata(
    @CurrentContext() context: RequestContext,
    @Param('name') name: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.answerOData(context, response, async () => {
      if (name === '$metadata') return void response.type('application/xml').send(odataMetadata());
      const view = viewNamed(name);
      if (!view) return refuse(response, 404, `no view is called ${name}`);
      const read = readODataQuery(view, request.query);
      if (read.kind === 'refused') return refuse(response, 400, `${read.option} ${read.message}`);
      response.json(await this.page(context, view, read.query, request));
    });
  }

  private async answerOData(context: RequestContext, response: Response, answer: () => Promise<void>): Promise<void> {
    await this.hit(context);
    response.set({ 'odata-version': '4.0', 'cache-control': 'private, no-store' });
    await answer();
  }

  private async serviceDocument(response: Response): Promise<void> {
    response.json(odataServiceDocument(this.root()));
  }

  private async page(context: RequestContext, view: ReportView, query: ViewQuery, request: Request): Promise<object> {
    const limit = Math.min(query.top ?? Number.POSITIVE_INFINITY, PAGE_ROWS);
    const rows = await this.rows.page(context, view, { ...query, limit: limit + 1 });
    const value = rows.slice(0, limit);
    const left = query.top === null ? null : query.top - value.length;
    const hasNext = rows.length > limit && left !== 0;
    return {
      '@odata.context': `${this.root()}/$metadata#${view.name}`,
      ...(query.count ? { '@odata.count': await this.rows.count(context, view, query) } : {}),
      value,
      ...(hasNext
        ? { '@odata.nextLink': this.nextLink(view, request, { skip: query.skip + value.length, top: left }) }
        : {}),
    };
  }

  private nextLink(view: ReportView, request: Request, { skip, top }: { skip: number; top: number | null }): string {
    const url = new URL(`${this.root()}/${view.name}`);
    for (const [name, value] of Object.entries(request.query)) url.searchParams.set(name, `${value}`);
    url.searchParams.set('$skip', `${skip}`);
    if (top !== null) url.searchParams.set('$top', `${top}`);
    return url.href;
  }

  private root(): string {
    return new URL(ROOT, this.settings.YOTEI_PUBLIC_URL).href;
  }

  private async hit({ organisationId }: RequestContext): Promise<void> {
    const limit = { key: `bi:${organisationId}`, most: MOST_REQUESTS, windowSeconds: WINDOW_SECONDS };
    const wait = await this.limits.hit(limit);
    if (wait !== null) throw new HttpException(`too many requests; again in ${wait} s`, 429);
  }
}

/** As OData says errors (OData JSON Format 4.0, section 21.1). */
function refuse(response: Response, status: number, message: string): void {
  response.status(status).json({ error: { code: status === 404 ? 'NotFound' : 'BadRequest', message } });
}

function dayOf(name: string, given: unknown, standard: string): string {
  if (given === undefined || given === '') return standard;
  if (typeof given === 'string' && isLocalDate(given)) return given;
  throw new HttpException(`${name} must be a day YYYY-MM-DD`, 400);
}
