import { newOrganisation, useTestDatabase } from '../../../../../tests/kit/test-database.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { ImportRepository } from './imports.repository.js';

const db = useTestDatabase();
const counts = (readCount: number) => ({ readCount, acceptedCount: readCount, rejectedCount: 0 });

describe('an import that a second attempt takes over', () => {
  let context: RequestContext;
  let imports: ImportRepository;
  let id: string;

  const begin = () => db.database.withTenant(context, (tx) => imports.begun(tx, id));
  const count = (readCount: number, changedNow: number) =>
    db.database.withTenant(context, (tx) => imports.counted(tx, id, { ...counts(readCount), changedNow }));

  beforeEach(async () => {
    context = await newOrganisation(db);
    imports = new ImportRepository(db.database);
    id = await db.database.withTenant(context, (tx) => imports.create(tx, { fileName: 'calls.csv', createdBy: null }));
    await begin();
    await count(10, 10);
    await begin();
  });

  it('reads the file afresh and keeps count of what the first attempt changed', async () => {
    expect(await imports.byId(context, id)).toMatchObject({ ...counts(0), changedCount: 10, state: 'running' });
    expect(await count(10, 0)).toBe(10);
    expect(await count(25, 15)).toBe(25);
  });

  it('is left alone by the first attempt once it has ended', async () => {
    await count(25, 15);
    await db.database.withTenant(context, (tx) => imports.ended(tx, id, { ...counts(25), changedCount: 25 }));
    expect(await count(15, 5)).toBeNull();
    expect(await imports.byId(context, id)).toMatchObject({ ...counts(25), changedCount: 25, state: 'done' });
  });
});
