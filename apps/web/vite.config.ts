import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const API = process.env['YOTEI_API_URL'] ?? 'http://127.0.0.1:4310';

/** React Aria ships its words in 34 languages; the product speaks two, so the others become empty modules. */
function onlyOurLanguages(): Plugin {
  const words = /\/react-(?:aria|stately)[^/]*\/.*\/intl\/[^/]+\/([a-z]{2}-[A-Z]{2})\.m?js$/;
  return {
    name: 'yotei-only-our-languages',
    enforce: 'pre',
    load(id) {
      const language = words.exec(id)?.[1];
      return language && language !== 'en-US' && language !== 'ja-JP' ? 'export default {};' : undefined;
    },
  };
}

const DOCUMENTS = /\/src\/graphql\/generated\/graphql\.ts$/;
const ONE_DOCUMENT = '\0graphql-document:';

/** The generated GraphQL documents as a module each, so that a route loads its own and not those of all routes. */
function documentsApart(): Plugin {
  const texts = new Map<string, string>();
  return {
    name: 'yotei-documents-apart',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(ONE_DOCUMENT) ? { id, moduleSideEffects: false } : undefined),
    load: (id) => texts.get(id),
    transform(code, id) {
      if (!DOCUMENTS.test(id)) return undefined;
      const document =
        /^export const (\w+(?:Document|FragmentDoc)) = [^(]*\(`([^]*?)`(?:, \{[^\n]*\})?\) as unknown as .*$/gm;
      const exported = [...code.matchAll(document)].map(([, name, text]) => {
        texts.set(ONE_DOCUMENT + name, `export const ${name} = ${JSON.stringify(text)};`);
        return `export { ${name} } from ${JSON.stringify(ONE_DOCUMENT + name)};`;
      });
      const missing = [...code.matchAll(/^export const \w+(?:Document|FragmentDoc) /gm)].length - exported.length;
      if (missing > 0 || [...texts.values()].some((text) => text.includes('\\\\')))
        throw new Error(`documents (${missing} unread) must be plain template texts; look at documentsApart`);
      return { code: exported.join('\n'), map: null, moduleSideEffects: false };
    },
  };
}

/** The page's entry and the worker, which stay files of their own. */
const ENTRIES = /\/(?:index\.html|src\/main\.tsx|src\/service-worker\/service-worker\.ts)$/;

export default defineConfig(({ mode, command }) => {
  // A build started from a test run inherits NODE_ENV=test and would pack React's development half.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: import.meta.dirname,
    plugins: [onlyOurLanguages(), documentsApart(), react()],
    resolve: {
      conditions: ['@yotei/source', 'module', 'browser', mode === 'production' ? 'production' : 'development'],
    },
    build: {
      outDir: 'dist/app',
      emptyOutDir: true,
      manifest: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      rollupOptions: {
        input: {
          index: `${import.meta.dirname}/index.html`,
          'service-worker': `${import.meta.dirname}/src/service-worker/service-worker.ts`,
        },
        // The worker's address may never change: a browser that knows the old one asks there for the new one.
        output: {
          // What every page needs is one file: apart, its sixty pieces pack worse and are asked for one by one.
          codeSplitting: { groups: [{ name: 'app', tags: ['$initial'], test: (id) => !ENTRIES.test(id) }] },
          entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        },
      },
    },
    server: {
      port: 4311,
      proxy: {
        '/graphql': { target: API, ws: true },
        '/api': API,
        '/bi': API,
        '/health': API,
      },
    },
  };
});
