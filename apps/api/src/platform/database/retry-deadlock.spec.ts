import { retryDeadlock } from './retry-deadlock.js';

const lost = () => Object.assign(new Error('deadlock detected'), { driverError: { code: '40P01' } });

describe('a transaction that lost against another', () => {
  it('is run again, and its answer counts', async () => {
    let tries = 0;
    const answer = await retryDeadlock(() => (++tries < 3 ? Promise.reject(lost()) : Promise.resolve('stored')));
    expect([answer, tries]).toEqual(['stored', 3]);
  });

  it('is given up after four times', async () => {
    let tries = 0;
    const forever = retryDeadlock(() => {
      tries += 1;
      return Promise.reject(lost());
    });
    await expect(forever).rejects.toThrow('deadlock');
    expect(tries).toBe(4);
  });

  it('is not run again for any other reason', async () => {
    let tries = 0;
    const broken = retryDeadlock(() => {
      tries += 1;
      return Promise.reject(Object.assign(new Error('no such table'), { code: '42P01' }));
    });
    await expect(broken).rejects.toThrow('no such table');
    expect(tries).toBe(1);
  });
});
