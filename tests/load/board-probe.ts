import type { CDPSession, Page } from 'playwright-core';

/** What the page notes about itself; put there by {@link installProbe}. */
interface Probe {
  answeredAt: number;
  paintedAt: number;
  frames: number[];
  feedback: number[];
  watching: boolean;
  dragging: boolean;
}

declare global {
  interface Window {
    boardProbe: Probe;
  }
}

/** Has the page note when the board's answer was there, when it was painted, every frame, and each drag's feedback. */
export async function installProbe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const probe: Probe = {
      answeredAt: 0,
      paintedAt: 0,
      frames: [],
      feedback: [],
      watching: false,
      dragging: false,
    };
    window.boardProbe = probe;
    const plainFetch = window.fetch.bind(window);
    window.fetch = async (input, init) => {
      const response = await plainFetch(input, init);
      if (!String((init as RequestInit | undefined)?.body ?? '').includes('query ScheduleDesk')) return response;
      const text = await response.text();
      probe.answeredAt = performance.now();
      return new Response(text, { status: response.status, headers: response.headers });
    };
    const presented = (then: () => void) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = then;
        port2.postMessage(null);
      });
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (this: CanvasRenderingContext2D, ...rest) {
      if (probe.paintedAt === 0 && this.canvas.classList.contains('b-canvas')) {
        probe.paintedAt = -1;
        presented(() => (probe.paintedAt = performance.now()));
      }
      return fillText.apply(this, rest);
    };
    let last = 0;
    const frame = (now: number) => {
      if (probe.watching && last > 0) probe.frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    window.addEventListener(
      'pointermove',
      () => {
        if (!probe.dragging) return;
        const at = performance.now();
        presented(() => probe.feedback.push(performance.now() - at));
      },
      true,
    );
  });
}

export interface FrameFigures {
  readonly p95: number;
  readonly worst: number;
  readonly count: number;
  /** Main thread's own computing for each frame. */
  readonly cpuMillis: number;
}

/** Seconds of thread time the page's main thread has computed. */
async function taskSeconds(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** Frames while `act` runs in the browser. */
export async function framesDuring(page: Page, client: CDPSession, act: () => Promise<void>): Promise<FrameFigures> {
  await page.evaluate(() => {
    window.boardProbe.frames = [];
    window.boardProbe.watching = true;
  });
  const before = await taskSeconds(client);
  await act();
  const spent = (await taskSeconds(client)) - before;
  const frames = await page.evaluate(() => {
    window.boardProbe.watching = false;
    return window.boardProbe.frames;
  });
  return {
    p95: percentile(frames, 0.95),
    worst: Math.max(...frames),
    count: frames.length,
    cpuMillis: (spent * 1000) / frames.length,
  };
}

/** The value below which that share of the sample lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
