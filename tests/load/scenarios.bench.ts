import { join } from 'node:path';
import { scenarioBaseToFile } from '@yotei/scheduling/scenarios';
import type { Page } from 'playwright-core';
import { launchBrowser, openContext } from '../kit/browser.js';
import { scenarioBase, scenarioQueue } from '../kit/scenario-base.js';
import { fullAnswers } from '../kit/web/fixtures.js';
import { inventedScenario } from '../kit/web/scenario-fixtures.js';
import { answeringServer } from './answering-server.js';
import { percentile } from './board-probe.js';

declare global {
  interface Window {
    /** Milliseconds from the key to the painted answer. */
    scenarioAnswer: Promise<number>;
  }
}

const QUEUES = 10;
/** A planner's pause between two looks at the answer; moves that follow at once are measured too. */
const PAUSE_MILLIS = 120;

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** The built scenario page in a real browser: ten queues, a week of quarter-hours, from a slider's move to its painted answer. */
export async function bench({ root, quick }: { readonly root: string; readonly quick: boolean }): Promise<Row[]> {
  const server = await answeringServer(join(root, 'apps/web/dist/app'), answers());
  const browser = await launchBrowser();
  try {
    const context = await openContext(browser, { language: 'en', theme: 'light' });
    const page = await context.newPage();
    await page.goto(`${server.url}/scenarios?scenario=measured`);
    await page.locator('[data-figure="requiredHours"]').waitFor({ timeout: 120_000 });
    const moves = quick ? 8 : 30;
    const rows: Row[] = [];
    for (const slider of ['Volume', 'Handle time', 'A bot takes']) {
      const { waits, worker } = await move(page, slider, moves);
      rows.push(
        { name: `${slider}: move to painted answer, p50`, value: percentile(waits, 0.5), unit: 'ms' },
        { name: `${slider}: move to painted answer, p95 (goal 100)`, value: percentile(waits, 0.95), unit: 'ms' },
        { name: `${slider}: computing in the worker, p50`, value: percentile(worker, 0.5), unit: 'ms' },
      );
    }
    return rows;
  } finally {
    await browser.close();
    await server.close();
  }
}

function answers(): Readonly<Record<string, unknown>> {
  const queues = Array.from({ length: QUEUES }, (_, queue) =>
    scenarioQueue(`q${queue}`, { title: `Queue ${queue}`, size: 4 + 2 * queue }),
  );
  const measured = inventedScenario({ id: 'measured', changes: [] });
  return {
    ...fullAnswers(),
    Scenarios: { scenarios: [measured] },
    ScenarioBase: {
      scenarioBase: {
        __typename: 'ScenarioBaseView',
        fromOn: measured.fromOn,
        days: measured.days,
        file: scenarioBaseToFile(scenarioBase(queues)),
        inputHash: 'bench',
        gaps: [],
      },
    },
    SaveScenario: ({ input }: Record<string, unknown>) => ({
      saveScenario: {
        __typename: 'ScenarioSaved',
        scenario: { ...measured, changes: (input as { changes: unknown }).changes, version: 2 },
      },
    }),
  };
}

/** Moves a slider by its keys; the page itself takes the time from the key to the frame that shows the new answer. */
async function move(
  page: Page,
  slider: string,
  moves: number,
): Promise<{ readonly waits: readonly number[]; readonly worker: readonly number[] }> {
  const handle = page.getByRole('slider', { name: slider, exact: true });
  await handle.focus();
  const [waits, worker]: [number[], number[]] = [[], []];
  for (let index = 0; index < moves; index++) {
    // Set up before the key is pressed, or the clock would start late.
    await page.evaluate(() => {
      let startedAt = 0;
      addEventListener('keydown', () => (startedAt = performance.now()), { once: true, capture: true });
      const tile = document.querySelector('[data-figure="requiredHours"]')!;
      window.scenarioAnswer = new Promise<number>((done) => {
        const watch = new MutationObserver(() => {
          watch.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.now() - startedAt);
            port2.postMessage(null);
          });
        });
        watch.observe(tile, { attributes: true, attributeFilter: ['data-value'] });
      });
    });
    await page.keyboard.press('ArrowRight');
    waits.push(await page.evaluate(() => window.scenarioAnswer));
    worker.push(Number(await page.locator('[data-millis]').getAttribute('data-millis')));
    await page.waitForTimeout(PAUSE_MILLIS);
  }
  return { waits, worker };
}
