import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page, Site } from './data/page.ts';

const here = import.meta.dirname;
/** The scripts of pages, by the name that pages ask for. */
const clientScripts = ['builder', 'policies', 'search', 'tool-table'];
const packed = join(here, 'renderer');

/** Renders one page to a complete HTML document. */
export type Render = (page: Page, site: Site) => Promise<string>;

/**
 * The folder of the compiled pages and of the files they link (`client/`): the packed package brings it;
 * a checkout compiles it whenever its sources changed. Safe to call from several processes at once.
 */
export function ensureRenderer(): Promise<string> {
  compiled ??= existsSync(packed) ? Promise.resolve(packed) : compileOnce();
  return compiled;
}

let compiled: Promise<string> | undefined;

async function compileOnce(): Promise<string> {
  const ready = join(here, 'dist', sourceHash());
  if (existsSync(ready)) return ready;
  const unfinished = join(here, 'dist', `unfinished-${process.pid}`);
  mkdirSync(unfinished, { recursive: true });
  await compile(unfinished);
  try {
    renameSync(unfinished, ready);
  } catch (error) {
    if (!existsSync(ready)) throw error;
    rmSync(unfinished, { recursive: true });
  }
  removeOld(join(here, 'dist'));
  return ready;
}

/** Another process may still link files of what it loaded: only what is a day old goes. */
function removeOld(folder: string): void {
  const oldest = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && found.mtimeMs < oldest) rmSync(path, { recursive: true, force: true });
  }
}

let ownHash: string | undefined;

/** What a page can look like depends on: our code, compiled or not, as this process found it. */
export function codeHash(): string {
  ownHash ??= hashFiles(join(here, '..'), ['site', 'policy', 'classifier']);
  return ownHash;
}

/** What the compiled pages are made of. */
function sourceHash(): string {
  return hashFiles(join(here, '..'), [
    'site',
    'policy',
    'classifier/combinations.ts',
    'classifier/taxonomy.ts',
    'classifier/signals',
    'docs/CRAWLER.md',
    'docs/METHODOLOGY.md',
  ]);
}

function hashFiles(root: string, paths: string[]): string {
  const hash = createHash('sha256');
  const pattern = '**/*.{ts,js,mjs,astro,css,svg,json}';
  const files = paths.flatMap((path) =>
    /\.\w+$/.test(path)
      ? [join(root, path)]
      : globSync(pattern, { cwd: join(root, path), exclude: ['dist', '.astro'] }).map((file) =>
          join(root, path, file),
        ),
  );
  for (const file of files.filter((file) => existsSync(file)).sort()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

async function compile(outDir: string): Promise<void> {
  const [astro, esbuild] = await Promise.all([import('astro'), import('esbuild')]);
  await astro.build({ root: here, outDir, logLevel: 'error' });
  await esbuild.build({
    entryPoints: [
      ...clientScripts.map((name) => ({ in: join(here, 'client', `${name}.ts`), out: name })),
      { in: join(here, 'styles', 'style.css'), out: 'style' },
    ],
    outdir: join(outDir, 'client', 'assets'),
    bundle: true,
    splitting: true,
    chunkNames: 'part-[hash]',
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
}

/** Loads the compiled pages into this process. */
export async function loadRenderer(folder: string): Promise<Render> {
  const entry = pathToFileURL(join(folder, 'server', 'entry.mjs')).href;
  const { createApp } = (await import(entry)) as typeof import('astro/app/entrypoint');
  const app = createApp({ streaming: false });
  return async (page, site) => {
    const request = new Request(new URL(page.path.replace(/\.html$/, ''), 'http://site.invalid/'));
    const response = await app.render(request, { locals: { page, site } });
    const html = await response.text();
    if (response.status !== 200 && page.kind !== 'not-found')
      throw new Error(`${page.path} rendered with ${response.status}`);
    // HTML cannot hold U+0000; browsers would read the same.
    return html.replaceAll('\0', '\ufffd');
  };
}
