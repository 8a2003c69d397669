/**
 * Writes the web's typed GraphQL documents: apps/web/src/**\/*.graphql + apps/api/src/schema.graphql
 * -> apps/web/src/graphql/generated. Needs no running server. `--check` writes nothing and fails when a file would change.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { buildSchema, parse } from 'graphql';

const root = join(import.meta.dirname, '..');
const outDir = join(root, 'apps/web/src/graphql/generated') + '/';
const schemaText = readFileSync(join(root, 'apps/api/src/schema.graphql'), 'utf8');

function documentFiles() {
  return readdirSync(join(root, 'apps/web/src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.graphql'))
    .sort()
    .map((path) => join('apps/web/src', path))
    .map((path) => {
      const rawSDL = readFileSync(join(root, path), 'utf8');
      return { location: path, rawSDL, document: parse(rawSDL) };
    });
}

/** The relative imports of the output need an ending, as everywhere in this code base. */
const withEndings = (text) => text.replace(/from (['"])(\.{1,2}\/[^'"]+?)(?:\.js)?\1/g, "from '$2.js'");

const sections = await preset.buildGeneratesSection({
  schema: parse(schemaText),
  schemaAst: buildSchema(schemaText),
  documents: documentFiles(),
  config: {
    documentMode: 'string',
    scalars: { DateTime: 'string', LocalDate: 'string', JSON: 'unknown', ID: 'string' },
    useTypeImports: true,
    enumsAsTypes: true,
    skipTypename: false,
    strictScalars: true,
  },
  presetConfig: { persistedDocuments: true, fragmentMasking: false },
  baseOutputDir: outDir,
  plugins: [],
  pluginMap: {},
  profiler: { run: (work) => work() },
  documentTransforms: [],
});

/** Only what the web imports: the preset's `gql.ts` would put every document into every bundle. */
const wanted = /(graphql\.ts|persisted-documents\.json)$/;
/** Lets the bundler drop the documents a route does not use, and the hashes nobody sends, which do not compress. */
const asPure = (text) =>
  text
    .replace(/= new TypedDocumentString\(/g, '= /* @__PURE__ */ new TypedDocumentString(')
    .replace(/, ?\{"hash":"sha256:[0-9a-f]{64}"\}\)/g, ')')
    .replace(/\{"hash":"sha256:[0-9a-f]{64}",/g, '{');

const changed = [];
for (const section of sections.filter(({ filename }) => wanted.test(filename))) {
  const text = asPure(withEndings(await codegen({ ...section, cache: undefined })));
  const before = existsSync(section.filename) ? readFileSync(section.filename, 'utf8') : undefined;
  if (before === text) continue;
  changed.push(relative(root, section.filename));
  if (process.argv.includes('--check')) continue;
  mkdirSync(dirname(section.filename), { recursive: true });
  writeFileSync(section.filename, text);
}
const verb = process.argv.includes('--check') ? 'would change' : 'written';
console.log(changed.length ? `${verb}: ${changed.join(', ')}` : 'web types unchanged');
if (process.argv.includes('--check') && changed.length) process.exit(1);
