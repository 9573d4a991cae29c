import { readFileSync } from 'node:fs';
import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import officeAddins from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

// Nothing imports upward: rooms.json says which rooms each may import from.
const rooms = JSON.parse(readFileSync(new URL('rooms.json', import.meta.url), 'utf8'));
const core = rooms.filter((each) => each.core).map(({ room }) => room);

const direction = rooms.map(({ room, below }) => ({
  target: `./src/${room}`,
  from: './src',
  except: [room, ...below].map((name) => `./${name}`),
  message:
    below.length === 0
      ? `src/${room} imports from no other room.`
      : `src/${room} may import only from ${below.map((name) => `src/${name}`).join(', ')}.`,
}));

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'site/',
      'coverage/',
      'artifacts/',
      'reports/',
      '.stryker-tmp/',
      '.spark/',
      '.trino/',
      '.bigquery/',
      'src/functions/index.ts',
      'src/functions/formulas.ts',
      'src/catalogue/kinds/index.ts',
      'src/formula/print/sql/dialects/index.ts',
      'src/formula/kernels.generated.ts',
    ],
  },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', document: 'readonly' } },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        __dirname: 'readonly',
        __filename: 'readonly',
      },
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] })],
    },
    rules: {
      // An index that was just checked needs no second check; noUncheckedIndexedAccess already asks for the "!".
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Two assumptions of the same type in one union say which ones are meant.
      '@typescript-eslint/no-duplicate-type-constituents': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: direction }],
      'import-x/no-cycle': 'error',
      'import-x/no-self-import': 'error',
    },
  },
  {
    // Tests hand over wrong things on purpose, and read what foreign code answers.
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      'no-new-func': 'off',
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  {
    // What is shipped runs in a browser, silently.
    files: [...core, 'charts', 'pane', 'excel'].map((room) => `src/${room}/**/*.{ts,tsx}`),
    rules: { 'import-x/no-nodejs-modules': 'error', 'no-console': 'error' },
  },
  {
    // What a cell needs is made of few packages, all of them bundled; the pane and the workbench are made of more.
    files: [...core, 'charts', 'excel'].map((room) => `src/${room}/**/*.ts`),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.|(?:decimal\\.js|fastest-levenshtein|@observablehq/plot|linkedom)$)',
              message: 'What a cell needs is made of no other package.',
            },
          ],
        },
      ],
    },
  },
  {
    // Only src/excel knows Office.js; the pane asks its host.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/excel/**'],
    rules: { 'no-restricted-globals': ['error', 'Excel', 'Office', 'CustomFunctions'] },
  },
  {
    files: ['src/workbench/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/excel/**', '**/excel'],
              allowTypeImports: true,
              message: 'src/workbench runs the built add-in script; from src/excel it may import types only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/excel/**/*.{ts,tsx}'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      // Excel wants a CustomFunctions.Error thrown, which is not an Error of the language.
      '@typescript-eslint/only-throw-error': 'off',
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
);
