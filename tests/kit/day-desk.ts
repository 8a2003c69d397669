import { addDays, instantOfLocal, MINUTE_MILLIS } from '@yotei/time';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { AdherenceDaysTask } from '../../apps/api/src/features/intraday/adherence/adherence-days.task.js';
import { Clock } from '../../apps/api/src/platform/clock/clock.js';
import { addJapaneseFont, openContext, type Look } from './browser.js';
import { everybodyAtOnce, planWeek, publishShifts } from './planned-day.js';
import { newTestCentre, TEST_TODAY, type TestCentre } from './test-centre.js';
import type { Loose, TestApi, TestPerson } from './test-api.js';

const ZONE = 'Asia/Tokyo';
const ELEVEN = instantOfLocal(TEST_TODAY, 11 * 60, ZONE);
const AGENTS = 24;
/** Day shifts with one break, which is over by eleven, and lunch: the only thing left that may move. */
const ONE_BREAK_AND_LUNCH = `
update shift_templates set activities = (select jsonb_agg(a order by place) from jsonb_array_elements(activities) with ordinality as t(a, place) where place < 3)
where organisation_id = $1 and jsonb_array_length(activities) > 2`;

/** Eleven o'clock was at `startedAt`. */
function setClock(startedAt: number): void {
  jest.spyOn(Clock.prototype, 'now').mockImplementation(() => ELEVEN + Date.now() - startedAt);
}

/** Whoever is at a screen of the centre, with a way to open it. */
export interface Seat {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly errors: readonly string[];
  readonly goTo: (path: string) => Promise<void>;
}

/** A published day at eleven in the morning, whatever the hour of the machine: server and browsers share its clock. */
export class DayDesk {
  readonly centre: TestCentre;
  readonly supervisor: TestPerson;
  /** With accounts, not yet anybody's: {@link asAgents} says whose. */
  private readonly accounts: TestPerson[];
  private readonly startedAt: number;

  private constructor(
    private readonly api: TestApi,
    of: {
      readonly centre: TestCentre;
      readonly supervisor: TestPerson;
      readonly accounts: TestPerson[];
      readonly startedAt: number;
    },
  ) {
    ({ centre: this.centre, supervisor: this.supervisor, accounts: this.accounts, startedAt: this.startedAt } = of);
  }

  static async open(api: TestApi): Promise<DayDesk> {
    const centre = await newTestCentre(api, AGENTS);
    const { context } = centre;
    const supervisor = await api.person(['supervisor'], context);
    const accounts: TestPerson[] = [];
    for (let i = 0; i < 6; i += 1) accounts.push(await api.person(['agent'], context));
    const startedAt = Date.now();
    setClock(startedAt);
    await api.db.peek(ONE_BREAK_AND_LUNCH, [context.organisationId]);
    const scheduleId = await planWeek(api, centre);
    const edits = [
      ...(await everybodyAtOnce(api, centre, { on: addDays(TEST_TODAY, -1) })),
      ...(await everybodyAtOnce(api, centre, { on: TEST_TODAY })),
    ];
    await publishShifts(api, centre, { scheduleId, edits });
    return new DayDesk(api, { centre, supervisor, accounts, startedAt });
  }

  get now(): number {
    return ELEVEN + Date.now() - this.startedAt;
  }

  /** A browser on the clock of the day, signed in. */
  async sit(browser: Browser, person: TestPerson, look: Look): Promise<Seat> {
    const { url } = this.api;
    const context = await openContext(browser, look);
    await context.clock.install({ time: this.now });
    const [name = '', value = ''] = person.cookie.split('=');
    await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const goTo = async (path: string) => {
      await page.goto(`${url}${path}`);
      await page.locator('main').waitFor();
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'hidden' });
      if (look.language === 'ja') await addJapaneseFont(page);
    };
    return { page, context, errors, goTo };
  }

  ask(query: string, variables: Record<string, unknown> = {}): Promise<Loose> {
    return this.api.data<Loose>(query, variables, this.supervisor);
  }

  /** Gives these agents accounts, so that they can be told; who they are then, in the same order. */
  async asAgents(agentIds: readonly string[]): Promise<TestPerson[]> {
    const people = this.accounts.splice(0, agentIds.length);
    for (const [i, { context }] of people.entries())
      await this.api.db.peek('update agents set user_id = $2 where id = $1', [agentIds[i], context.userId]);
    return people;
  }

  /** What the telephone system tells: agent, minutes before now, state. */
  async told(events: readonly (readonly [agentId: string, minutes: number, state: string])[]): Promise<void> {
    const response = await fetch(`${this.api.url}/api/v1/agent-states`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.centre.planner.cookie, origin: this.api.url },
      body: JSON.stringify({
        source: 'phone',
        events: events.map(([agent, minutes, state]) => {
          const at = new Date(this.now - minutes * MINUTE_MILLIS).toISOString();
          return { id: `${agent} ${at} ${state}`, agent, at, state };
        }),
      }),
    });
    expect(await response.json()).toMatchObject({ accepted: events.length, rejected: [] });
  }

  /** Days that are over are judged, as the background does every two minutes. */
  async judge(): Promise<void> {
    const task = this.api.app.get(AdherenceDaysTask, { strict: false });
    await task.run({ ...this.centre.context, userId: null }, new AbortController().signal);
  }

  /** So many people more who work from nine to six today, without a break and without a skill. */
  async hire(count: number): Promise<void> {
    const nine = new Date(instantOfLocal(TEST_TODAY, 9 * 60, ZONE)).toISOString();
    await this.api.db.peek(
      `with more as (insert into agents (organisation_id, name, site_id, team_id, contract_id, hired_on)
         select organisation_id, 'More ' || n, site_id, team_id, contract_id, hired_on from agents, generate_series(1, $2::int) n where id = $1
         returning organisation_id, id),
       made as (insert into shifts (organisation_id, schedule_id, agent_id, span)
         select more.organisation_id, s.id, more.id, tstzrange($3::timestamptz, $3::timestamptz + interval '9 hours')
         from more join schedules s on s.organisation_id = more.organisation_id and s.state = 'published' returning organisation_id, id)
       insert into shift_activities (organisation_id, shift_id, start_at, end_at, activity_type_id)
       select organisation_id, id, $3::timestamptz, $3::timestamptz + interval '9 hours', 'contact' from made`,
      [this.centre.agentId, count, nine],
    );
  }
}
