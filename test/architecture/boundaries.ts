import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/**
 * Which rooms of `src` a room may import, besides itself: `flag ← environment ← release ← app ← edges ← main`.
 * Files directly in `src` go by their own name. Local Slack knows nobody and nobody knows it.
 */
const PURE = ['flag', 'environment', 'release'];
const INNER = [...PURE, 'app', 'clock'];
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  flag: [],
  environment: ['flag'],
  release: ['flag', 'environment'],
  clock: [],
  app: [...PURE, 'clock'],
  read: INNER,
  store: INNER,
  slack: INNER,
  http: [...INNER, 'read'],
  health: INNER,
  scheduler: INNER,
  cli: INNER,
  client: ['flag'],
  demo: INNER,
  'local-slack': [],
  config: [],
  log: ['config'],
  assemble: [...INNER, 'slack'],
  start: [
    ...INNER,
    'assemble',
    'read',
    'store',
    'slack',
    'http',
    'health',
    'scheduler',
    'demo',
    'config',
    'log',
  ],
  main: ['start', 'config', 'log'],
};

/** The only packages that the pure rooms may use. */
const PURE_PACKAGES = ['zod', '@noble/hashes', 'temporal-polyfill'];

/** What edges may use that nobody else may: the library belongs to one room. */
const OWNED_PACKAGES: readonly (readonly [pattern: RegExp, rooms: readonly string[]])[] = [
  [/^(@prisma\/|prisma$)/, ['store']],
  [/^@slack\//, ['slack', 'local-slack']],
  [/^fastify/, ['http', 'local-slack']],
  [/^node-cron$/, ['scheduler']],
];

/** Tools that run while building, not in the product: they may read the environment and Node's modules. */
const BUILD_TOOLS = [join('store', 'generate.ts'), join('local-slack', 'browser', 'vite.config.ts')];

export type Violation = { file: string; line: number; what: string };

/** Reads every TypeScript file under a source folder and lists what crosses a wall. Throws when it finds no file. */
export function findViolations(root: string): { files: number; violations: Violation[] } {
  const files = sourceFiles(root);
  if (files.length === 0) throw new Error(`no source file under ${root}: nothing was checked`);
  return { files: files.length, violations: files.flatMap((file) => violationsIn(root, file)) };
}

function sourceFiles(root: string): string[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    const path = join(root, entry.name);
    if (entry.isDirectory())
      return ['generated', 'dist', 'node_modules'].includes(entry.name) ? [] : sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function roomOf(root: string, file: string): string {
  const [first = ''] = relative(root, file).split(sep);
  return first.replace(/\.tsx?$/, '');
}

function violationsIn(root: string, file: string): Violation[] {
  const text = readFileSync(file, 'utf8');
  const parsed = parseSync(file, text);
  const room = roomOf(root, file);
  const violations: Violation[] = [];
  const report = (offset: number, what: string): void => {
    violations.push({ file: relative(root, file), line: text.slice(0, offset).split('\n').length, what });
  };
  if (parsed.errors.length > 0) report(0, 'cannot be parsed');

  const isTool = BUILD_TOOLS.includes(relative(root, file));
  const isBrowser = !isTool && relative(root, file).startsWith(join('local-slack', 'browser'));
  const imported = (specifier: string, offset: number): void => {
    const problem = isBrowser ? browserProblem(specifier) : importProblem(root, file, room, specifier);
    if (problem !== null) report(offset, problem);
  };
  for (const { moduleRequest } of parsed.module.staticImports)
    imported(moduleRequest.value, moduleRequest.start);
  for (const { entries } of parsed.module.staticExports) {
    for (const { moduleRequest } of entries) {
      if (moduleRequest) imported(moduleRequest.value, moduleRequest.start);
    }
  }
  const chance = PURE.includes(room);
  const clocks = ['clock', 'local-slack'].includes(room) || isBrowser;
  new Visitor({
    ImportExpression(node) {
      if (node.source.type === 'Literal' && typeof node.source.value === 'string') {
        imported(node.source.value, node.start);
      }
    },
    NewExpression(node) {
      if (clocks || node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return;
      if (node.arguments.length === 0) report(node.start, 'reads the clock: take it as an argument');
    },
    MemberExpression(node) {
      const name = text.slice(node.start, node.end);
      if (!clocks && /^(Date|performance|Temporal\.Now)\.\w*now\w*$/i.test(name)) {
        report(node.start, 'reads the clock: take it as an argument');
      }
      if (chance && /^(Math\.random|crypto\.\w+)$/.test(name))
        report(node.start, 'uses chance in a pure room');
      if (name === 'process.env' && room !== 'main' && room !== 'local-slack' && !isTool) {
        report(node.start, 'reads the environment: only main may');
      }
    },
  }).visit(parsed.program);
  return violations;
}

function importProblem(root: string, file: string, room: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return packageProblem(room, specifier);
  const target = resolve(dirname(file), specifier);
  if (relative(root, target).startsWith('..')) return `leaves src: ${specifier}`;
  const other = roomOf(root, target);
  if (other === room || MAY_IMPORT[room]?.includes(other)) return null;
  return MAY_IMPORT[room] === undefined
    ? `stands in no known room: ${room}`
    : `${room} may not import ${other}`;
}

function packageProblem(room: string, specifier: string): string | null {
  const isNode = specifier.startsWith('node:') || builtinModules.includes(specifier);
  if (PURE.includes(room)) {
    const allowed = PURE_PACKAGES.some((name) => specifier === name || specifier.startsWith(`${name}/`));
    return allowed ? null : `${room} is pure and may not import ${specifier}`;
  }
  if (isNode) return null;
  const owner = OWNED_PACKAGES.find(([pattern]) => pattern.test(specifier));
  return owner === undefined || owner[1].includes(room)
    ? null
    : `${specifier} belongs to ${owner[1].join(' and ')}`;
}

/** The browser client runs elsewhere: it shares nothing but the protocol with the server. */
function browserProblem(specifier: string): string | null {
  return specifier.startsWith('node:') ? `runs in a browser and may not import ${specifier}` : null;
}
