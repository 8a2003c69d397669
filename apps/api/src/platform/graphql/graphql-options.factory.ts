import { Inject, Injectable } from '@nestjs/common';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { Request, Response } from 'express';
import { SETTINGS, type Settings } from '../../config/settings.js';
import type { GraphqlContext } from '../context/graphql-context.js';
import { Loaders } from '../context/loaders.js';
import { RequestIdentity, requestIdOf } from '../context/request-identity.js';
import { formatGraphqlError } from '../errors/graphql-errors.js';
import { LOGGER, type Logger } from '../observability/logger.js';
import { Metrics } from '../observability/metrics.js';
import { compiledQueries } from './compiled-queries.plugin.js';
import { queryLimits } from './limits.js';
import { errorReporter, observeOperations } from './observe-operations.plugin.js';

/** Apollo as we run it over HTTP. Subscriptions have a server of their own: subscription-server.ts. */
@Injectable()
export class GraphqlOptionsFactory implements GqlOptionsFactory<ApolloDriverConfig> {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly metrics: Metrics,
    private readonly identity: RequestIdentity,
  ) {}

  createGqlOptions(): ApolloDriverConfig {
    const limits = queryLimits();
    const report = errorReporter(this.logger, this.metrics);
    const playground = this.settings.YOTEI_PLAYGROUND ?? this.settings.NODE_ENV === 'development';
    return {
      path: '/graphql',
      autoSchemaFile: true,
      graphiql: playground,
      introspection: playground || this.settings.NODE_ENV === 'test',
      csrfPrevention: true,
      includeStacktraceInErrorResponses: false,
      autoTransformHttpErrors: false,
      formatError: (formatted, error) => formatGraphqlError(formatted, error),
      validationRules: limits.validationRules,
      plugins: [
        observeOperations(this.metrics, report),
        ...limits.plugins,
        compiledQueries(report),
      ] as ApolloDriverConfig['plugins'],
      context: (http: { req: Request; res: Response }) => this.contextOf(http.req, http.res),
    };
  }

  private async contextOf(request: Request, response: Response): Promise<GraphqlContext> {
    const person = await this.identity.contextOf(request);
    const requestId = requestIdOf(request);
    response.setHeader('x-request-id', requestId);
    return { requestId, person, loaders: new Loaders(), request, response };
  }
}
