import { setTimeout as sleep } from 'node:timers/promises';

type Variables = Readonly<Record<string, unknown>>;
/** Answers are read as the tests need them; the schema is the api's own to check. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- one loose type for every answer of a test client
type Answer = any;

const POLL_MILLIS = 200;
const JOB_PATIENCE_MILLIS = 300_000;

export interface EndedJob {
  readonly state: 'DONE' | 'FAILED' | 'CANCELLED';
  readonly errorCode: string | null;
  readonly result: Answer;
}

/** A person at the screens, over the same HTTP as the browser. */
export class PlannerClient {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  static async signIn(url: string, email: string, password: string): Promise<PlannerClient> {
    const query =
      'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { __typename } }';
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true', origin: url },
      body: JSON.stringify({ query, variables: { email, password } }),
    });
    const [cookie] = response.headers.getSetCookie();
    if (!cookie) throw new Error(`sign-in of ${email} failed: ${await response.text()}`);
    return new PlannerClient(url, cookie.split(';')[0]!);
  }

  /** The session, for a browser that should not type a password. */
  browserCookie(): { name: string; value: string; url: string } {
    const [name = '', value = ''] = this.cookie.split('=');
    return { name, value, url: this.url };
  }

  async ask(query: string, variables: Variables = {}): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: this.headers({ 'content-type': 'application/json' }),
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Answer; errors?: readonly { message: string }[] };
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    return data;
  }

  /** Asks, and throws unless the one field of the answer is of that type of the union. */
  async must(kind: string, query: string, variables: Variables): Promise<Answer> {
    const [outcome] = Object.values((await this.ask(query, variables)) as Record<string, Answer>);
    if (outcome.__typename !== kind) throw new Error(`expected ${kind}, got ${JSON.stringify(outcome)}`);
    return outcome;
  }

  /** Waits for a job and gives its result; throws when it did not end well. */
  async finished(jobId: string): Promise<Answer> {
    const { state, errorCode, result } = await this.endOf(jobId);
    if (state !== 'DONE') throw new Error(`job ended ${state}: ${errorCode}`);
    return result;
  }

  /** Waits for the end of a job, also while the server is away for a moment. */
  async endOf(jobId: string): Promise<EndedJob> {
    const query = 'query ($id: ID!) { job(id: $id) { state errorCode result } }';
    const giveUpAt = Date.now() + JOB_PATIENCE_MILLIS;
    let last: Answer;
    while (Date.now() < giveUpAt) {
      last = await this.ask(query, { id: jobId }).then(
        ({ job }) => job,
        (error: Error) => ({ state: error.message }),
      );
      if (['DONE', 'FAILED', 'CANCELLED'].includes(last.state)) return last;
      await sleep(POLL_MILLIS);
    }
    throw new Error(`job ${jobId} has not ended: ${JSON.stringify(last)}`);
  }

  /** The same session at another address of the same centre. */
  at(url: string): PlannerClient {
    return new PlannerClient(url, this.cookie);
  }

  async organisation(): Promise<{
    queues: { id: string; version: number }[];
    sites: { id: string; zone: string }[];
  }> {
    const { viewer } = await this.ask('{ viewer { organisation { queues { id version } sites { id zone } } } }');
    return viewer.organisation;
  }

  async upload(
    fileName: string,
    body: Uint8Array<ArrayBuffer> | string,
  ): Promise<{ uploadId: string; sourceId: string; columnMap: object }> {
    const response = await fetch(`${this.url}/api/imports/uploads`, {
      method: 'POST',
      headers: this.headers({ 'content-type': 'application/octet-stream', 'x-file-name': fileName }),
      body,
    });
    if (!response.ok) throw new Error(`the upload was answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  /** Resolves once upload and start were acknowledged. */
  async startImport(
    body: Uint8Array<ArrayBuffer> | string,
    options: { fileName: string; zone: string; siteId: string; defaultQueueId?: string; createQueues?: boolean },
  ): Promise<{ importId: string; jobId: string }> {
    const { fileName, ...rest } = options;
    const { uploadId, sourceId, columnMap } = await this.upload(fileName, body);
    const { run, job } = await this.must(
      'ImportStarted',
      'mutation ($input: ImportInput!) { startImport(input: $input) { __typename ... on ImportStarted { run { id } job { id } } ... on InvalidInput { message path } } }',
      { input: { uploadId, sourceId, columnMap, ...rest } },
    );
    return { importId: run.id, jobId: job.id };
  }

  async importFile(
    body: Uint8Array<ArrayBuffer>,
    options: { fileName: string; zone: string; siteId: string; defaultQueueId: string },
  ): Promise<Answer> {
    return this.finished((await this.startImport(body, options)).jobId);
  }

  async saveStaffing(input: Variables): Promise<void> {
    await this.must(
      'StaffingSettingsSaved',
      'mutation ($input: StaffingSettingsInput!) { saveStaffingSettings(input: $input) { __typename ... on InvalidStaffingSettings { message path } } }',
      { input },
    );
  }

  async forecast(fromOn: string, days: number): Promise<Answer> {
    const started = await this.must(
      'JobStarted',
      'mutation ($fromOn: LocalDate!, $days: Int!) { startForecast(fromOn: $fromOn, days: $days) { __typename ... on JobStarted { job { id } } ... on NotEnoughHistory { message } ... on InvalidInput { message } } }',
      { fromOn, days },
    );
    return this.finished(started.job.id);
  }

  /** Agent-hours to roster of all queues. */
  async computeRequirement(fromOn: string, days: number): Promise<number> {
    const { requirement } = await this.must(
      'RequirementComputed',
      'mutation ($fromOn: LocalDate!, $days: Int!) { computeRequirement(fromOn: $fromOn, days: $days) { __typename ... on RequirementComputed { requirement { queues { stepMinutes agentsToRoster } } } ... on ForecastMissing { message } ... on InvalidInput { message } } }',
      { fromOn, days },
    );
    const hoursOf = (queue: { stepMinutes: number; agentsToRoster: (number | null)[] }): number =>
      queue.agentsToRoster.reduce<number>((sum, agents) => sum + ((agents ?? 0) * queue.stepMinutes) / 60, 0);
    return requirement.queues.map(hoursOf).reduce((a: number, b: number) => a + b, 0);
  }

  async createSchedule(weekStartOn: string): Promise<string> {
    const { schedule } = await this.must(
      'ScheduleCreated',
      'mutation ($weekStartOn: LocalDate!) { createSchedule(weekStartOn: $weekStartOn) { __typename ... on ScheduleCreated { schedule { id } } ... on InvalidInput { message } } }',
      { weekStartOn },
    );
    return schedule.id;
  }

  async generate(scheduleId: string, timeLimitSeconds: number): Promise<Answer> {
    const started = await this.must(
      'JobStarted',
      'mutation ($input: GenerateInput!) { generateSchedule(input: $input) { __typename ... on JobStarted { job { id } } ... on RequirementMissing { message } ... on InvalidInput { message } } }',
      { input: { scheduleId, timeLimitSeconds, keepLocked: true, keepHandEdited: true, seed: 1 } },
    );
    return this.finished(started.job.id);
  }

  async publishPreview(scheduleId: string): Promise<Answer> {
    const query =
      'query ($id: ID!) { publishPreview(scheduleId: $id) { schedule { version } mustBreaches { ruleId agentId } newShifts } }';
    return (await this.ask(query, { id: scheduleId })).publishPreview;
  }

  /** The name of the outcome's type. */
  async publish(scheduleId: string, expectedVersion: number, overrideReason?: string): Promise<string> {
    const query =
      'mutation ($id: ID!, $version: Int!, $reason: String) { publishSchedule(scheduleId: $id, expectedVersion: $version, overrideReason: $reason) { __typename } }';
    const variables = { id: scheduleId, version: expectedVersion, reason: overrideReason };
    return (await this.ask(query, variables)).publishSchedule.__typename;
  }

  async myWeek(weekOf: string): Promise<{ scheduledPaidMinutes: number; shifts: { startAt: string }[] }> {
    const query =
      'query ($weekOf: LocalDate!) { myWeek(weekOf: $weekOf) { scheduledPaidMinutes shifts { shift { startAt endAt } } } }';
    const { myWeek } = await this.ask(query, { weekOf });
    return { ...myWeek, shifts: myWeek.shifts.map(({ shift }: { shift: { startAt: string } }) => shift) };
  }

  private headers(more: Readonly<Record<string, string>>): Record<string, string> {
    return { 'apollo-require-preflight': 'true', origin: this.url, cookie: this.cookie, ...more };
  }
}
