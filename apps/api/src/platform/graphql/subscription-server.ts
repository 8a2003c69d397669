import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { SETTINGS, type Settings } from '../../config/settings.js';
import type { GraphqlContext } from '../context/graphql-context.js';
import { Loaders } from '../context/loaders.js';
import { RequestIdentity, requestIdOf } from '../context/request-identity.js';
import { formatGraphqlError } from '../errors/graphql-errors.js';
import { isOwnOrigin } from '../http/origin.js';
import { refuseSocket, SocketRoutes } from '../http/socket-routes.js';
import { MAX_TOKENS, queryLimits } from './limits.js';

const MAX_MESSAGE_BYTES = 64 * 1024;

/**
 * Subscriptions over WebSocket. graphql-ws by itself would run queries and mutations too, without the limits of
 * the HTTP side; here only subscriptions pass, after the same rules, from our own pages, for signed-in people.
 */
@Injectable()
export class SubscriptionServer implements OnModuleDestroy {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  private readonly rules = [...specifiedRules, ...queryLimits().validationRules];
  private stopServing: (() => void | Promise<void>) | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly identity: RequestIdentity,
    private readonly host: GraphQLSchemaHost,
    private readonly routes: SocketRoutes,
  ) {}

  /** Takes over all upgrade requests of the server: /graphql is ours, the routes' go to them, every other path is refused. */
  attach(server: Server): void {
    const disposable = useServer<Record<string, unknown>, Partial<{ context: GraphqlContext }>>(
      {
        onConnect: async ({ extra }) => this.admit(extra),
        onSubscribe: (connection, _id, payload) => this.prepare(connection.extra.context!, payload),
        onNext: (_connection, _id, _payload, _args, result) => ({
          ...result,
          ...(result.errors && {
            errors: result.errors.map((error) => formatGraphqlError(error, error)) as unknown as GraphQLError[],
          }),
        }),
      },
      this.sockets,
    );
    this.stopServing = () => disposable.dispose();
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const path = new URL(request.url ?? '/', 'http://host').pathname;
      const route = this.routes.find(path);
      if ((path !== '/graphql' && !route) || !isOwnOrigin(request, this.settings.YOTEI_ALLOWED_ORIGINS))
        return refuseSocket(socket, '403 Forbidden');
      if (route) return route(request, socket, head);
      this.sockets.handleUpgrade(request, socket, head, (webSocket) =>
        this.sockets.emit('connection', webSocket, request),
      );
    });
  }

  /** Before the HTTP server closes, which would wait for every open socket. */
  async onModuleDestroy(): Promise<void> {
    await this.stopServing?.();
  }

  private async admit(extra: Extra & Partial<{ context: GraphqlContext }>): Promise<boolean> {
    const person = await this.identity.contextOf(extra.request);
    if (!person) return false;
    extra.context = {
      requestId: requestIdOf(extra.request),
      person,
      loaders: new Loaders(),
      request: extra.request as GraphqlContext['request'],
    };
    return true;
  }

  private prepare(context: GraphqlContext, payload: SubscribePayload): ExecutionArgs | GraphQLError[] {
    const { schema } = this.host;
    let document: DocumentNode;
    try {
      document = parse(payload.query, { maxTokens: MAX_TOKENS });
    } catch (error) {
      return [error as GraphQLError];
    }
    const problems = validate(schema, document, this.rules);
    if (problems.length > 0) return [...problems];
    if (getOperationAST(document, payload.operationName)?.operation !== 'subscription') {
      return [
        new GraphQLError('Only subscriptions are served here; send queries and mutations by POST', {
          extensions: { code: 'BAD_REQUEST' },
        }),
      ];
    }
    // Fresh loaders: what one event loaded must not be shown for the next.
    return {
      schema,
      document,
      operationName: payload.operationName,
      variableValues: payload.variables,
      contextValue: { ...context, loaders: new Loaders() },
    };
  }
}
