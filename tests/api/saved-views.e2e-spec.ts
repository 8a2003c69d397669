import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';

const api = useTestApi();
let ann: TestPerson;
let ben: TestPerson;

const SAVE = `mutation ($title: String!, $link: String!, $isShared: Boolean!) { result: saveView(title: $title, link: $link, isShared: $isShared) { __typename ... on ViewSaved { id } ... on InvalidInput { path } } }`;
const LIST = `{ result: savedViews { id title link isShared isOwn } }`;
const REMOVE = `mutation ($id: ID!) { result: deleteView(id: $id) }`;

const ask = async (person: TestPerson, query: string, variables: object = {}) =>
  (await api.data<Loose>(query, variables as Record<string, unknown>, person)).result;

beforeAll(async () => {
  ann = await api.person(['planner']);
  ben = await api.person(['supervisor'], ann.context);
}, 60_000);

describe('saved views', () => {
  it('are one’s own until they are shared, and only one’s own to delete', async () => {
    const link = '/roster?zoom=week&group=none';
    const { id } = await ask(ann, SAVE, { title: 'Nights', link, isShared: false });
    expect(await ask(ann, LIST)).toEqual([{ id, title: 'Nights', link, isShared: false, isOwn: true }]);
    expect(await ask(ben, LIST)).toEqual([]);
    // The same name again replaces it.
    await ask(ann, SAVE, { title: 'Nights', link: '/roster?zoom=day', isShared: true });
    expect(await ask(ben, LIST)).toEqual([
      { id, title: 'Nights', link: '/roster?zoom=day', isShared: true, isOwn: false },
    ]);
    expect(await ask(ben, REMOVE, { id })).toBe(false);
    expect(await ask(ann, REMOVE, { id })).toBe(true);
    expect(await ask(ann, LIST)).toEqual([]);
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'roster'])(
    'never lead out of the app: %s',
    async (link) => {
      expect(await ask(ann, SAVE, { title: 'Trap', link, isShared: true })).toEqual({
        __typename: 'InvalidInput',
        path: 'link',
      });
    },
  );

  it('need a name, and are no business of agents', async () => {
    expect(await ask(ann, SAVE, { title: ' ', link: '/roster', isShared: false })).toMatchObject({ path: 'title' });
    const agent = await api.person(['agent'], ann.context);
    expect((await api.gql(LIST, {}, agent)).errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});
