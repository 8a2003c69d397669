import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from './source-files.mjs';

export const name = 'api words: every sentence in which the api refuses something can be read in Japanese';

const WORDS = 'apps/web/src/graphql/api-words.ja.json';
/** Read by programs that send states and figures, never shown on a screen. */
const TO_PROGRAMS = /\/intraday\/ingest\/(event-sorting|ingest|interval-actuals|ingest-socket|ingest\.controller)/;

const TEXT = String.raw`('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\`(?:[^\`\\]|\\.)*\`)`;
const FORMS = [
  // message: '…', also behind a condition
  new RegExp(String.raw`\bmessage(?: =|:)\s*(?:[^,;{}'"\`]*\?\s*)?(?<text>${TEXT})`, 'g'),
  // invalid('path', '…'), fault('path', '…')
  new RegExp(String.raw`\b(?:invalid|fault)\w*\(\s*${TEXT},\s*(?<text>${TEXT})`, 'g'),
  // InvalidInput.of(path, '…')
  new RegExp(String.raw`\bInvalidInput\.of\(\s*[^,]*,\s*(?<text>${TEXT})`, 'g'),
];

/** `a name has 1 to ${LONGEST} characters` -> `a name has 1 to {} characters` */
const patternOf = (literal) =>
  literal
    .slice(1, -1)
    .replace(/\\(['"`])/g, '$1')
    .replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '{}');

function sentencesOf(root) {
  const files = sourceFiles(root, /^apps\/api\/src\/(features|platform\/(errors|graphql|http))\/.*(?<!spec)\.ts$/);
  return files
    .filter((file) => !TO_PROGRAMS.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return FORMS.flatMap((form) => [...text.matchAll(form)].map(({ groups }) => [patternOf(groups.text), file]));
    })
    .filter(([sentence]) => /[a-z]{2}/.test(sentence.replaceAll('{}', '')));
}

export function findings(root) {
  const words = JSON.parse(readFileSync(join(root, WORDS), 'utf8'));
  const said = sentencesOf(root);
  const fromWeb = new Set(['The server cannot be reached.']);
  const missing = said.filter(([sentence]) => !Object.hasOwn(words, sentence));
  const known = new Set(said.map(([sentence]) => sentence));
  return [
    ...missing.map(([sentence, file]) => `${file} says "${sentence}": give its Japanese in ${WORDS}`),
    ...Object.keys(words)
      .filter((sentence) => !known.has(sentence) && !fromWeb.has(sentence))
      .map((sentence) => `${WORDS} knows "${sentence}", which nobody says any more: take it out`),
  ];
}
