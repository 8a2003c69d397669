import { isConnectionLost, whileServerIsAway } from './connection-lost.js';

const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
const unique = Object.assign(new Error('duplicate key'), { code: '23505' });

describe('a lost connection', () => {
  it.each(
    [
      [refused, true],
      [Object.assign(new Error('terminating connection'), { code: '57P01' }), true],
      [new Error('Connection terminated unexpectedly'), true],
      [Object.assign(new Error('QueryFailedError'), { driverError: refused }), true],
      [new AggregateError([refused]), true],
      [unique, false],
      [null, false],
    ].map(([error, lost]) => ({ error, lost, name: error instanceof Error ? error.message : 'nothing' })),
  )('is told from a wrong statement: $name', ({ error, lost }) => {
    expect(isConnectionLost(error)).toBe(lost);
  });

  it('is tried again until the server is back; a wrong statement is not', async () => {
    const answers = [refused, refused];
    expect(
      await whileServerIsAway(async () => {
        const error = answers.shift();
        if (error) throw error;
        return 'stored';
      }, 60_000),
    ).toBe('stored');
    await expect(whileServerIsAway(() => Promise.reject(unique), 60_000)).rejects.toBe(unique);
    await expect(whileServerIsAway(() => Promise.reject(refused), -1)).rejects.toBe(refused);
  });
});
