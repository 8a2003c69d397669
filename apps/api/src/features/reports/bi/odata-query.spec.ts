import fc from 'fast-check';
import { readODataQuery } from './odata-query.js';
import { viewNamed } from './report-views.js';

const VIEW = viewNamed('measures')!;
const read = (options: Record<string, string>) => readODataQuery(VIEW, options);

describe('an OData query', () => {
  it('without options asks for all columns in the order of the key', () => {
    expect(read({})).toEqual({
      kind: 'query',
      query: {
        ...{ columns: Object.keys(VIEW.columns), where: '', parameters: [] },
        ...{ orderBy: 'queue_id, local_date', top: null, skip: 0, count: false },
      },
    });
  });

  it('as Power BI sends it: days in brackets, columns, an order, a page', () => {
    const options = {
      $filter: "(local_date ge 2026-11-01 and local_date lt 2026-12-01) and queue eq 'it''s and local'",
      $select: 'local_date,offered',
      $orderby: 'local_date desc',
      ...{ $top: '1000', $skip: '50', $count: 'true' },
    };
    const plain = {
      ...options,
      $filter: "local_date ge 2026-11-01 and local_date lt 2026-12-01 and queue eq 'it''s and local'",
    };
    expect(read(plain)).toEqual({
      kind: 'query',
      query: {
        columns: ['local_date', 'offered'],
        where: 'local_date >= $1::date and local_date < $2::date and queue = $3::text',
        parameters: ['2026-11-01', '2026-12-01', "it's and local"],
        orderBy: 'local_date desc, queue_id',
        ...{ top: 1000, skip: 50, count: true },
      },
    });
    expect(read({ $filter: '(local_date ge 2026-11-01T00:00:00Z)' })).toMatchObject({
      query: { where: 'local_date >= $1::date', parameters: ['2026-11-01'] },
    });
  });

  it.each([
    ['$expand', { $expand: 'x' }],
    ['$select', { $select: 'password' }],
    ['$filter', { $filter: 'local_date ge now()' }],
    ['$filter', { $filter: "contains(queue,'x')" }],
    ['$filter', { $filter: 'offered gt 1 or offered lt 0' }],
    ['$orderby', { $orderby: 'offered sideways' }],
    ['$top', { $top: '-1' }],
  ])('with what is not understood is refused by name: %s', (option, options) => {
    expect(read(options as Record<string, string>)).toMatchObject({ kind: 'refused', option });
  });

  it('never lets a text of the sender into the SQL', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('$filter', '$select', '$orderby'), (text, option) => {
        const found = read({ [option]: text });
        if (found.kind === 'refused') return;
        const { columns, where, orderBy } = found.query;
        expect(columns.every((name) => name in VIEW.columns)).toBe(true);
        expect(`${where} ${orderBy}`).toMatch(/^[\w\s$:,<>=]*$/);
      }),
      {
        examples: [
          ["queue eq 'x' and 1 eq 1; drop table users", '$filter'],
          ['offered; delete', '$orderby'],
        ],
      },
    );
  });
});
