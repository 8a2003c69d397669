import type { IncomingMessage } from 'node:http';
import { isOwnOrigin } from './origin.js';

const from = (headers: Record<string, string>): IncomingMessage => ({ headers }) as unknown as IncomingMessage;

describe('the origin of a request', () => {
  it.each([
    ['no Origin, as from a program', { host: 'yotei.example' }, true],
    ['our own page', { host: 'yotei.example', origin: 'https://yotei.example' }, true],
    ['an allowed page', { host: 'yotei.example', origin: 'https://intranet.example' }, true],
    ['another site', { host: 'yotei.example', origin: 'https://evil.example' }, false],
    ['another port of our machine', { host: '127.0.0.1:4310', origin: 'http://127.0.0.1:8080' }, false],
    ['a sandboxed frame', { host: 'yotei.example', origin: 'null' }, false],
  ])('of %s', (_, headers, own) => {
    expect(isOwnOrigin(from(headers), ['https://intranet.example'])).toBe(own);
  });
});
