import { createECDH, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createRequire } from 'node:module';

/** Decrypts what `web-push` encrypts (RFC 8188); its own dependency, without types. */
const ece = createRequire(__filename)('http_ece') as {
  decrypt(body: Buffer, options: Record<string, unknown>): Buffer;
};

export interface CaughtPush {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly message: { readonly title: string; readonly body: string; readonly path: string; readonly tag: string };
}

/** A push service and the browsers it serves. */
export class CatchingPush {
  readonly pushes: CaughtPush[] = [];
  /** Status it answers with. */
  status = 201;
  /** Called when a push has been taken, before the sender hears of it. */
  beforeAnswer: (push: CaughtPush) => Promise<void> | void = () => undefined;
  private readonly browsers = new Map<string, { key: ReturnType<typeof createECDH>; auth: string }>();
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const browser = this.browsers.get(request.url!)!;
      const clear = ece.decrypt(Buffer.concat(chunks), {
        version: 'aes128gcm',
        privateKey: browser.key,
        authSecret: browser.auth,
      });
      const push = { path: request.url!, headers: request.headers, message: JSON.parse(clear.toString('utf8')) };
      if (this.status < 300) this.pushes.push(push);
      void Promise.resolve(this.beforeAnswer(push)).then(() => response.writeHead(this.status).end());
    });
  });
  private origin = '';

  /** Origin for `YOTEI_PUSH_HOSTS`. */
  async open(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.origin = `http://127.0.0.1:${(this.server.address() as { port: number }).port}`;
    return this.origin;
  }

  /** A new browser's subscription. */
  subscribe(): { endpoint: string; p256dh: string; auth: string; label: string } {
    const key = createECDH('prime256v1');
    key.generateKeys();
    const auth = randomBytes(16).toString('base64url');
    const path = `/send/${randomBytes(8).toString('hex')}`;
    this.browsers.set(path, { key, auth });
    return { endpoint: this.origin + path, p256dh: key.getPublicKey('base64url'), auth, label: 'Test browser' };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => void this.server.close(() => resolve()));
  }
}
