/** Parts of a browser that jsdom lacks and the screens touch. Import first in a component test. */
import { TextDecoder, TextEncoder } from 'node:util';

Object.assign(globalThis, { TextDecoder, TextEncoder });
// The router only asks whether something is one.
globalThis.Response ??= class {} as typeof Response;
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
