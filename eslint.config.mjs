import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noProcessEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are parsed once, in server/app/config.ts; take them from there.',
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', '**/*.mjs', '**/*.cjs', '**/*.js'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./server/tsconfig.json', './client/tsconfig.json', './tests/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Dictionaries are read as `row['key']` where the compiler asks for it (noPropertyAccessFromIndexSignature).
      '@typescript-eslint/dot-notation': 'off',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'no-restricted-syntax': ['error', noProcessEnv],
    },
  },
  { files: ['server/app/config.ts', 'tests/**'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['client/vite*.config.ts'], rules: { 'no-restricted-exports': 'off' } },
  {
    files: ['server/engine/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        noProcessEnv,
        { selector: 'ThrowStatement', message: 'The rules answer with values: return a refusal or a problem.' },
        { selector: 'ClassDeclaration', message: 'The rules are functions of data.' },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time is an argument.',
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument.' },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Randomness is an argument.',
        },
      ],
    },
  },
  { files: ['client/**/*.tsx', 'client/**/*.ts'], ...reactHooks.configs.flat['recommended'] },
  // The warning concerns the React Compiler, which the client is not built with.
  { files: ['client/src/grid/use-visible-rows.ts'], rules: { 'react-hooks/incompatible-library': 'off' } },
);
