import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AllowAnonymous } from '../../platform/permissions/require-permission.decorator.js';
import { CalendarFeedService } from './calendar-feed.service.js';
import { CalendarFeedRepository } from './feeds.repository.js';

/** Where calendars read: the secret in the address is all they know, so they need no sign-in. */
@Controller()
export class CalendarFeedController {
  constructor(
    private readonly feeds: CalendarFeedRepository,
    private readonly calendars: CalendarFeedService,
  ) {}

  @Get('api/calendar/:file')
  @AllowAnonymous()
  async read(@Param('file') file: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const token = /^([\w-]{43})\.ics$/.exec(file)?.[1];
    const owner = token ? await this.feeds.ownerOf(token, request.get('user-agent') ?? '') : null;
    const text = owner && (await this.calendars.of(owner));
    // Gone, not "sign in": a calendar that is told 401 asks its user for a password for ever.
    if (!text)
      return void response
        .status(owner ? 410 : 404)
        .type('text/plain')
        .send('No calendar here.\n');
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 24)}"`;
    response.set({ etag: tag, 'cache-control': 'private, max-age=300', 'referrer-policy': 'no-referrer' });
    response.set('x-robots-tag', 'noindex');
    if (request.get('if-none-match') === tag) return void response.status(304).end();
    response.set('content-disposition', 'inline; filename="yotei.ics"');
    response.type('text/calendar; charset=utf-8').send(text);
  }
}
