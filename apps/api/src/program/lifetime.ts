/** Resolves at Ctrl-C, at SIGTERM, or when the process that started us is gone; never stays behind alone. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => resolve();
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    process.once('disconnect', stop);
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
