import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { isOwnOrigin } from './origin.js';

const SERVER_PATHS = /^\/(graphql|api|bi|health|metrics)(\/|$)/;
const YEAR_SECONDS = 31_536_000;

/** Safe headers, and a refusal of writes that another site's page sends with our cookie. */
export function secureRequests(
  app: NestExpressApplication,
  options: { allowedOrigins: readonly string[]; playground: boolean },
): void {
  const contentSecurityPolicy = {
    directives: {
      'default-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'connect-src': ["'self'", 'ws:', 'wss:'],
      'script-src': ["'self'"],
      'worker-src': ["'self'", 'blob:'],
      'font-src': ["'self'", 'data:'],
      'upgrade-insecure-requests': null,
    },
  };
  const strict = helmet({ contentSecurityPolicy, strictTransportSecurity: false });
  const playground = helmet({
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false,
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const secure = options.playground && request.path === '/graphql' ? playground : strict;
    secure(request, response, next);
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const writes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    if (writes && !isOwnOrigin(request, options.allowedOrigins)) {
      response.status(403).json({ code: 'FORBIDDEN', message: 'Cross-site request refused' });
      return;
    }
    next();
  });
}

/** The built web app: hashed files for ever, everything else asked again; unknown paths are pages of the app. */
export function serveWebApp(app: NestExpressApplication, folder: string): boolean {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return false;
  app.useStaticAssets(join(folder, 'assets'), {
    prefix: '/assets',
    immutable: true,
    maxAge: YEAR_SECONDS * 1000,
    index: false,
    fallthrough: false,
  });
  app.useStaticAssets(folder, {
    index: false,
    setHeaders: (response: Response) => void response.setHeader('cache-control', 'no-cache'),
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const wantsPage = request.method === 'GET' && !SERVER_PATHS.test(request.path) && Boolean(request.accepts('html'));
    if (!wantsPage) return next();
    response.setHeader('cache-control', 'no-cache');
    // Pages whose address is the secret itself.
    if (request.path.startsWith('/shared/')) response.setHeader('x-robots-tag', 'noindex, nofollow, noarchive');
    response.sendFile(page);
  });
  return true;
}
