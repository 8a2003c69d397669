/** Where a command stands. `fraction` 0..1, or null while the end is not known. */
export interface ProgressState {
  readonly fraction: number | null;
  readonly message?: string;
}

export interface Progress {
  update(state: ProgressState): void;
  /** Ends the bar's line. */
  finish(): void;
}

export interface ProgressOptions {
  readonly mode: 'silent' | 'bar' | 'json';
  readonly write: (text: string) => void;
  readonly nowMillis: () => number;
}

const BAR_CELLS = 24;
const BAR_EVERY_MILLIS = 100;
const JSON_EVERY_MILLIS = 1000;

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function barLine({ fraction, message }: ProgressState, elapsedSeconds: number): string {
  const words = message === undefined ? '' : `  ${message}`;
  if (fraction === null) return `\r\u001b[K${clock(elapsedSeconds)} elapsed${words}`;
  const full = Math.round(BAR_CELLS * Math.min(1, Math.max(0, fraction)));
  const remaining = fraction > 0 ? `${clock((elapsedSeconds * (1 - fraction)) / fraction)} left` : '';
  const bar = '█'.repeat(full) + '░'.repeat(BAR_CELLS - full);
  return `\r\u001b[K${bar} ${Math.round(fraction * 100)} %  ${clock(elapsedSeconds)} elapsed  ${remaining}${words}`;
}

/** Progress on standard error: a bar on a terminal, one JSON line a second, or nothing. */
export function createProgress({ mode, write, nowMillis }: ProgressOptions): Progress {
  const startedAt = nowMillis();
  let shownAt = -Infinity;
  return {
    update(state) {
      const now = nowMillis();
      if (mode === 'silent' || now - shownAt < (mode === 'bar' ? BAR_EVERY_MILLIS : JSON_EVERY_MILLIS)) return;
      shownAt = now;
      const seconds = (now - startedAt) / 1000;
      write(mode === 'bar' ? barLine(state, seconds) : `${JSON.stringify({ seconds, ...state })}\n`);
    },
    finish() {
      if (mode === 'bar' && shownAt !== -Infinity) write('\r\u001b[K');
    },
  };
}
