import type { Command } from '../command.ts';

/** What `--help` and the documents say of a command; the rest is loaded only where it is needed. */
export interface CommandEntry {
  /** One line of at most 63 characters: the overview is 80 wide. */
  summary: string;
  load: () => Promise<Command>;
}

/** Every command, under the heading of the overview that it stands in. */
export const commandGroups: Record<string, Record<string, CommandEntry>> = {
  'Your own machine': {
    scan: {
      summary: 'what the servers of your clients can do, and what runs unasked',
      load: async () => (await import('./scan.ts')).scan,
    },
    policy: {
      summary: 'the rules for a server or configuration; check or try a policy',
      load: async () => (await import('./policy.ts')).policy,
    },
    lock: {
      summary: 'pin the definitions of your tools, or check that none changed',
      load: async () => (await import('./lock.ts')).lock,
    },
  },
  'Look into the catalog': {
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
    mcp: {
      summary: 'the catalog as an MCP server over stdio, for agents and IDEs',
      load: async () => (await import('./mcp.ts')).mcp,
    },
  },
  'Make the catalog': {
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
    worker: {
      summary: 'keep the catalog up to date: all these steps from a queue',
      load: async () => (await import('./worker.ts')).worker,
    },
    status: {
      summary: 'how far the catalog reaches, and why servers fail',
      load: async () => (await import('./status.ts')).status,
    },
    export: {
      summary: 'write what was listed to a snapshot file',
      load: async () => (await import('./export.ts')).exportCommand,
    },
    import: {
      summary: 'read a snapshot file into the store',
      load: async () => (await import('./import.ts')).importCommand,
    },
  },
  'This program': {
    completion: {
      summary: 'a completion script for bash, zsh or fish',
      load: async () => (await import('./completion.ts')).completion,
    },
  },
};

/** Every command by its name. */
export const commands: Record<string, CommandEntry> = Object.assign(
  {},
  ...Object.values(commandGroups),
);

/** A command with everything that is said about it. */
export interface NamedCommand extends Command {
  name: string;
  summary: string;
}

/** All of them, loaded whole: for documents and completion. */
export function loadCommands(): Promise<NamedCommand[]> {
  return Promise.all(
    Object.entries(commands).map(async ([name, { summary, load }]) => ({
      name,
      summary,
      ...(await load()),
    })),
  );
}
