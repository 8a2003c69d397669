import { useMailingApi } from '../kit/mailing-api.js';
import { newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { TEST_PASSWORD, type Loose, type TestPerson } from '../kit/test-api.js';

const { api, mail } = useMailingApi({ environment: { YOTEI_PUBLIC_URL: 'https://yotei.example' } });
const PASSWORD = 'a long first password';

const PERSON = 'id name email locale roles state agentId invitedUntil';
const SAVED = `__typename ... on PersonSaved { person { ${PERSON} } invitation { path isMailed } }
  ... on InvalidInput { path message } ... on LastAdministrator { message }`;
const ADD = `mutation ($email: String!, $input: PersonInput!, $password: String) {
  addPerson(email: $email, input: $input, password: $password) { ${SAVED} } }`;
const CHANGE = `mutation ($id: ID!, $input: PersonInput!) { changePerson(id: $id, input: $input) { ${SAVED} } }`;
const AWAY = `mutation ($id: ID!, $isAway: Boolean!) { putPersonAway(id: $id, isAway: $isAway) { ${SAVED} } }`;
const AGAIN = `mutation ($id: ID!) { invitePersonAgain(id: $id) { ${SAVED} } }`;
const ACCEPT = `mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) {
  __typename ... on InvitationAccepted { email } ... on InvalidInput { path } } }`;
const PEOPLE = `{ people { ${PERSON} } }`;

let centre: TestCentre;
let admin: TestPerson;
let count = 0;

beforeAll(async () => {
  centre = await newTestCentre(api);
  admin = await api.person(['admin'], centre.context);
}, 60_000);

const newEmail = () => `person-${(count += 1)}@people.example`;
const input = (changes: object = {}) => ({ name: 'Ren Takahashi', roles: ['PLANNER'], locale: 'ja', ...changes });
const run = (text: string, variables: Record<string, unknown>, person: TestPerson = admin): Promise<Loose> =>
  api.field(text, variables, person);
const people = (): Promise<Loose[]> => api.field(PEOPLE, {}, admin);
const accept = (path: string, password = PASSWORD): Promise<Loose> =>
  api.field(ACCEPT, { token: path.split('#')[1], password });

describe('the people of an organisation', () => {
  it('are the business of administrators alone', async () => {
    for (const role of ['planner', 'manager', 'supervisor', 'agent'] as const) {
      const other = await api.person([role], centre.context);
      expect((await api.gql(PEOPLE, {}, other)).errors![0]!.extensions.code).toBe('FORBIDDEN');
      const tried = await api.gql(ADD, { email: newEmail(), input: input() }, other);
      expect(tried.errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('come by a link that works once, and then sign in with what they chose', async () => {
    const email = newEmail();
    const added = await run(ADD, { email: ` ${email.toUpperCase()}`, input: input() });
    expect(added.person).toMatchObject({ email, state: 'INVITED', roles: ['PLANNER'], locale: 'ja' });
    expect(added.invitation.isMailed).toBe(true);
    const [sent] = mail.to(email);
    expect(sent!.subject).toBe('Yotei への招待');
    expect(sent!.text).toContain(`https://yotei.example${added.invitation.path}`);
    await expect(api.signIn(email, '')).rejects.toThrow('no cookie');
    expect(await accept(added.invitation.path, 'short')).toEqual({ __typename: 'InvalidInput', path: 'password' });
    expect(await accept(added.invitation.path)).toEqual({ __typename: 'InvitationAccepted', email });
    expect(await api.signIn(email, PASSWORD)).toContain('yotei_session=');
    expect((await accept(added.invitation.path)).__typename).toBe('InvitationOver');
    expect((await people()).find((one) => one.email === email)).toMatchObject({ state: 'ACTIVE', invitedUntil: null });
  });

  it('come with a first password where one is given', async () => {
    const email = newEmail();
    const added = await run(ADD, { email, input: input({ roles: ['SUPERVISOR', 'AGENT'] }), password: PASSWORD });
    expect(added).toMatchObject({ person: { state: 'ACTIVE' }, invitation: null });
    expect(await api.signIn(email, PASSWORD)).toContain('yotei_session=');
  });

  it('are one account an address, and nothing is left of one refused', async () => {
    const email = newEmail();
    await run(ADD, { email, input: input(), password: PASSWORD });
    const stranger = await api.person(['admin']);
    for (const person of [admin, stranger])
      expect(await run(ADD, { email, input: input() }, person)).toMatchObject({ path: 'email' });
    expect(await run(ADD, { email: 'nobody', input: input() })).toMatchObject({ path: 'email' });
    expect(await run(ADD, { email: newEmail(), input: input({ roles: [] }) })).toMatchObject({ path: 'roles' });
    expect(await run(ADD, { email: newEmail(), input: input({ name: ' ' }) })).toMatchObject({ path: 'name' });
  });

  it('are an agent of the centre where told, and each agent is one person', async () => {
    const agentId = centre.ids.of('agent', centre.centre.agents[1]!.id);
    const [first, second] = [newEmail(), newEmail()];
    const added = await run(ADD, { email: first, input: input({ roles: ['AGENT'], agentId }), password: PASSWORD });
    expect(added.person.agentId).toBe(agentId);
    const other = await run(ADD, { email: second, input: input({ agentId }), password: PASSWORD });
    expect(other).toMatchObject({ __typename: 'InvalidInput', path: 'agentId' });
    expect((await people()).some(({ email }) => email === second)).toBe(false);
    const freed = await run(CHANGE, { id: added.person.id, input: input({ roles: ['AGENT'] }) });
    expect(freed.person.agentId).toBeNull();
  });

  it('may do what they are changed to from the next request on', async () => {
    const person = await api.person(['agent'], centre.context);
    const id = person.context.userId!;
    await run(CHANGE, { id, input: input({ name: 'Mio', roles: ['PLANNER'] }) });
    const { viewer } = await api.data<Loose>('{ viewer { permissions } }', {}, person);
    expect(viewer.permissions).toContain('schedule.publish');
    const [entry] = await api.db.peek<Loose>(
      `select action, before, after from audit_entries where subject_kind = 'user' and subject_id = $1`,
      [id],
    );
    expect(entry).toEqual({
      action: 'user.changed',
      before: { name: 'Test agent', roles: ['agent'] },
      after: { name: 'Mio', roles: ['planner'] },
    });
  });

  it('who are put away are out at once, and can be brought back', async () => {
    const person = await api.person(['planner'], centre.context);
    const id = person.context.userId!;
    const link = (await run(AGAIN, { id })).invitation.path;
    expect((await run(AWAY, { id, isAway: true })).person.state).toBe('AWAY');
    expect((await api.data<Loose>('{ viewer { userId } }', {}, person)).viewer).toBeNull();
    await expect(api.signIn(person.email, TEST_PASSWORD)).rejects.toThrow('no cookie');
    expect((await accept(link)).__typename).toBe('InvitationOver');
    expect((await run(AGAIN, { id })).__typename).toBe('NotFound');
    expect((await run(AWAY, { id, isAway: false })).person.state).toBe('ACTIVE');
    expect(await api.signIn(person.email, TEST_PASSWORD)).toContain('yotei_session=');
  });

  it('who set a new password by a link are signed out everywhere else', async () => {
    const person = await api.person(['planner'], centre.context);
    const { invitation } = await run(AGAIN, { id: person.context.userId });
    const newer = (await run(AGAIN, { id: person.context.userId })).invitation;
    expect((await accept(invitation.path)).__typename).toBe('InvitationOver');
    expect((await accept(newer.path)).__typename).toBe('InvitationAccepted');
    expect((await api.data<Loose>('{ viewer { userId } }', {}, person)).viewer).toBeNull();
    expect(await api.signIn(person.email, PASSWORD)).toContain('yotei_session=');
  });

  it('keep at least one administrator, also when two are taken away at once', async () => {
    const one = await api.person(['admin']);
    const other = await api.person(['admin'], one.context);
    expect(await run(AWAY, { id: one.context.userId, isAway: true }, one)).toMatchObject({ path: 'id' });
    const demote = (of: TestPerson, by: TestPerson) =>
      run(CHANGE, { id: of.context.userId, input: input({ name: 'Test', roles: ['PLANNER'] }) }, by);
    const ends = await Promise.all([demote(one, other), demote(other, one)].map((end) => end.catch(() => null)));
    expect(ends.filter((end) => end?.__typename === 'PersonSaved').length).toBe(1);
    const left = ends[0]?.__typename === 'PersonSaved' ? other : one;
    expect((await demote(left, left)).__typename).toBe('LastAdministrator');
  });

  it('are not those of another organisation', async () => {
    const stranger = await api.person(['admin']);
    const person = await api.person(['planner'], centre.context);
    const id = person.context.userId;
    for (const tried of [
      await run(CHANGE, { id, input: input() }, stranger),
      await run(AWAY, { id, isAway: true }, stranger),
      await run(AGAIN, { id }, stranger),
    ])
      expect(tried.__typename).toBe('NotFound');
    expect((await api.data<Loose>(PEOPLE, {}, stranger)).people).toHaveLength(1);
  });
});
