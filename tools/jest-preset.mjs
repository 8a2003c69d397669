/** Converts TypeScript (`typescript` true) or an ESM-only package to CommonJS for jest; see docs/adr/0002. */
export const swcFor = (typescript) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      ...(typescript && {
        parser: { syntax: 'typescript', decorators: true, tsx: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      }),
    },
    module: { type: 'commonjs' },
  },
];

/** Packages that ship only ES modules and are loaded by tests. Add a name here when jest says "Unexpected token 'export'". */
export const esmOnlyPackages =
  '(@nestjs/(?!throttler)[^/]+|@as-integrations/express5|@borewit/text-codec|@tokenizer/inflate|file-type|jose|load-esm|strtok3|token-types|uint8array-extras|pure-rand|csv-parse|uuid|commander|@lingui/[^/]+|fast-check|@faker-js/faker)';
