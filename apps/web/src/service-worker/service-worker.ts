/**
 * Keeps the program itself readable without a network, and shows what is pushed. Data is kept by the pages (`app/offline`),
 * which know whose it is. Imports nothing, so that it is one file at a fixed address.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

const SHELL = 'yotei-shell-1';
const ASSETS = 'yotei-assets-1';
const PAGE = '/';
const PAGE_PATIENCE_MILLIS = 3_000;
const MOST_ASSETS = 200;

const isServerPath = (path: string): boolean => /^\/(graphql|api|health|metrics)(\/|$)/.test(path);

worker.addEventListener('install', (event) => {
  const shell = caches.open(SHELL).then((cache) => cache.addAll([PAGE, '/favicon.svg', '/manifest.webmanifest']));
  event.waitUntil(shell.then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  const old = caches
    .keys()
    .then((names) =>
      Promise.all(names.filter((name) => name !== SHELL && name !== ASSETS).map((n) => caches.delete(n))),
    );
  event.waitUntil(old.then(() => worker.clients.claim()));
});

/** The page as the server has it now; the kept one when it does not answer in time. */
async function pageOf(request: Request): Promise<Response> {
  const kept = caches.open(SHELL).then((cache) => cache.match(PAGE));
  const asked = fetch(request).then(async (answer) => {
    if (answer.ok) await (await caches.open(SHELL)).put(PAGE, answer.clone());
    return answer;
  });
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PAGE_PATIENCE_MILLIS));
  const first = await Promise.race([asked.catch(() => undefined), late]);
  return first ?? (await kept) ?? asked;
}

/** Files with a hash in their name never change: the kept one is the right one. */
async function assetOf(request: Request): Promise<Response> {
  const cache = await caches.open(ASSETS);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_ASSETS)).map((key) => cache.delete(key)));
  }
  return answer;
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin || isServerPath(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(pageOf(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(assetOf(request));
});

interface KeepMessage {
  readonly kind: 'keep';
  readonly urls: readonly string[];
}

/** What the page had loaded before this worker was there. */
worker.addEventListener('message', (event) => {
  const message = event.data as KeepMessage;
  if (message.kind !== 'keep') return;
  const keep = caches.open(ASSETS).then(async (cache) => {
    for (const url of message.urls) if (!(await cache.match(url))) await cache.add(url).catch(() => undefined);
  });
  event.waitUntil(keep);
});

interface PushMessage {
  readonly title: string;
  readonly body: string;
  readonly path: string;
  /** The same message twice is shown once. */
  readonly tag: string;
}

worker.addEventListener('push', (event) => {
  if (!event.data) return;
  const { title, body, path, tag } = event.data.json() as PushMessage;
  event.waitUntil(
    worker.registration.showNotification(title, {
      body,
      tag,
      icon: '/icon-192.png',
      badge: '/icon-192.png',
      data: { path },
    }),
  );
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { path } = event.notification.data as { path: string };
  const show = worker.clients.matchAll({ type: 'window', includeUncontrolled: true }).then(async (windows) => {
    const open = windows[0];
    if (!open) return worker.clients.openWindow(path);
    await open.focus();
    return open.navigate(path);
  });
  event.waitUntil(show);
});
