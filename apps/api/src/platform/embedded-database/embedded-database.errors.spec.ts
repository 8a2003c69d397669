import { EmbeddedDatabaseError, embeddedFault } from './embedded-database.errors.js';

const withCode = (code: string): Error => Object.assign(new Error(`${code}: …`), { code });

describe('a start of the embedded database that fails', () => {
  it.each(
    [
      [withCode('ENOSPC'), 'disk-full'],
      [new Error('FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 9'), 'disk-full'],
      [new Error('initdb: error: could not write to file: No space left on device'), 'disk-full'],
      [withCode('EACCES'), 'no-permission'],
      [withCode('EROFS'), 'no-permission'],
      [new Error('LOG:  could not bind IPv4 address "127.0.0.1": Address already in use'), 'port-taken'],
      [new Error('FATAL:  database files are incompatible with server'), 'start-failed'],
    ].map(([cause, fault]) => ({ cause, fault })),
  )('is called $fault', ({ cause, fault }) => {
    const named = embeddedFault(cause, '/data');
    expect(named.fault).toBe(fault);
    expect(named.message.split('\n')).toHaveLength(1);
  });

  it('shows the telling line of a log and where to read the rest', () => {
    const log =
      'LOG:  starting PostgreSQL\nFATAL:  database files are incompatible with server\nDETAIL:  made by version 15';
    expect(embeddedFault(new Error(log), '/data').message).toBe(
      'The embedded database did not start: FATAL:  database files are incompatible with server (see postgres.log in /data).',
    );
  });

  it('keeps a fault that has a name already', () => {
    const named = new EmbeddedDatabaseError('folder-in-use', 'used');
    expect(embeddedFault(named, '/data')).toBe(named);
  });
});
