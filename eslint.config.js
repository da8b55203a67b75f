import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const sources = ['packages/*/src/**/*.ts'];
const tests = [
  'packages/*/test/**/*.ts',
  'packages/playground/page/test/**/*.{ts,tsx}',
  'packages/*/contract/**/*.ts',
  'packages/*/src/contract/**/*.ts',
  'examples/test/**/*.ts',
  'examples/test-browser/**/*.ts',
  'scripts/test/**/*.ts',
];

// Machines and pure functions: what they know of time and chance is handed to them, and they touch nothing outside themselves.
const pure = [
  'packages/base/src/{Machine,Backoff,Deque,nearest,printable,redact,refuseUnknownOptions,shown}.ts',
  'packages/gateway/src/shard/Shard{Protocol,ProtocolOptions,Hearing,Life,Outgoing,Session,Input,Action}.ts',
  'packages/gateway/src/shard/{CommandBudget,CommandQueue,ConnectPacer,ConnectionStage,FrameHead,Heartbeat,Latency,Link,ReconnectPolicy}.ts',
  'packages/gateway/src/shard/{ResumeHost,SequenceTracker,Session,Silence,SleepWatch,Stage}.ts',
  'packages/gateway/src/shard/{closeCodes,commands,connectionEnds,fatalError,firstWords,gatewayUrl,noteCodes,stageCauses}.ts',
  'packages/gateway/src/sharding/{ShardId,ShardLayout,ShardQueue,makeLayout,shardIdFor,shardScheme}.ts',
  'packages/gateway/src/identify/{Identify*,InMemoryIdentifyQueue,LedgerLines,MemoryIdentifyLedger}.ts',
  'packages/gateway/src/members/{ChunkGuildFilter,MemberChunks}.ts',
  'packages/gateway/src/intents/**/*.ts',
  'packages/gateway/src/presence/**/*.ts',
  'packages/rest/src/Route.ts',
  'packages/rest/src/ratelimit/**/*.ts',
  'packages/rest/src/{paging,validation}/**/*.ts',
  'packages/rest/src/body/mergeAttachments.ts',
  'packages/rest/src/call/{Patience,RefusalMemory,RetryBudget}.ts',
  'packages/cache/src/{records,reducers,tables,queries}/**/*.ts',
  'packages/cache/src/{CachePolicy,CacheStats,EventApplier,memoryReport,permissionReader}.ts',
  'packages/client/src/{eventNames,intentsFor}.ts',
  'packages/client/src/{builders,text}/**/*.ts',
  'packages/client/src/collectors/{Buckets,CollectorMachine,Ear,EarIndex,ParentIndex,Waits,eventKeys}.ts',
  'packages/client/src/handlers/{HandlerLimits,HandlerQueue,LinkedList,Overload,Places,SeenInteractions,ShardBacklog,WaitTimes}.ts',
  'packages/client/src/handlers/{approximateBytes,eventClass,serialKey}.ts',
  'packages/fake-discord/src/{machine,opaqueHash}.ts',
  'packages/fake-discord/src/rest/limits/*.ts',
  'packages/fake-discord/src/rest/{Front,RequestLog,RoutePattern}.ts',
  'packages/fake-discord/src/faults/{FaultPlan,RestFaultPlan}.ts',
  'packages/fake-discord/src/gateway/*Machine.ts',
  'packages/fake-discord/src/gateway/Session{Action,Input,Registry}.ts',
  'packages/fake-discord/src/gateway/{FrameLimit,Gateway{Journal,Session,World},HeartbeatWatch,IdentifyLimits,StillWorld}.ts',
  'packages/fake-discord/src/gateway/{firstEvents,guildAsSeenBy,intents,judgeIdentify,judgeResume,opcodes,shardFor,visibility}.ts',
  'packages/fake-discord/src/gateway/answers/**/*.ts',
  'packages/playground/src/{browserCommand,errors,protocol}.ts',
  'packages/playground/src/calls/readers.ts',
  'packages/playground/src/faults/faults.ts',
  'packages/playground/src/shards/{botShards,serverShards}.ts',
  'packages/playground/src/socket/{PushBatch,callError,readFrame}.ts',
  'packages/playground/src/timeline/*.ts',
];

const outside = '[callee.type="Identifier"][callee.name=/^(setTimeout|setInterval|setImmediate)$/]';
const bans = {
  bareError: {
    selector: ':matches(NewExpression, CallExpression)[callee.name="Error"]',
    message: 'Use an AplombError with a code, what happened and what to do.',
  },
  importMeta: { selector: 'MetaProperty[meta.name="import"]', message: 'import.meta does not compile in the CommonJS copy.' },
  topLevelAwait: {
    selector: ':matches(AwaitExpression, ForOfStatement[await=true]):not(:function *)',
    message: 'Top-level await does not compile in the CommonJS copy.',
  },
  asyncMessageListener: {
    selector:
      'CallExpression[callee.property.name=/^(on|once|addListener|addEventListener)$/][arguments.0.value="message"] > :function[async=true]',
    message: 'An async listener loses the order of messages, and its rejection ends the process.',
  },
  jestMock: {
    selector: 'CallExpression[callee.object.name="jest"][callee.property.name=/^(mock|doMock|unstable_mockModule)$/]',
    message: 'Use a fake behind a port.',
  },
  timer: { selector: `CallExpression${outside}`, message: 'Take a Clock: only packages/base may set timers.' },
  now: {
    selector: 'CallExpression[callee.object.name=/^(Date|performance)$/][callee.property.name="now"]',
    message: 'Take a Clock: only packages/base may read the time.',
  },
  date: {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Take a Clock: only packages/base may read the time.',
  },
  // As a value (`random = Math.random`) it may be the default of an option.
  random: {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Take `random` as an option.',
  },
};
const everywhere = [bans.bareError, bans.importMeta, bans.topLevelAwait, bans.asyncMessageListener];
const beyondBase = [...everywhere, bans.timer, bans.now, bans.date, bans.random];
const notPure = 'A pure file takes this as an argument.';

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.cache/', 'coverage/', 'packages/*/test-data/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // == null means both of its kinds.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'prefer-template': 'error',
      // d['session_id'] of an unknown payload says that nobody promised it.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true, ignoreUsingDeclarations: true }],
      // `${count} shards` is how people write.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // `while (true)` with a way out is clearer than a flag.
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreVoidReturningFunctions: true }],
      // Wire types come as types only, so their numbers are written as numbers.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Interfaces and type aliases of objects both have their place: maps of events want to be interfaces, unions aliases.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  { files: sources, rules: { 'no-restricted-syntax': ['error', ...beyondBase] } },
  // The clock's home, and the errors' (an AplombError is an Error).
  { files: ['packages/base/src/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...everywhere] } },
  {
    files: pure,
    rules: {
      'no-restricted-syntax': ['error', ...beyondBase],
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^node:|^(fs|net|http|https|events|timers|crypto|zlib)$', message: 'A pure file imports nothing of Node.' }],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...['performance', 'process', 'console', 'queueMicrotask', 'fetch', 'setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
          name,
          message: notPure,
        })),
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: notPure }],
    },
  },
  {
    // Programs that a person starts: they print, they measure real time, and nobody imports them as CommonJS.
    files: ['packages/bench/src/**/*.ts', 'examples/src/**/*.ts'],
    rules: { 'no-console': 'off', 'no-restricted-syntax': ['error', bans.asyncMessageListener] },
  },
  {
    files: tests,
    rules: {
      // One test file a source file, however much there is to say about it.
      'max-lines': ['error', 800],
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', bans.jestMock],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // Tests know what they built: `list[0]!` is an assertion that fails loudly.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // expect(fake.method) does not call it.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly' } },
    rules: { 'max-lines': ['error', 400], 'max-lines-per-function': ['error', 60] },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { __dirname: 'readonly', module: 'writable', require: 'readonly' } },
    rules: { 'no-var': 'off' },
  },
);
