import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Announcer } from '../../apps/api/src/features/notifications/index.js';
import { CatchingMail } from '../kit/catching-mail.js';
import { CatchingPush } from '../kit/catching-push.js';
import { until } from '../kit/running-program.js';
import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';

const mail = new CatchingMail();
const push = new CatchingPush();
const environment: Record<string, string> = { YOTEI_NOTICE_GATHER_SECONDS: '0' };
const workers: ChildProcess[] = [];

beforeAll(async () => {
  environment['YOTEI_SMTP_URL'] = await mail.open();
  environment['YOTEI_PUSH_HOSTS'] = await push.open();
});
const api = useTestApi({ environment });
afterAll(async () => {
  await Promise.all(workers.map(kill));
  await mail.close();
  await push.close();
});

/** A process of its own that sends, as in production; the api of this file sends nothing. */
async function startSender(): Promise<ChildProcess> {
  const sender = fork(join(__dirname, '..', 'kit', 'test-worker.mjs'), ['program'], {
    env: {
      ...process.env,
      ...{ NODE_ENV: 'test', DATABASE_URL: api.db.runtimeUrl, YOTEI_LOG_LEVEL: 'error', YOTEI_WORKER_CONCURRENCY: '1' },
      ...environment,
    },
  });
  workers.push(sender);
  await once(sender, 'message');
  return sender;
}

async function kill(sender: ChildProcess): Promise<void> {
  if (sender.exitCode !== null || sender.signalCode !== null) return;
  sender.kill('SIGKILL');
  await once(sender, 'exit');
}

/** Asks for mail or push at any hour, so that the hour the test runs at does not matter. */
async function reader(by: 'mail' | 'push'): Promise<TestPerson> {
  const person = await api.person(['agent'], colleague?.context);
  const input = {
    ...{ language: 'EN', mail: by === 'mail' ? 'NOW' : 'OFF', push: true, quietFromMinute: null },
    ...{ quietUntilMinute: null, digestMinute: 1020, urgentAnyway: true, zone: 'Asia/Tokyo' },
  };
  await api.data(
    'mutation ($input: NoticeSettingsInput!) { saveNoticeSettings(input: $input) { __typename } }',
    { input },
    person,
  );
  return person;
}

const announce = (person: TestPerson, what: string) =>
  api.db.database.withTenant(person.context, (tx) =>
    api.app.get(Announcer, { strict: false }).announce(tx, person.context, [
      {
        userId: person.context.userId!,
        kind: 'schedule-changed',
        what: { en: what, ja: what },
        todo: { en: 'Look at it.', ja: '確認してください。' },
        path: '/my-week',
      },
    ]),
  );

const statesOf = async (person: TestPerson): Promise<string[]> =>
  (
    await api.db.peek<{ state: string }>('select state from notice_deliveries where user_id = $1 order by notice_id', [
      person.context.userId,
    ])
  ).map(({ state }) => state);
const subjectsTo = ({ email }: TestPerson): string[] => mail.to(email).map(({ subject }) => subject);
/** Two minutes pass for whoever was being sent to. */
const letClaimsAge = () =>
  api.db.peek(
    `update notice_deliveries set claimed_at = claimed_at - interval '3 minutes' where state = 'sending' returning 1`,
  );

let colleague: TestPerson | undefined;

describe('a sender of notices that is killed', () => {
  it('between handing a message over and noting so, leaves nothing that is sent twice', async () => {
    const taken = await reader('mail');
    colleague = taken;
    const refused = await reader('mail');
    const pushed = await reader('push');
    const device = push.subscribe();
    await api.data(
      'mutation ($input: PushDeviceInput!) { addPushDevice(input: $input) { __typename } }',
      { input: device },
      pushed,
    );

    // The mail server has taken the first mail when its sender dies, and has not taken the second.
    let sender = await startSender();
    mail.beforeTaking = () => kill(sender);
    await announce(taken, 'Told once');
    await until('the first sender is dead', () => sender.signalCode === 'SIGKILL');
    sender = await startSender();
    mail.beforeTaking = async () => {
      await kill(sender);
      throw Object.assign(new Error('not taken'), { responseCode: 451 });
    };
    await announce(refused, 'Told in the app only');
    await until('the second sender is dead', () => sender.signalCode === 'SIGKILL');
    sender = await startSender();
    push.beforeAnswer = () => kill(sender);
    await announce(pushed, 'Pushed again, unseen');
    await until('the third sender is dead', () => sender.signalCode === 'SIGKILL');
    mail.beforeTaking = () => undefined;
    push.beforeAnswer = () => undefined;
    expect([await statesOf(taken), await statesOf(refused), await statesOf(pushed)]).toEqual([
      ['sending'],
      ['sending'],
      ['sending'],
    ]);

    // Nobody announces anything: the next sender comes of itself and settles what the dead ones left.
    await letClaimsAge();
    await startSender();
    await until('what was left is settled', async () => (await statesOf(pushed))[0] === 'sent');
    await until('mails are given up', async () => (await statesOf(refused))[0] === 'uncertain');
    expect(await statesOf(taken)).toEqual(['uncertain']);
    const tags = push.pushes.map(({ message, headers }) => [message.tag, headers['topic']]);
    expect(tags).toHaveLength(2);
    expect(tags[0]).toEqual(tags[1]);

    // What comes later goes its way, without what went before.
    await announce(taken, 'The next news');
    await announce(refused, 'The next news');
    await until('later news are sent', async () => (await statesOf(refused))[1] === 'sent');
    await until('later news are sent', async () => (await statesOf(taken))[1] === 'sent');
    expect([subjectsTo(taken), subjectsTo(refused)]).toEqual([['Told once', 'The next news'], ['The next news']]);
    const { myNotices } = await api.data<Loose>(
      'query { myNotices { notices { text { en } acknowledgedAt } } }',
      {},
      refused,
    );
    expect(myNotices.notices.at(-1)).toEqual({ text: { en: 'Told in the app only' }, acknowledgedAt: null });
  }, 180_000);
});
