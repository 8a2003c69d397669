/**
 * Resolves at Ctrl-C, at SIGTERM, or when the process that started us is gone; never stays behind alone. Further
 * signals are ignored: a terminal and a parent may both send one, and the second must not cut the stopping short.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
      process.on(signal as 'SIGINT', () => resolve());
  });
}

/** Tells the parent process, when there is one. */
export function tellParent(message: ChildMessage): void {
  process.send?.(message);
}

/** What api, worker and demo say to `up`. */
export type ChildMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly text: string }
  | { readonly kind: 'fault'; readonly text: string };
