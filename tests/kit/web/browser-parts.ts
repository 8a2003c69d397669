/** Parts of a browser that jsdom lacks and the screens touch. Import first in a component test. */
import { TextDecoder, TextEncoder } from 'node:util';
import { configure } from '@testing-library/dom';

/** Patience for a machine that is busy with others; a screen that is there is found at once all the same. */
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

Object.assign(globalThis, { TextDecoder, TextEncoder });
/** The router makes its redirects of these and reads their headers. */
class RedirectResponse {
  readonly status: number;
  readonly headers: Map<string, string>;
  constructor(_body: unknown, init: { readonly status?: number; readonly headers?: Record<string, string> } = {}) {
    this.status = init.status ?? 200;
    this.headers = new Map(Object.entries(init.headers ?? {}));
  }
}
globalThis.Response ??= RedirectResponse as unknown as typeof Response;
HTMLCanvasElement.prototype.getContext = (() => null) as typeof HTMLCanvasElement.prototype.getContext;
globalThis.ResizeObserver = class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
window.matchMedia = ((media: string) => ({
  media,
  matches: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
})) as unknown as typeof window.matchMedia;
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

/** A socket that never opens: what comes over it is tested against a real server. */
globalThis.WebSocket = class {
  static readonly CLOSED = 3;
  readonly readyState = 0;
  close(): void {}
  send(): void {}
} as unknown as typeof WebSocket;
