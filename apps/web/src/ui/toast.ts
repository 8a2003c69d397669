export interface ToastMessage {
  readonly text: string;
  readonly tone?: 'good' | 'problem';
  readonly action?: { readonly text: string; readonly run: () => void };
}
export interface ShownToast extends ToastMessage {
  readonly id: number;
}

let shown: readonly ShownToast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function change(next: readonly ShownToast[]): void {
  shown = next;
  listeners.forEach((changed) => changed());
}

export function dismiss(id: number): void {
  change(shown.filter((toast) => toast.id !== id));
}

/** Says something without taking the focus, for six seconds; with an action for ten, and only on the page it was said on. */
export function showToast(message: ToastMessage): void {
  change([...shown.slice(-3), { ...message, id: nextId++ }]);
}

/** An undo belongs to the page it was offered on: it goes when the page is left. */
export function dismissOffers(): void {
  if (shown.some(({ action }) => action)) change(shown.filter(({ action }) => !action));
}

/** Toasts that are said now, for `useSyncExternalStore`. */
export const toastStore = {
  subscribe(changed: () => void): () => void {
    listeners.add(changed);
    return () => listeners.delete(changed);
  },
  read: (): readonly ShownToast[] => shown,
};
