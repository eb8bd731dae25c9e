import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const spreadInObject = {
  selector: 'ObjectExpression > SpreadElement > ObjectExpression',
  message: 'List the properties themselves.',
};

export default defineConfig(
  globalIgnores(['dist/', 'out/', 'node_modules/', '.vscode-test/', 'scripts/*/node_modules/']),
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      complexity: ['error', 15],
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-control-regex': 'off',
      'no-restricted-syntax': ['error', spreadInObject],
    },
  },
  {
    // Without such a type, the compiler refuses to look a text up in an object.
    files: ['src/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        spreadInObject,
        {
          selector:
            'VariableDeclarator[init.type="ObjectExpression"] > Identifier TSTypeReference[typeName.name="Record"] > TSTypeParameterInstantiation > TSStringKeyword:first-child',
          message: 'An object has members that nobody wrote, such as constructor: look texts up in a Map.',
        },
      ],
    },
  },
  {
    files: ['src/vscode/**'],
    ignores: ['src/vscode/commands/quickPick.ts', 'src/vscode/commands/passingMessage.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['showQuickPick', 'createQuickPick'].map((property) => ({
          object: 'window',
          property,
          message:
            'Lists of choices go through src/vscode/commands/quickPick.ts, the gate for texts of others.',
        })),
        {
          object: 'window',
          property: 'setStatusBarMessage',
          message:
            'What came of a command is said by src/vscode/commands/passingMessage.ts, which draws no icons of others.',
        },
      ],
    },
  },
  {
    // What a page loads: the functions of zod/mini that are not used are left out.
    files: ['src/pages/**', 'src/panel/contract/**', 'src/reportPage/contract/**'],
    rules: { 'no-restricted-imports': ['error', { name: 'zod', message: 'Pages are made with zod/mini.' }] },
  },
  {
    // A repository may have a device, a pipe or a file without end wherever one of its files is looked for.
    files: ['src/{git,workspace,vscode,agents,reporting}/**'],
    // Both read what Goal Lens itself wrote.
    ignores: ['src/git/history/historyStore.ts', 'src/workspace/goalsExport/writePages.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        ...['fs', 'fs/promises'].map((name) => ({
          name: `node:${name}`,
          importNames: ['readFile', 'readFileSync', 'createReadStream'],
          message: 'Read what a repository brings along with src/files/regularText.ts or readBounded.ts.',
        })),
      ],
    },
  },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      'no-restricted-properties': [
        'error',
        ...['describe', 'it', 'suite', 'test'].map((object) => ({ object, property: 'only' })),
        ...['describe', 'it', 'suite', 'test'].map((object) => ({ object, property: 'skip' })),
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'Buffer',
          'setTimeout',
          'clearTimeout',
          'fetch',
          'AbortSignal',
          'AbortController',
          'performance',
          'window',
          'indexedDB',
          'document',
          'navigator',
          'HTMLElement',
          'setInterval',
          'clearInterval',
          'getComputedStyle',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  prettier,
);
