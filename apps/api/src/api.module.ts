import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { RequestIdentity } from './platform/context/request-identity.js';
import { GraphqlOptionsFactory } from './platform/graphql/graphql-options.factory.js';
import { SubscriptionServer } from './platform/graphql/subscription-server.js';
import { JobResolver } from './platform/jobs/job.resolver.js';
import { HealthController } from './platform/observability/health.controller.js';
import { PermissionGuard } from './platform/permissions/permission.guard.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';

/** Shared by the HTTP side and the WebSocket side. */
@Module({ providers: [RequestIdentity], exports: [RequestIdentity] })
class RequestIdentityModule {}

/** The process that answers requests. */
@Module({})
export class ApiModule {
  static with(options: PlatformOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.with(options),
        RequestIdentityModule,
        ...options.features.map(({ module }) => module),
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [RequestIdentityModule],
          useClass: GraphqlOptionsFactory,
        }),
      ],
      controllers: [HealthController],
      providers: [JobResolver, SubscriptionServer, { provide: APP_GUARD, useClass: PermissionGuard }],
    };
  }
}
