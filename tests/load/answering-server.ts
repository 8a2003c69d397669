import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export type Answer = unknown | ((variables: Record<string, unknown>) => unknown);

export interface AnsweringServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the built web app, and answers GraphQL operations from a table: the browser is measured, not the api. */
export async function answeringServer(
  webFolder: string,
  answers: Readonly<Record<string, Answer>>,
): Promise<AnsweringServer> {
  if (!existsSync(join(webFolder, 'index.html')))
    throw new Error(`web app (${webFolder}) must be built; run npm run build`);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/graphql') {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        response.setHeader('content-type', 'application/json');
        response.end(answerOf(body, answers));
      });
      return;
    }
    if (path === '/api/public-info') return void response.end('{"demo":false,"signIns":[]}');
    const wanted = join(webFolder, normalize(path));
    const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(webFolder, 'index.html');
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answerOf(body: string, answers: Readonly<Record<string, Answer>>): string {
  const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
  const operation = /(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '';
  const answer = answers[operation];
  if (answer === undefined)
    return JSON.stringify({ errors: [{ message: `no answer for ${operation}`, extensions: { code: 'NOT_FOUND' } }] });
  return JSON.stringify({
    data: typeof answer === 'function' ? (answer as (v: unknown) => unknown)(variables) : answer,
  });
}
