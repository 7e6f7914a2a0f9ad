/** Arrows between the rooms. Every rule says why it stands. */
const rooms = (names) => `^server/(${names.join('|')})/`;

const drawers = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'shared',
  'core',
  'base',
  'lib',
  'misc',
  'types',
].flatMap((name) => [`/${name}/`, `/${name}\\.tsx?$`]);

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'contract-is-words-only',
      comment: 'Both sides speak the contract; it may need nothing but itself and zod.',
      severity: 'error',
      from: { path: '^server/contract/' },
      to: { pathNot: ['^server/contract/', '^node_modules/zod/'] },
    },
    {
      name: 'engine-is-pure',
      comment:
        'The rules see only the contract and themselves; no Node, no library but the three that stand behind one file each.',
      severity: 'error',
      from: { path: '^server/engine/' },
      to: {
        pathNot: [
          '^server/engine/',
          '^server/contract/',
          '^node_modules/(@marcbachmann/cel-js|temporal-polyfill|re2js)/',
        ],
      },
    },
    {
      name: 'one-door-to-the-expression-library',
      comment: 'Guard rails hold only where every expression passes them.',
      severity: 'error',
      from: { pathNot: '^(server|tests)/engine/expression' },
      to: { path: '^node_modules/@marcbachmann/cel-js/' },
    },
    {
      name: 'one-door-to-time',
      comment: 'Zones, working days and month ends are decided in one file.',
      severity: 'error',
      from: { pathNot: '^server/engine/calendar' },
      to: { path: '^node_modules/temporal-polyfill/' },
    },
    {
      name: 'one-door-to-patterns',
      comment: 'Every pattern runs on the linear-time engine, within its caps.',
      severity: 'error',
      from: { pathNot: '^server/engine/form/pattern' },
      to: { path: '^node_modules/re2js/' },
    },
    {
      name: 'registry-and-office-touch-no-database',
      comment: 'Definition text and paper are read and written without a database or HTTP.',
      severity: 'error',
      from: { path: rooms(['registry', 'office']) },
      to: { path: rooms(['storage', 'modules', 'work', 'app', 'cli']) },
    },
    {
      name: 'storage-knows-no-rules',
      comment: 'Rows and transactions are the bottom; meaning stands above them.',
      severity: 'error',
      from: { path: '^server/storage/' },
      to: { path: rooms(['engine', 'registry', 'office', 'modules', 'work', 'app', 'cli']) },
    },
    {
      name: 'doors-do-not-know-the-wiring',
      comment: 'Modules are wired by app and driven by work, never the other way.',
      severity: 'error',
      from: { path: '^server/modules/' },
      to: { path: rooms(['work', 'app', 'cli']) },
    },
    {
      name: 'server-does-not-know-the-client',
      comment: 'The client is one of many.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^client/' },
    },
    {
      name: 'client-speaks-the-shared-rooms-only',
      comment: 'The browser may see the words and the rules, nothing else of the server.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/', pathNot: rooms(['contract', 'engine']) },
    },
    {
      name: 'pages-are-composition',
      comment: 'Pieces of the client do not know the pages they stand on.',
      severity: 'error',
      from: { path: '^client/src/(api|form|grid|designer|ui)/' },
      to: { path: '^client/src/(pages|app)/' },
    },
    {
      name: 'typeorm-stays-with-the-memory',
      comment: 'Queries live in repositories.',
      severity: 'error',
      from: {
        path: '^server/',
        pathNot: ['^server/storage/', '\\.repository\\.ts$', '^server/app/', '\\.module\\.ts$'],
      },
      to: { path: '^node_modules/typeorm/' },
    },
    {
      name: 'queue-stays-with-the-hands',
      comment: 'Everything that happens later goes through the outbox.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/work/' },
      to: { path: '^node_modules/(bullmq|@nestjs/bullmq)/' },
    },
    {
      name: 'ajv-validates-where-definitions-live',
      comment: 'One options object, two places.',
      severity: 'error',
      from: { path: '^(server|client)/', pathNot: ['^server/registry/', '^client/src/form/'] },
      to: { path: '^node_modules/(ajv|ajv-formats|@rjsf/validator-ajv8)/' },
    },
    {
      name: 'yaml-is-read-on-the-shelf',
      comment:
        'Definition text has one reader; the designers write into the text, because comments and order must stay while the browser edits.',
      severity: 'error',
      from: { path: '^(server|client)/', pathNot: ['^server/registry/', '^client/src/designer/yaml/'] },
      to: { path: '^node_modules/yaml/' },
    },
    {
      name: 'sheets-are-read-and-written-on-paper',
      comment: 'A stranger’s Excel file is opened in one room, by a thread that may fail.',
      severity: 'error',
      from: { path: '^(server|client)/', pathNot: '^server/office/' },
      to: { path: '^node_modules/exceljs/' },
    },
    {
      name: 'files-are-touched-where-files-are-kept',
      comment: 'Reading and writing the disk is a matter of few places.',
      severity: 'error',
      // What strangers run beside a bundle (office/verify) is a program of its own.
      from: {
        path: '^server/',
        pathNot: [rooms(['registry', 'storage', 'app', 'cli']), '^server/modules/files/', '^server/office/verify/'],
      },
      to: { dependencyTypes: ['core'], path: '^(node:)?fs' },
    },
    {
      name: 'nothing-ships-tests',
      comment: 'Tests see everything; nothing sees tests.',
      severity: 'error',
      from: { path: '^(server|client)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-barrels',
      comment: 'A name is imported from where it stands.',
      severity: 'error',
      from: { path: '^(server|client|tests)/' },
      to: { path: '^(server|client|tests)/.*/index\\.tsx?$' },
    },
    {
      name: 'no-drawers',
      comment: 'A file is named for its idea.',
      severity: 'error',
      from: { path: '^(server|client|tests)/' },
      to: { path: drawers, pathNot: 'node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    exclude: { path: '(^|/)dist/|\\.d\\.ts$' },
  },
};
