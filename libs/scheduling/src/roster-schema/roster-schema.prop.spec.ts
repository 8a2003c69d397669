import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {
  BROKEN_ROSTER_FILES,
  soundRosterFiles,
  type BrokenCase,
} from '../../../../tests/kit/broken-roster-files/index.js';
import { rosterCase } from '../../../../tests/kit/roster-arbitraries.js';
import { objectiveFaults } from '../objective/index.js';
import {
  assembleProblem,
  parseAgentsFile,
  parseRosterFile,
  parseRulesFile,
  serialiseAgentsFile,
  serialiseRosterFile,
  serialiseRulesFile,
  type Fault,
  type FileRead,
} from '../roster/index.js';
import { validateProblem } from '../rules/index.js';
import { ROSTER_FILE_SCHEMAS } from './index.js';

type FileName = keyof typeof ROSTER_FILE_SCHEMAS;
type Files = Record<FileName, unknown>;

const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: true,
  validateFormats: false,
});
const judges = Object.fromEntries(
  Object.entries(ROSTER_FILE_SCHEMAS).map(([name, schema]) => [name, ajv.compile(schema)]),
) as Record<FileName, ValidateFunction>;

const soundFiles = (): Files => {
  const { agents, rules, roster } = soundRosterFiles();
  return { agents, rules, roster };
};

const PARSERS: Readonly<Record<FileName, (text: string, options: { zone: string }) => FileRead<unknown>>> = {
  agents: parseAgentsFile,
  rules: parseRulesFile,
  roster: parseRosterFile,
};

function parseFaults(name: FileName, document: unknown): readonly Fault[] {
  const read = PARSERS[name](JSON.stringify(document), { zone: 'Asia/Tokyo' });
  return read.kind === 'refused' ? read.faults : [];
}

/** Every fault the product names in files that are sound but for one. */
function faultsOf(files: Files): readonly Fault[] {
  const faults = (Object.keys(PARSERS) as FileName[]).flatMap((name) => parseFaults(name, files[name]));
  if (faults.length > 0) return faults;
  const content = <T>(read: FileRead<T>): T => (read as { content: T }).content;
  const problem = assembleProblem({
    agents: content(parseAgentsFile(JSON.stringify(files.agents), { zone: 'Asia/Tokyo' })),
    rules: content(parseRulesFile(JSON.stringify(files.rules), { zone: 'Asia/Tokyo' })),
    fixedShifts: content(parseRosterFile(JSON.stringify(files.roster), { zone: 'Asia/Tokyo' })).shifts,
    startsOn: '2026-11-02',
    weeks: 1,
  });
  const result = validateProblem(problem);
  return result.kind === 'invalid' ? result.faults : objectiveFaults(problem);
}

const isRefused = (name: FileName, document: unknown): boolean => !judges[name](JSON.parse(JSON.stringify(document)));

/** Faults of reading that no schema can see: dates of the calendar, zones of the world, names used twice. */
const BEYOND_SCHEMA =
  /IANA time zone|must be a date|must be a time such as|does not exist|exists twice|must be used once/;

/** Each object of a document with its path, in order. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [
    [...path, key],
    ...placesOf((value as Record<string | number, unknown>)[key], [...path, key]),
  ]);
}

function changed(document: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(document) as Record<string | number, unknown>;
  const holder = path.slice(0, -1).reduce((at, key) => at[key] as Record<string | number, unknown>, copy);
  const last = path.at(-1)!;
  if (value === undefined && !Array.isArray(holder)) delete holder[last];
  else holder[last] = value;
  return copy;
}

describe('JSON Schemas of the roster files', () => {
  it('take what the product writes and reads', () => {
    for (const name of ['agents', 'rules', 'roster'] as const) {
      expect(judges[name](soundFiles()[name]) ? [] : judges[name].errors).toEqual([]);
    }
    fc.assert(
      fc.property(rosterCase, ({ problem, roster }) => {
        const queues = problem.demand.map(({ queueId, skillId }) => ({ queueId, skillId }));
        const written = {
          agents: serialiseAgentsFile({ ...problem, queues }),
          rules: serialiseRulesFile(problem),
          roster: serialiseRosterFile(roster, problem.zone, { score: { cost: 3 } }),
        };
        for (const [name, text] of Object.entries(written)) {
          const judge = judges[name as FileName];
          expect(judge(JSON.parse(text)) ? [] : judge.errors).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  const isDocument = (each: BrokenCase): each is BrokenCase & { file: FileName } =>
    each.text === undefined && each.file in judges;
  const broken = BROKEN_ROSTER_FILES.filter(isDocument).map((each) => {
    const files = soundRosterFiles();
    each.change!(files);
    return { name: each.name, file: each.file, document: files[each.file] as unknown };
  });

  it('refuse every broken file whose fault reading names, but for dates and zones that only look right', () => {
    const seen = broken.filter(({ file, document }) =>
      parseFaults(file, document).some(({ message }) => !BEYOND_SCHEMA.test(message)),
    );
    expect(seen.length).toBeGreaterThan(120);
    for (const { name, file, document } of seen) expect([name, isRefused(file, document)]).toEqual([name, true]);
  });

  it('refuse nothing the product takes, whatever is put into whichever field', () => {
    const values = fc.oneof(
      fc.constantFrom<unknown>(
        undefined,
        null,
        true,
        'x',
        '',
        '09:30',
        '25:10',
        '2026-11-03',
        '2026-11-03T10:00+09:00',
      ),
      fc.constantFrom<unknown>(0, 1, -1, 7, 8, 15, 90.5, 1439, 1440, 3000, 1e9),
      fc.constantFrom<unknown>([], {}, ['day'], [1, 2, 9], [1, 2, 3], { restMinutes: 600 }, [null], 'must', 'day-off'),
    );
    const name = fc.constantFrom<FileName>('agents', 'rules', 'roster');
    const plainFiles = soundFiles() as Record<FileName, Record<string, unknown>>;
    const sound = {
      agents: full('agents', plainFiles.agents),
      rules: full('rules', plainFiles.rules),
      roster: plainFiles.roster,
    };
    expect(faultsOf(sound)).toEqual([]);
    const slip = name.chain((file) =>
      fc.record({ file: fc.constant(file), path: fc.constantFrom(...placesOf(sound[file])), value: values }),
    );
    const verdicts = { both: 0, taken: 0, productOnly: 0 };
    fc.assert(
      fc.property(slip, ({ file, path, value }) => {
        const document = changed(sound[file], path, value);
        const refused = isRefused(file, document);
        const faults = faultsOf({ ...sound, [file]: document });
        // Never stricter than the product, and as strict as its reading.
        if (refused)
          expect({
            refused: path,
            why: judges[file].errors?.map((each) => each.message),
            faults: faults.length > 0,
          }).toMatchObject({ faults: true });
        const plain = parseFaults(file, document).filter(({ message }) => !BEYOND_SCHEMA.test(message));
        if (plain.length > 0) expect({ plain, refused }).toMatchObject({ refused: true });
        verdicts[refused ? 'both' : faults.length > 0 ? 'productOnly' : 'taken']++;
      }),
      { numRuns: 700 },
    );
    expect(verdicts.both).toBeGreaterThan(200);
    expect(verdicts.taken).toBeGreaterThan(20);
  });

  it('know every field that reading knows, at every place', () => {
    const sound = soundFiles() as Record<FileName, Record<string, unknown>>;
    const samples: readonly (readonly [file: FileName, path: readonly (string | number)[]])[] = (
      ['agents', 'rules', 'roster'] as const
    ).flatMap((file) => placesOf(full(file, sound[file])).map((path) => [file, path] as const));
    let places = 0;
    for (const [file, path] of samples) {
      if (fieldsAt(file, path).length === 0) continue;
      const document = changed(full(file, sound[file]), [...path, 'zzz'], 1);
      const fault = parseFaults(file, document).find(({ path: at }) => at.endsWith('.zzz'));
      const known = /known are (.*)$/.exec(fault?.message ?? '')?.[1]?.split(', ');
      if (!known) continue;
      places++;
      expect([file, ...path, ...known.sort()]).toEqual([file, ...path, ...fieldsAt(file, path).sort()]);
    }
    expect(places).toBeGreaterThan(30);
  });
});

/** The sound file with everything else a file may hold. */
function full(file: FileName, sound: Record<string, unknown>): unknown {
  const rotation = { startsOn: '2026-11-02', weeks: [{ templates: ['day'] }] };
  const who = { agents: ['amy'] };
  const first = (key: string) => (sound[key] as Record<string, unknown>[])[0]!;
  if (file === 'agents') {
    const session = { id: 's', type: 'break', lengthMinutes: 30, form: 'together', who };
    return {
      ...sound,
      contracts: [{ ...first('contracts'), rotation }],
      queues: [{ ...first('queues'), weights: {} }],
      sessions: [session],
    };
  }
  if (file === 'roster') return sound;
  const teamRule = {
    id: 't',
    rule: 'minimum-on-duty',
    level: 'must',
    who,
    parameters: { agents: 1, contactOnly: true },
    from: '09:00',
  };
  const objective = {
    fairness: { weights: { night: 1 }, memory: [{ agent: 'amy', kind: 'night', count: 1 }] },
    wellbeing: [{ term: 'quick-return', weight: 1 }],
    stability: { dayWeight: 1 },
    money: { unitsPerCurrency: 1, hourly: [{ perHour: 20 }] },
  };
  return { ...sound, teamRules: [teamRule], objective };
}

/** Field names the schema has at a place of the document. */
function fieldsAt(file: FileName, path: readonly (string | number)[]): string[] {
  let schema = ROSTER_FILE_SCHEMAS[file] as Record<string, unknown>;
  const plain = (each: Record<string, unknown>) =>
    each['anyOf'] ? (each['anyOf'] as Record<string, unknown>[])[0]! : each;
  for (const key of path) {
    schema = plain(schema);
    const next =
      typeof key === 'number' ? schema['items'] : (schema['properties'] as Record<string, unknown> | undefined)?.[key];
    // Parameters differ from rule to rule and have no fields of their own here.
    if (next === undefined) return [];
    schema = next as Record<string, unknown>;
  }
  return Object.keys((plain(schema)['properties'] as object | undefined) ?? {});
}
