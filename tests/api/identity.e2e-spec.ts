import { TEST_PASSWORD, useTestApi, type Loose } from '../kit/test-api.js';

const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) {
  __typename ... on SignedIn { viewer { email roles permissions organisation { name isDemo } } } ... on TooManyAttempts { retryAfterSeconds } } }`;
const VIEWER = '{ viewer { userId name email roles organisation { id name } agent { id } } }';

describe('identity over GraphQL', () => {
  const api = useTestApi();

  it('answers null to a stranger who asks for the viewer', async () => {
    expect(await api.data(VIEWER)).toEqual({ viewer: null });
  });

  it('lets a planner in and says what they may do', async () => {
    const planner = await api.person(['planner']);
    const { signIn } = await api.data<{ signIn: Record<string, Loose> }>(SIGN_IN, {
      email: planner.email,
      password: TEST_PASSWORD,
    });
    expect(signIn['__typename']).toBe('SignedIn');
    expect(signIn['viewer']).toMatchObject({
      email: planner.email,
      roles: ['PLANNER'],
      organisation: { name: 'Test centre', isDemo: false },
    });
    expect(signIn['viewer'].permissions).toContain('schedule.publish');
    expect(signIn['viewer'].permissions).not.toContain('users.manage');
  });

  it('accepts the address in any case', async () => {
    const planner = await api.person(['planner']);
    const { signIn } = await api.data<Loose>(SIGN_IN, {
      email: ` ${planner.email.toUpperCase()}`,
      password: TEST_PASSWORD,
    });
    expect(signIn.__typename).toBe('SignedIn');
  });

  it('gives the same answer for an unknown address and a wrong password', async () => {
    const planner = await api.person(['planner']);
    const wrong = await api.data<Loose>(SIGN_IN, { email: planner.email, password: 'guess' });
    const unknown = await api.data<Loose>(SIGN_IN, { email: 'nobody@test.example', password: 'guess' });
    expect(wrong.signIn).toEqual({ __typename: 'WrongCredentials' });
    expect(unknown.signIn).toEqual(wrong.signIn);
  });

  it('keeps the session in a cookie scripts cannot read and stores only its hash', async () => {
    const planner = await api.person(['planner']);
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SIGN_IN, variables: { email: planner.email, password: TEST_PASSWORD } }),
    });
    const cookie = response.headers.getSetCookie()[0]!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const token = /yotei_session=([^;]+)/.exec(cookie)![1]!;
    const rows = await api.db.peek<{ row: string }>('select s::text as row from sessions s');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
  });

  it('forgets the session on sign-out', async () => {
    const planner = await api.person(['planner']);
    expect((await api.data<Loose>(VIEWER, {}, planner)).viewer.email).toBe(planner.email);
    expect(await api.data('mutation { signOut }', {}, planner)).toEqual({ signOut: true });
    expect(await api.data(VIEWER, {}, planner)).toEqual({ viewer: null });
  });

  it('shuts out a person whose membership is taken away at once', async () => {
    const planner = await api.person(['planner']);
    await api.db.peek('delete from memberships where user_id = $1', [planner.context.userId]);
    expect(await api.data(VIEWER, {}, planner)).toEqual({ viewer: null });
  });

  it('counts only wrong attempts of a place: a whole centre signs in from one address', async () => {
    const planner = await api.person(['planner']);
    const hits = async () =>
      (await api.db.peek<{ hits: number }>('select sum(hit_count)::int as hits from rate_limits'))[0]!.hits;
    const before = await hits();
    for (let time = 0; time < 3; time += 1) await api.signIn(planner.email, TEST_PASSWORD);
    expect(await hits()).toBe(before);
    await api.data(SIGN_IN, { email: planner.email, password: 'a guess' });
    expect(await hits()).toBe(before + 2);
  });

  it('stops guessing after ten attempts on one address', async () => {
    const planner = await api.person(['planner']);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(
        (await api.data<Loose>(SIGN_IN, { email: planner.email, password: `guess ${attempt}` })).signIn.__typename,
      ).toBe('WrongCredentials');
    }
    const { signIn } = await api.data<Loose>(SIGN_IN, { email: planner.email, password: TEST_PASSWORD });
    expect(signIn.__typename).toBe('TooManyAttempts');
    expect(signIn.retryAfterSeconds).toBeGreaterThan(0);
    expect(signIn.retryAfterSeconds).toBeLessThanOrEqual(900);
  });
});

describe('refusals over GraphQL', () => {
  const api = useTestApi();

  it('tells strangers to sign in and agents that their role is not enough, without more', async () => {
    const stranger = await api.gql('{ jobs { edges { cursor } } }');
    expect(stranger.errors).toEqual([
      expect.objectContaining({ message: 'Sign in first', extensions: { code: 'UNAUTHENTICATED' } }),
    ]);
    const agent = await api.person(['agent']);
    const refused = await api.gql('{ jobs { edges { cursor } } }', {}, agent);
    expect(refused.errors).toEqual([
      expect.objectContaining({ message: 'Your role does not allow this', extensions: { code: 'FORBIDDEN' } }),
    ]);
  });

  it('shows a code and a correlation id for what nobody expected, never the exception', async () => {
    const planner = await api.person(['planner']);
    await api.db.peek('alter table agent_skills rename to agent_skills_gone');
    const { errors } = await api.gql('{ agents { totalCount } }', {}, planner);
    await api.db.peek('alter table agent_skills_gone rename to agent_skills');
    expect(errors).toHaveLength(1);
    expect(errors![0]!.message).toBe('Something went wrong on our side');
    expect(errors![0]!.extensions.code).toBe('INTERNAL');
    expect(errors![0]!.extensions.correlationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(errors)).not.toMatch(/agent_skills|does not exist|stack/);
  });

  it('tells the client that an id has the wrong form, in our words', async () => {
    const planner = await api.person(['planner']);
    for (const query of [
      '{ agents(teamId: "not-a-uuid") { totalCount } }',
      '{ job(id: "not-a-uuid") { id } }',
      'mutation { cancelJob(id: "not-a-uuid") { __typename } }',
    ]) {
      const { errors } = await api.gql(query, {}, planner);
      expect(errors).toEqual([
        expect.objectContaining({ message: 'An argument has the wrong form', extensions: { code: 'BAD_USER_INPUT' } }),
      ]);
    }
  });

  it('refuses a query that is too deep, has too many aliases or costs too much before it runs', async () => {
    const aliases = `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: viewer { name }`).join(' ')} }`;
    expect((await api.gql(aliases)).errors![0]!.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const deep = `{ __schema { types ${'{ fields { type '.repeat(7)} { name } ${'} }'.repeat(7)} } }`;
    expect((await api.gql(deep)).errors).toBeDefined();
  });

  it('refuses a form post of another site', async () => {
    const planner = await api.person(['planner']);
    const simple = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', cookie: planner.cookie },
      body: JSON.stringify({ query: 'mutation { signOut }' }),
    });
    expect(simple.status).toBe(400);
    const foreign = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example', cookie: planner.cookie },
      body: JSON.stringify({ query: 'mutation { signOut }' }),
    });
    expect(foreign.status).toBe(403);
    expect((await api.data<Loose>(VIEWER, {}, planner)).viewer).not.toBeNull();
  });
});
