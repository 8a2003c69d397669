import { ROSTER_FILE_SCHEMAS } from '@yotei/scheduling/roster-schema';
import { cliCommand } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { badInput } from '../frame/problem-list.js';

type FileName = keyof typeof ROSTER_FILE_SCHEMAS;
const NAMES = Object.keys(ROSTER_FILE_SCHEMAS) as FileName[];

const fileNameOf = (text: string): FileName => {
  const name = NAMES.find((each) => each === text);
  if (!name) throw badInput({ field: '--of', message: `'${text}' has no schema; expected ${NAMES.join(', ')}` });
  return name;
};

export const schemaCommand = cliCommand<{ readonly of: string }>({
  name: 'schema',
  summary: 'the JSON Schema (draft 2020-12) of agents.json, rules.json or roster.json, for editors and checks',
  example: 'schema --of agents --out agents.schema.json',
  define: (command) => {
    command.requiredOption('--of <file>', `which file: ${NAMES.join(', ')}`);
  },
  run: async ({ of }, context) => {
    const schema = ROSTER_FILE_SCHEMAS[fileNameOf(of)];
    await context.emit({ document: () => schema, text: () => `${JSON.stringify(schema, null, 2)}\n` });
    return ExitCode.done;
  },
});
