import { soundRosterFiles } from './draft.js';

const sound = () => JSON.stringify(soundRosterFiles().agents, null, 1);

/** Files that are no JSON, or more of it than a roster needs. */
export const TEXTS: readonly (readonly [
  file: 'agents' | 'rules' | 'roster',
  name: string,
  text: string | Buffer,
  says: readonly string[],
])[] = [
  ['agents', 'an empty file', '', ['is empty']],
  ['rules', 'only blanks', ' \n\t', ['is empty; expected an object']],
  ['agents', 'a list at the top', '[]', ['must be an object']],
  ['rules', 'a number at the top', '42', ['must be an object']],
  ['roster', 'null at the top', 'null', ['must be an object']],
  ['agents', 'a file cut short', sound().slice(0, 400), ['is not JSON at line', 'the file ends early']],
  [
    'agents',
    'a comma too many',
    sound().replace(/\}\s*\]/, '},]'),
    ['is not JSON at line', 'the comma before ] must be taken out'],
  ],
  [
    'agents',
    'a comma too few',
    sound().replace('"paid": true,', '"paid": true'),
    ['is not JSON at line', 'a comma must stand before'],
  ],
  ['rules', 'NaN', '{"rules": [], "slotMinutes": NaN}', ['line 1, column 30', 'NaN is no JSON number']],
  [
    'rules',
    'Infinity',
    '{"rules": [{"rule": "x", "level": "must", "weight": Infinity}]}',
    ['Infinity is no JSON number'],
  ],
  ['rules', 'a comment', '{"rules": [] // none yet\n}', ['is not JSON at line 1, column 14']],
  ['rules', 'single quotes', "{'rules': []}", ['must stand in straight double quotes']],
  ['rules', 'curly quotes', '{“rules”: []}', ['must stand in straight double quotes']],
  ['rules', 'names without quotes', '{rules: []}', ['rules is not JSON; texts stand in double quotes']],
  ['rules', 'two documents', '{"rules": []}\n{"rules": []}', ['line 2, column 1', 'must not follow the end']],
  ['rules', 'a field written twice', '{"rules": [], "slotMinutes": 15, "rules": []}', ['rules: is written twice']],
  [
    'agents',
    'nested without end',
    '{"agents": '.repeat(5000) + '1' + '}'.repeat(5000),
    ['nested deeper than 64 levels'],
  ],
  ['agents', 'zip bytes', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe]), ['not UTF-8 text']],
  ['rules', 'Latin-1 letters', Buffer.from('{"rules": [], "caf\xe9": 1}', 'latin1'), ['not UTF-8 text']],
  ['roster', 'a roster as CSV', 'agent,start,end\namy,2026,2026\n', ['is not JSON at line 1, column 1']],
  ['agents', 'a byte-order mark before a slip', '\uFEFF{"agents": [}', ['line 1, column 13']],
  [
    'agents',
    'a text of ten megabytes',
    JSON.stringify({ ...soundRosterFiles().agents, zone: 'x'.repeat(10_000_000) }),
    ['zone: ("xxxx', 'must be an IANA time zone'],
  ],
  [
    'rules',
    'a field called __proto__',
    '{"rules": [], "__proto__": {"slotMinutes": 30}}',
    ['__proto__: is not known here'],
  ],
];
