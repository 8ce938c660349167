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
  search: {
    summary: 'find tools of the catalog by words',
    load: async () => (await import('./search.ts')).search,
  },
  show: {
    summary: 'a server of the catalog with its tools, or one tool',
    load: async () => (await import('./show.ts')).show,
  },
  explain: {
    summary: 'why a tool has its label, signal by signal',
    load: async () => (await import('./explain.ts')).explain,
  },
  diff: {
    summary: 'how two lists of tools differ, and what that does to the risk',
    load: async () => (await import('./diff.ts')).diff,
  },
  policy: {
    summary: 'the rules for a server or a configuration, or check a policy.json',
    load: async () => (await import('./policy.ts')).policy,
  },
  scan: {
    summary: "what your own clients' servers can do, and what they are let do",
    load: async () => (await import('./scan.ts')).scan,
  },
  lock: {
    summary: 'pin the definitions of your tools, or check that none changed',
    load: async () => (await import('./lock.ts')).lock,
  },
  mcp: {
    summary: 'the catalog as an MCP server, for agents and IDEs',
    load: async () => (await import('./mcp.ts')).mcp,
  },
  completion: {
    summary: 'a completion script for bash, zsh or fish',
    load: async () => (await import('./completion.ts')).completion,
  },
};
