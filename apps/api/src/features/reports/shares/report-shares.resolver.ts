import { ParseUUIDPipe } from '@nestjs/common';
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { GraphqlContext } from '../../../platform/context/graphql-context.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { AllowAnonymous, RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import {
  ReportShare,
  ReportShareCreated,
  ReportShareRevoked,
  RevokeReportShareResult,
  SharedReport,
  SharedReportResult,
  ShareReportResult,
  TooManyReads,
} from './report-shares.graphql-types.js';
import { ReportShareService } from './report-shares.service.js';

@Resolver()
export class ReportSharesResolver {
  constructor(private readonly shares: ReportShareService) {}

  @Query(() => [ReportShare], { description: 'Those in force first.' })
  @RequirePermission('reports.share')
  reportShares(@CurrentContext() context: RequestContext): Promise<ReportShare[]> {
    return this.shares.all(context);
  }

  @Mutation(() => ShareReportResult, { description: 'Of a dashboard, or of the report of a day.' })
  @RequirePermission('reports.share')
  async shareReport(
    @CurrentContext() context: RequestContext,
    @Args('days', { type: () => Int }) days: number,
    @Args('dashboardId', { type: () => ID, nullable: true }) dashboardId?: string,
    @Args('on', { type: () => LocalDateScalar, nullable: true }) on?: LocalDate,
  ): Promise<typeof ShareReportResult> {
    if ((dashboardId == null) === (on == null)) return InvalidInput.of('on', 'either a dashboard or a day');
    const of =
      dashboardId == null ? ({ subject: 'daily', on: on! } as const) : ({ subject: 'dashboard', dashboardId } as const);
    const created = await this.shares.create(context, of, days);
    switch (created.kind) {
      case 'created':
        return Object.assign(new ReportShareCreated(), { share: created.share, path: `/shared/${created.token}` });
      case 'invalid':
        return InvalidInput.of(created.path, created.message);
      case 'not-found':
        return NotFound.of('report');
    }
  }

  @Mutation(() => RevokeReportShareResult, { description: 'Works at once.' })
  @RequirePermission('reports.share')
  async revokeReportShare(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<typeof RevokeReportShareResult> {
    const share = await this.shares.revoke(context, id);
    return share ? Object.assign(new ReportShareRevoked(), { share }) : NotFound.of('link');
  }

  /** The secret is all its reader knows; it comes in the body, so that no log holds it. */
  @Query(() => SharedReportResult)
  @AllowAnonymous()
  async sharedReport(
    @Args('token', { type: () => String }) token: string,
    @Context() { request, requestId }: GraphqlContext,
  ): Promise<typeof SharedReportResult> {
    const opened = await this.shares.open(token, { address: request.socket.remoteAddress ?? '', requestId });
    switch (opened.kind) {
      case 'report':
        return Object.assign(new SharedReport(), { content: opened.content, expiresAt: opened.expiresAt });
      case 'too-many':
        return Object.assign(new TooManyReads(), { waitSeconds: opened.waitSeconds });
      case 'not-found':
        return NotFound.of('report');
    }
  }
}
