import { MINUTE_MILLIS } from '@yotei/time';
import type { Browser } from 'playwright-core';
import en from '../../apps/web/src/app/locales/en/wellbeing.json' with { type: 'json' };
import ja from '../../apps/web/src/app/locales/ja/wellbeing.json' with { type: 'json' };
import { launchBrowser } from '../kit/browser.js';
import { PlannerClient } from '../kit/planner-client.js';
import { centreUrl, openPage } from '../kit/running-centre.js';

jest.setTimeout(360_000);
const PATIENCE = { timeout: 240_000 } as const;
const WORDS = { en, ja } as const;

let browser: Browser;
let planner: PlannerClient;

beforeAll(async () => {
  browser = await launchBrowser();
  const { signIns } = (await (await fetch(`${centreUrl()}/api/public-info`)).json()) as {
    signIns: { email: string; password: string; role: string }[];
  };
  const { email, password } = signIns.find(({ role }) => role === 'PLANNER')!;
  planner = await PlannerClient.signIn(centreUrl(), email, password);
});
afterAll(() => browser.close());

/** Teams that are large enough to be told of; each language takes its own. */
async function teams(): Promise<{ readonly id: string; readonly name: string; readonly agentIds: string[] }[]> {
  const { viewer, agents } = await planner.ask(
    '{ viewer { organisation { teams { id name } } } agents(first: 200) { edges { node { id teamId } } } }',
  );
  const people: { id: string; teamId: string | null }[] = agents.edges.map(({ node }: { node: object }) => node);
  return viewer.organisation.teams
    .map(({ id, name }: { id: string; name: string }) => ({
      ...{ id, name },
      agentIds: people.filter(({ teamId }) => teamId === id).map((agent) => agent.id),
    }))
    .filter(({ agentIds }: { agentIds: string[] }) => agentIds.length >= 6);
}

/** The state of a whole team from an instant on. */
async function tell(agentIds: readonly string[], state: string, at: number): Promise<void> {
  const { ingestAgentStates } = await planner.ask(
    'mutation ($input: AgentStatesInput!) { ingestAgentStates(input: $input) { __typename } }',
    {
      input: {
        source: 'wellbeing-journey',
        events: agentIds.map((agent) => ({
          ...{ id: `${agent} ${state} ${at}`, agent, state },
          at: new Date(at).toISOString(),
        })),
      },
    },
  );
  expect(ingestAgentStates.__typename).toBe('AgentStatesTaken');
}

describe('who leads people through a hard day', () => {
  it.each(['en', 'ja'] as const)(
    'hears of it in numbers, moves breaks in one click, sees the trend (%s)',
    async (language) => {
      const words = WORDS[language];
      const found = await teams();
      const team = found[language === 'en' ? 0 : found.length - 1]!;
      const theme = language === 'ja' ? 'dark' : 'light';
      await tell(team.agentIds, 'handling', Date.now() - 150 * MINUTE_MILLIS);
      try {
        const { page, errors, goTo } = await openPage(browser, { language, theme }, 'supervisor');
        await goTo('/wellbeing');
        const alerts = page.getByRole('region', { name: words.alerts });
        await alerts.getByText(team.name).waitFor(PATIENCE);
        await alerts.getByRole('button', { name: `${words.alertMend}: ${team.name}` }).click();
        const dialog = page.getByRole('dialog', { name: words.breatherTitle });
        const move = dialog.getByRole('button', { name: words.breatherMove });
        // What is left of today decides whether a break can move: the journey runs at any hour.
        await move.or(dialog.getByText(words.breatherNone)).first().waitFor(PATIENCE);
        if (await move.isVisible()) {
          await move.click();
          await dialog.waitFor({ state: 'hidden', ...PATIENCE });
          await page.locator('.y-toast').getByRole('button', { name: words.breatherUndo }).first().click(PATIENCE);
          await page.getByText(words.breatherUndone).first().waitFor(PATIENCE);
        } else {
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'hidden' });
        }
        const trend = page.getByRole('region', { name: words.trend });
        await trend.getByRole('button', { name: words.trendShow }).click();
        await trend.getByRole('heading', { level: 3, name: team.name }).waitFor(PATIENCE);
        expect(errors).toEqual([]);
        await page.context().close();
      } finally {
        await tell(team.agentIds, 'offline', Date.now());
      }
    },
  );
});

describe('who works', () => {
  it.each(['en', 'ja'] as const)('says how the day was, and takes it back (%s)', async (language) => {
    const words = WORDS[language];
    const { page, errors, goTo } = await openPage(browser, { language, theme: 'light' }, 'agent');
    await goTo('/me');
    const pulse = page.getByRole('region', { name: words.pulse });
    await pulse.waitFor(PATIENCE);
    await pulse.getByRole('group', { name: words['pulse-energy'] }).getByLabel('3').check();
    await pulse.getByRole('group', { name: words['pulse-support'] }).getByLabel('4').check();
    await pulse.getByRole('button', { name: new RegExp(`^(${words.pulseSay}|${words.pulseChange})$`) }).click();
    await page.getByText(words.pulseSaid).first().waitFor(PATIENCE);
    await pulse.getByText(words.pulseYours, { exact: true }).click();
    await pulse.getByRole('button', { name: words.pulseForgetAll }).click();
    await page.locator('.y-toast').getByText(words.pulseForgotten).first().waitFor(PATIENCE);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
