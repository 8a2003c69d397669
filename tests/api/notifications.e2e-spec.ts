import { createClient } from 'graphql-ws';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { Announcer, NoticeReceipts, type Announcement } from '../../apps/api/src/features/notifications/index.js';
import { CatchingPush } from '../kit/catching-push.js';
import { useMailingApi } from '../kit/mailing-api.js';
import type { Loose, TestPerson } from '../kit/test-api.js';

const push = new CatchingPush();
const environment: Record<string, string> = {
  YOTEI_NOTICE_GATHER_SECONDS: '0',
  YOTEI_PUBLIC_URL: 'https://yotei.example',
};
beforeAll(async () => {
  environment['YOTEI_PUSH_HOSTS'] = await push.open();
});
const { api, mail } = useMailingApi({ worker: true, environment });
afterAll(() => push.close());

const NOTICE = 'id kind text { en ja } todo { en ja } path urgent seenAt acknowledgedAt';
const LIST = `query { myNotices { unseenCount notices { ${NOTICE} } } }`;
const SETTINGS =
  'language mail push quietFromMinute quietUntilMinute digestMinute urgentAnyway zone mailIsOn pushPublicKey devices { id label deliveredAt }';
const SAVE = `mutation ($input: NoticeSettingsInput!) { saveNoticeSettings(input: $input) { __typename ... on NoticeSettings { ${SETTINGS} } ... on InvalidInput { path } } }`;
const ADD_DEVICE = `mutation ($input: PushDeviceInput!) { addPushDevice(input: $input) { __typename ... on NoticeSettings { devices { id label } } ... on InvalidInput { path } } }`;
/** All day awake, so that the hour the test runs at does not matter. */
const AWAKE = {
  ...{ language: 'EN', mail: 'NOW', push: true, quietFromMinute: null, quietUntilMinute: null },
  ...{ digestMinute: 1020, urgentAnyway: true, zone: 'Asia/Tokyo' },
};

let agent: TestPerson;
let serial = 0;

const announce = (person: TestPerson, of: Partial<Announcement> = {}) =>
  api.db.database.withTenant(person.context, (tx) =>
    api.app.get(Announcer, { strict: false }).announce(tx, person.context, [
      {
        userId: person.context.userId!,
        kind: 'schedule-changed',
        what: { en: `Shift ${++serial} moved`, ja: `シフト${serial}が変わりました` },
        todo: { en: 'Look at it.', ja: '確認してください。' },
        path: '/my-week?week=2026-11-09',
        ...of,
      },
    ]),
  );
const save = async (input: Loose, person = agent) =>
  (await api.data<Loose>(SAVE, { input: { ...AWAKE, ...input } }, person)).saveNoticeSettings;
const list = async (person = agent) => (await api.data<Loose>(LIST, {}, person)).myNotices;
const deliveries = (person: TestPerson) =>
  api.db.peek<{ channel: string; state: string; problem: string | null }>(
    'select channel, state, problem from notice_deliveries where user_id = $1 order by claimed_at, channel',
    [person.context.userId],
  );

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(30);
}

async function awakePerson(settings: Loose = {}): Promise<TestPerson> {
  const person = await api.person(['agent'], agent?.context);
  await save(settings, person);
  return person;
}

beforeAll(async () => {
  agent = await awakePerson();
}, 60_000);

describe('a notice in the app', () => {
  it('is there at once, with what changed and what to do, until it is acknowledged', async () => {
    const reader = await awakePerson({ mail: 'OFF' });
    await announce(reader, { what: { en: 'Your lunch moved', ja: '昼休みが変わりました' } });
    const [notice] = (await list(reader)).notices;
    expect(notice).toMatchObject({
      text: { en: 'Your lunch moved', ja: '昼休みが変わりました' },
      todo: { en: 'Look at it.' },
      path: '/my-week?week=2026-11-09',
      seenAt: null,
      acknowledgedAt: null,
    });
    expect((await list(reader)).unseenCount).toBe(1);
    expect(await api.data('mutation ($ids: [ID!]!) { seeNotices(ids: $ids) }', { ids: [notice.id] }, reader)).toEqual({
      seeNotices: 1,
    });
    expect(await list(reader)).toMatchObject({ unseenCount: 0, notices: [{ acknowledgedAt: null }] });
    await api.data('mutation ($id: ID!) { acknowledgeNotice(id: $id) }', { id: notice.id }, reader);
    expect((await list(reader)).notices[0].acknowledgedAt).not.toBeNull();
  });

  it('reaches a page that is open, and nobody else’s', async () => {
    const reader = await awakePerson();
    const other = await awakePerson();
    const client = createClient({
      url: `${api.url.replace('http', 'ws')}/graphql`,
      retryAttempts: 0,
      webSocketImpl: class extends WebSocket {
        constructor(url: string, protocols: string) {
          super(url, protocols, { headers: { cookie: reader.cookie, origin: api.url } });
        }
      },
    });
    const counts: number[] = [];
    for await (const { data } of client.iterate<Loose>({
      query: 'subscription { noticesChanged { unseenCount } }',
    })) {
      counts.push((data as Loose).noticesChanged.unseenCount);
      if (counts.length === 1) {
        await announce(other);
        await announce(reader);
      }
      if (counts.length === 2) break;
    }
    await client.dispose();
    expect(counts).toEqual([0, 1]);
  }, 20_000);

  it('is announced once for the same key', async () => {
    const reader = await awakePerson();
    expect(await announce(reader, { onceKey: 'same' })).toBe(1);
    expect(await announce(reader, { onceKey: 'same' })).toBe(0);
    expect((await list(reader)).notices).toHaveLength(1);
  });

  it('is neither stored nor sent when the change it tells of is rolled back', async () => {
    const reader = await awakePerson();
    const failed = api.db.database.withTenant(reader.context, async () => {
      await announce(reader);
      throw new Error('second thoughts');
    });
    await expect(failed).rejects.toThrow('second thoughts');
    await announce(reader, { what: { en: 'The next one', ja: '次' } });
    await until(() => mail.to(reader.email).length > 0);
    expect(mail.to(reader.email).map(({ subject }) => subject)).toEqual(['The next one']);
  }, 20_000);

  it('of another person cannot be seen or acknowledged', async () => {
    const reader = await awakePerson();
    const other = await awakePerson();
    await announce(reader);
    const { id } = (await list(reader)).notices[0];
    expect(await api.data('mutation ($id: ID!) { acknowledgeNotice(id: $id) }', { id }, other)).toEqual({
      acknowledgeNotice: false,
    });
    expect((await list(other)).notices).toEqual([]);
    expect((await api.gql(LIST)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('mail', () => {
  it('goes to the reader in the reader’s language, with what to do and where', async () => {
    const reader = await awakePerson({ language: 'JA' });
    await announce(reader);
    await until(() => mail.to(reader.email).length > 0);
    const [caught] = mail.to(reader.email);
    expect(caught!.subject).toBe(`シフト${serial}が変わりました`);
    expect(caught!.text).toContain('確認してください。');
    expect(caught!.text).toContain('https://yotei.example/my-week?week=2026-11-09');
    await until(async () => (await deliveries(reader)).every(({ state }) => state === 'sent'));
    const receipts = await api.app.get(NoticeReceipts, { strict: false }).of(reader.context, 'none');
    expect(receipts).toEqual([]);
  }, 20_000);

  it('waits for the digest and holds all news of the day, but those seen in the app', async () => {
    const now = new Date();
    // Two hours ahead of UTC's present minute, as digest time: nothing goes out now.
    const digestMinute = (now.getUTCHours() * 60 + now.getUTCMinutes() + 120) % 1440;
    const reader = await awakePerson({ mail: 'DIGEST', digestMinute, zone: 'UTC' });
    await announce(reader, { subject: 'schedule/x' });
    await announce(reader);
    await announce(reader, { what: { en: 'Seen already', ja: '確認済み' } });
    await until(async () => (await deliveries(reader)).length === 3);
    const seen = (await list(reader)).notices.find(({ text }: Loose) => text.en === 'Seen already');
    await api.data('mutation ($ids: [ID!]!) { seeNotices(ids: $ids) }', { ids: [seen.id] }, reader);
    expect(mail.to(reader.email)).toEqual([]);
    await api.db.peek('update notice_deliveries set due_at = now() where user_id = $1', [reader.context.userId]);
    await announce(await awakePerson({ mail: 'OFF' }));
    await until(() => mail.to(reader.email).length > 0);
    expect(mail.to(reader.email)).toHaveLength(1);
    expect(mail.to(reader.email)[0]!.subject).toBe('2 pieces of news about your work');
    expect((await deliveries(reader)).map(({ state }) => state).sort()).toEqual(['dropped', 'sent', 'sent']);
    const receipts = await api.app.get(NoticeReceipts, { strict: false }).of(reader.context, 'schedule/x');
    expect(receipts).toMatchObject([
      { userId: reader.context.userId, channels: { mail: 'sent' }, acknowledgedAt: null },
    ]);
  }, 30_000);

  it('refused for the moment is tried again, refused for good is noted', async () => {
    const reader = await awakePerson();
    let refusals = 0;
    mail.beforeTaking = ({ to }) => {
      if (to.includes(reader.email) && refusals++ === 0)
        throw Object.assign(new Error('come back later'), { responseCode: 451 });
      if (to.includes(reader.email) && refusals > 2)
        throw Object.assign(new Error('no such person'), { responseCode: 550 });
    };
    await announce(reader);
    await until(async () => (await deliveries(reader))[0]?.problem === 'EMESSAGE 451');
    expect(await deliveries(reader)).toMatchObject([{ state: 'waiting' }]);
    await api.db.peek('update notice_deliveries set due_at = now() where user_id = $1', [reader.context.userId]);
    await announce(await awakePerson({ mail: 'OFF' }));
    await until(async () => (await deliveries(reader))[0]?.state === 'sent');
    await announce(reader);
    await until(async () => (await deliveries(reader)).some(({ state }) => state === 'failed'));
    expect(mail.to(reader.email)).toHaveLength(1);
    mail.beforeTaking = () => undefined;
  }, 30_000);

  it('whose sender died on the way is not sent a second time', async () => {
    const reader = await awakePerson({ mail: 'OFF' });
    await announce(reader);
    const [{ id }] = (await list(reader)).notices;
    await api.db.peek(
      `insert into notice_deliveries (organisation_id, notice_id, channel, user_id, state, due_at, attempts, claim_id, claimed_at)
       values ($1, $2, 'mail', $3, 'sending', now() - interval '4 minutes', 1, gen_random_uuid(), now() - interval '3 minutes')`,
      [reader.context.organisationId, id, reader.context.userId],
    );
    await announce(await awakePerson({ mail: 'OFF' }));
    await until(async () => (await deliveries(reader))[0]?.state !== 'sending');
    expect(await deliveries(reader)).toEqual([{ channel: 'mail', state: 'uncertain', problem: 'sender died' }]);
    expect(mail.to(reader.email)).toEqual([]);
  }, 20_000);
});

describe('push', () => {
  it('reaches each browser of the reader, encrypted, and says nothing personal', async () => {
    const reader = await awakePerson({ mail: 'OFF' });
    const added = await api.data<Loose>(ADD_DEVICE, { input: push.subscribe() }, reader);
    expect(added.addPushDevice.devices).toMatchObject([{ label: 'Test browser' }]);
    await announce(reader, { urgent: true });
    await until(() => push.pushes.length > 0);
    const { message, headers } = push.pushes.at(-1)!;
    expect(message).toMatchObject({
      title: 'Your schedule changed',
      body: 'Open to see what it is.',
      path: '/my-week?week=2026-11-09',
    });
    expect(headers).toMatchObject({
      urgency: 'high',
      'content-encoding': 'aes128gcm',
      topic: message.tag.replaceAll('-', ''),
    });
    expect(headers['authorization']).toMatch(/^vapid t=[\w.-]+, k=/);
    await until(async () => (await deliveries(reader)).every(({ state }) => state === 'sent'));
  }, 20_000);

  it('forgets a browser that is gone', async () => {
    const reader = await awakePerson({ mail: 'OFF' });
    await api.data<Loose>(ADD_DEVICE, { input: push.subscribe() }, reader);
    push.status = 410;
    await announce(reader);
    await until(async () => (await deliveries(reader))[0]?.state === 'dropped');
    push.status = 201;
    const { myNoticeSettings } = await api.data<Loose>(`query { myNoticeSettings { ${SETTINGS} } }`, {}, reader);
    expect(myNoticeSettings.devices).toEqual([]);
  }, 20_000);

  it('is not sent to addresses that are no push service', async () => {
    const subscription = { ...push.subscribe(), endpoint: 'http://169.254.169.254/latest' };
    const { addPushDevice } = await api.data<Loose>(ADD_DEVICE, { input: subscription }, agent);
    expect(addPushDevice).toEqual({ __typename: 'InvalidInput', path: 'endpoint' });
  });

  it('has one key pair for the centre', async () => {
    const key = async (person: TestPerson) =>
      (await api.data<Loose>('query { myNoticeSettings { pushPublicKey } }', {}, person)).myNoticeSettings
        .pushPublicKey;
    const [one, two] = [await key(agent), await key(await awakePerson())];
    expect(one).toBe(two);
    expect(Buffer.from(one, 'base64url')).toHaveLength(65);
  });
});

describe('settings of notices', () => {
  it('begin with a standard and keep what is saved', async () => {
    const reader = await api.person(['agent'], agent.context);
    const { myNoticeSettings } = await api.data<Loose>(`query { myNoticeSettings { ${SETTINGS} } }`, {}, reader);
    expect(myNoticeSettings).toMatchObject({
      mail: 'NOW',
      quietFromMinute: 1320,
      quietUntilMinute: 420,
      mailIsOn: true,
    });
    expect(await save({ mail: 'DIGEST', digestMinute: 600, language: 'JA' }, reader)).toMatchObject({
      __typename: 'NoticeSettings',
      mail: 'DIGEST',
      digestMinute: 600,
      language: 'JA',
    });
  });

  it('refuse what cannot be', async () => {
    expect(await save({ zone: 'Mars/Base' })).toEqual({ __typename: 'InvalidInput', path: 'zone' });
    expect(await save({ digestMinute: 1440 })).toEqual({ __typename: 'InvalidInput', path: 'digestMinute' });
    expect(await save({ quietFromMinute: 60 })).toEqual({ __typename: 'InvalidInput', path: 'quietUntilMinute' });
  });
});
