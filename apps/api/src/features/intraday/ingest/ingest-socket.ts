import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { WebSocket, WebSocketServer } from 'ws';
import { Authenticator } from '../../../platform/context/authenticator.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { apiKeyOf } from '../../../platform/context/request-identity.js';
import { refuseSocket, SocketRoutes } from '../../../platform/http/socket-routes.js';
import { LOGGER, type Logger } from '../../../platform/observability/logger.js';
import { mayDo } from '../../../platform/permissions/permissions.js';
import { IngestService } from './ingest.service.js';

const PATH = '/api/v1/agent-states/stream';
const MOST_BYTES = 1024 * 1024;
const PING_MILLIS = 30_000;
/** A key revoked meanwhile is noticed after so many milliseconds, even while its socket stays open. */
const ASKED_AGAIN_MILLIS = 10_000;

/** One open connection of a sender. */
interface Line {
  readonly key: string;
  context: RequestContext;
  askedAt: number;
  alive: boolean;
}

/**
 * Agent states over a WebSocket, for senders that keep a line open: each message is a batch as in
 * `POST /api/v1/agent-states`, with a `ref` of the sender's choice that comes back with the answer. Batches of one line
 * are taken one after the other, and answered in order; the line is not read on while one is being taken.
 */
@Injectable()
export class IngestSocket implements OnModuleInit, OnModuleDestroy {
  private readonly server = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  private readonly lines = new Map<WebSocket, Line>();
  private pinging: NodeJS.Timeout | undefined;

  constructor(
    private readonly routes: SocketRoutes,
    private readonly authenticator: Authenticator,
    private readonly states: IngestService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.routes.add(PATH, (request, socket, head) => void this.admit(request, socket, head));
    this.pinging = setInterval(() => this.ping(), PING_MILLIS);
    this.pinging.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.pinging);
    for (const socket of this.lines.keys()) socket.close(1001, 'server stops');
    this.server.close();
  }

  /** With a key only: a browser's cookie must not open a line on which another site's page could write. */
  private async admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const key = apiKeyOf(request);
    const context = key === null ? null : await this.contextOf(key).catch(() => null);
    if (key === null || context === null) return refuseSocket(socket, '401 Unauthorized');
    if (!mayDo(context, 'states.ingest')) return refuseSocket(socket, '403 Forbidden');
    this.server.handleUpgrade(request, socket, head, (line) =>
      this.open(line, { key, context, askedAt: performance.now(), alive: true }),
    );
  }

  private open(socket: WebSocket, line: Line): void {
    this.lines.set(socket, line);
    let work = Promise.resolve();
    socket.on('message', (data, isBinary) => {
      socket.pause();
      work = work.then(() => this.answer(socket, line, isBinary ? null : String(data))).finally(() => socket.resume());
    });
    socket.on('pong', () => (line.alive = true));
    socket.on('error', (error) => this.logger.debug({ reason: error.message }, 'a line of agent states broke'));
    socket.on('close', () => this.lines.delete(socket));
  }

  private async answer(socket: WebSocket, line: Line, text: string | null): Promise<void> {
    if (!(await this.stillAdmitted(line))) return socket.close(4401, 'the key is revoked');
    const body = parsed(text);
    const ref = (body as { ref?: unknown } | null)?.ref ?? null;
    try {
      const outcome = await this.states.take({ ...line.context, requestId: randomUUID() }, body);
      socket.send(JSON.stringify({ ref, ...outcome }));
    } catch (error) {
      // Not taken: the sender sends the batch again, as it would after a broken connection.
      this.logger.error({ reason: (error as Error).message }, 'a batch of agent states was not taken');
      socket.send(JSON.stringify({ ref, kind: 'failed', message: 'not taken; send it again' }));
    }
  }

  private async stillAdmitted(line: Line): Promise<boolean> {
    if (performance.now() - line.askedAt < ASKED_AGAIN_MILLIS) return true;
    const context = await this.contextOf(line.key);
    if (context === null || !mayDo(context, 'states.ingest')) return false;
    line.context = context;
    line.askedAt = performance.now();
    return true;
  }

  private async contextOf(key: string): Promise<RequestContext | null> {
    const holder = await this.authenticator.holderOf(key);
    return holder && { ...holder, userId: null, roles: [], requestId: randomUUID() };
  }

  private ping(): void {
    for (const [socket, line] of this.lines) {
      if (!line.alive) socket.terminate();
      line.alive = false;
      socket.ping();
    }
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
