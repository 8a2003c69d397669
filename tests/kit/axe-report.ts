import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

export interface AxeFinding {
  readonly rule: string;
  readonly element: string;
}
export interface AxeReport {
  readonly passes: number;
  readonly findings: readonly AxeFinding[];
}

/** What axe finds against WCAG 2.2 A and AA; `passes` shows that it saw a page and did not merely run. */
export async function axeReport(page: Page): Promise<AxeReport> {
  await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          root: Document,
          options: unknown,
        ) => Promise<{ passes: unknown[]; violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { passes, violations } = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
    return {
      passes: passes.length,
      findings: violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => ({ rule: id, element: html.slice(0, 200) })),
      ),
    };
  }, RULES);
}
