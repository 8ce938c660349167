import type { Command } from '../command.ts';

/** Every command: its summary for `--help`, and the rest only when it is called. In the order of the data. */
export const commands: Record<string, { summary: string; load: () => Promise<Command> }> = {
  start: {
    summary: 'crawl, classify, build and serve the catalog: the main job',
    load: async () => (await import('./start.ts')).start,
  },
  sync: {
    summary: 'take servers from a registry into the store',
    load: async () => (await import('./sync.ts')).sync,
  },
  crawl: {
    summary: 'list the tools of servers, in a sandbox',
    load: async () => (await import('./crawl.ts')).crawl,
  },
  classify: {
    summary: 'label tools: of the store, or of a file of definitions',
    load: async () => (await import('./classify.ts')).classify,
  },
  build: {
    summary: 'write the pages of what changed',
    load: async () => (await import('./build.ts')).build,
  },
  serve: {
    summary: 'serve the built site on a local port',
    load: async () => (await import('./serve.ts')).serve,
  },
  status: {
    summary: 'how far the catalog reaches, and why servers fail',
    load: async () => (await import('./status.ts')).status,
  },
  worker: {
    summary: 'keep the catalog up to date: sync, crawl, classify and build from a queue',
    load: async () => (await import('./worker.ts')).worker,
  },
  export: {
    summary: 'write what was listed to a snapshot file',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  import: {
    summary: 'read a snapshot file into the store',
    load: async () => (await import('./import.ts')).importCommand,
  },
};
