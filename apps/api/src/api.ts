import 'reflect-metadata';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule } from './api.module.js';
import { SubscriptionServer } from './platform/graphql/subscription-server.js';
import { secureRequests, serveWebApp } from './platform/http/web-app.js';
import { NestLogger } from './platform/observability/logger.js';
import type { PlatformOptions } from './platform/platform.module.js';

/** The api, ready to listen: `await app.listen(port, host)`. */
export async function createApi(options: PlatformOptions): Promise<NestExpressApplication> {
  const { settings, logger } = options;
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(options), {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.useBodyParser('json', { limit: '2mb' });
  secureRequests(app, {
    allowedOrigins: settings.YOTEI_ALLOWED_ORIGINS,
    playground: settings.YOTEI_PLAYGROUND ?? settings.NODE_ENV === 'development',
  });
  if (!serveWebApp(app, settings.YOTEI_WEB_DIR)) logger.warn('the web app is not built; only the api is served');
  await app.init();
  app.get(SubscriptionServer).attach(app.getHttpServer() as Server);
  return app;
}
