import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable } from '@nestjs/common';

/** Takes over a connection that asks to become a WebSocket; it checks who asks, and answers the refusal itself. */
export type SocketHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** WebSockets of features, by exact path, beside the subscriptions at /graphql. */
@Injectable()
export class SocketRoutes {
  private readonly handlers = new Map<string, SocketHandler>();

  add(path: string, handler: SocketHandler): void {
    if (this.handlers.has(path)) throw new Error(`socket path (${path}) must be taken once; choose another`);
    this.handlers.set(path, handler);
  }

  find(path: string): SocketHandler | null {
    return this.handlers.get(path) ?? null;
  }
}

/** Ends a connection that may not become a WebSocket. */
export function refuseSocket(socket: Duplex, status: '401 Unauthorized' | '403 Forbidden'): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}
