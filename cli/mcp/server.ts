import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { classifierVersion } from '../../classifier/version.ts';
import { searchTools } from '../../db/queries/search.ts';
import { clients } from '../../policy/clients/index.ts';
import { postures } from '../../policy/policy.ts';
import { writePolicyJson } from '../../policy/policy-json.ts';
import { recommend } from '../../policy/recommend.ts';
import { catalogServer, catalogTool, judgedTools } from '../catalog-tool.ts';
import { inspectCatalog } from '../scan/inspect-catalog.ts';
import { scan } from '../scan/scan.ts';
import type { OpenStore } from '../store.ts';
import { jsonText } from '../terminal.ts';
import { UserError } from '../user-error.ts';

const readOnly = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};
/** Those with a file that lists servers. */
const listing = clients.filter(({ kind }) => kind === 'client');
const serverId = z.string().max(500).describe('Name of the MCP server in the catalog');

/** One call of check_config looks at no more servers of the text. */
const mostServers = 200;

/** Opens the catalog for one call of a tool: a client gets its answer to `initialize` at once. */
export type Catalog = <T>(use: (store: OpenStore) => Promise<T>) => Promise<T>;

/** The catalog as an MCP server: four tools that only read, and that start and reach nothing. */
export function createMcpServer(catalog: Catalog, version: string): McpServer {
  const server = new McpServer({ name: 'mcp-risk', version });
  addSearchTools(server, catalog);
  addExplainTool(server, catalog);
  addRecommendPolicy(server, catalog);
  addCheckConfig(server, catalog);
  return server;
}

function addSearchTools(server: McpServer, catalog: Catalog): void {
  server.registerTool(
    'search_tools',
    {
      title: 'Search the catalog of MCP tools',
      description:
        'Finds MCP tools in the public catalog by words and returns their operation, risk level and capabilities.',
      inputSchema: {
        words: z.string().max(200).describe('Words that all have to occur'),
        limit: z.number().int().min(1).max(100).default(20).describe('Most results to return'),
      },
      annotations: readOnly,
    },
    ({ words, limit }) =>
      answer(async () => {
        const list = words.split(/\s+/).filter((word) => word !== '');
        if (list.length === 0) throw new UserError('words holds no word to search for');
        const found = await catalog(({ db }) =>
          searchTools(db, list.slice(0, 10), classifierVersion, limit),
        );
        return found.map(({ serverId, name, classification }) => ({
          server: serverId,
          tool: name,
          operation: classification?.operation ?? 'unknown',
          risk: classification?.risk ?? 'unknown',
          confidence: classification?.confidence ?? 0,
          capabilities: classification?.capabilities ?? [],
        }));
      }),
  );
}

function addExplainTool(server: McpServer, catalog: Catalog): void {
  server.registerTool(
    'explain_tool',
    {
      title: 'Explain the label of one MCP tool',
      description:
        'Returns the label of one MCP tool in the public catalog with its evidence, warnings and confidence.',
      inputSchema: { server: serverId, tool: z.string().max(500).describe('Name of the tool') },
      annotations: readOnly,
    },
    ({ server: id, tool }) =>
      answer(async () => {
        const { classification, definitionHash, lastSeenAt } = catalogTool(
          await catalog((store) => catalogServer(store, id)),
          tool,
        );
        return { server: id, tool, definitionHash, lastSeenAt, classification };
      }),
  );
}

function addRecommendPolicy(server: McpServer, catalog: Catalog): void {
  server.registerTool(
    'recommend_policy',
    {
      title: 'Recommend a policy for one MCP server',
      description:
        'Returns the recommended policy.json for one MCP server of the public catalog. Nothing is installed or changed.',
      inputSchema: {
        server: serverId,
        posture: z.enum(postures).default('balanced').describe('How careful the policy is'),
      },
      annotations: readOnly,
    },
    ({ server: id, posture }) =>
      answer(async () => {
        const record = await catalog((store) => catalogServer(store, id));
        const policy = recommend(judgedTools(record), { server: id, posture });
        return JSON.parse(writePolicyJson(policy).text);
      }),
  );
}

function addCheckConfig(server: McpServer, catalog: Catalog): void {
  server.registerTool(
    'check_config',
    {
      title: 'Rate the MCP servers of a configuration',
      description: `Validates a given MCP configuration against the public catalog: computes the risk of each tool that its first ${mostServers} servers offer. Starts no server and returns no value of the text.`,
      inputSchema: {
        config: z
          .string()
          .max(1_000_000)
          .describe('The text to check, such as the contents of .mcp.json'),
        client: z.enum(listing.map(({ id }) => id)).describe('Client the text is of'),
      },
      annotations: readOnly,
    },
    ({ config, client: id }) =>
      answer(async () => {
        const client = listing.find((known) => known.id === id);
        if (!client) throw new UserError(`no client named ${id}`);
        const servers = client.readServers(config);
        if (servers.length === 0) throw new UserError(`config lists no MCP server as ${id} does`);
        const enabled = servers.filter(({ disabled }) => !disabled);
        const configuration = {
          client,
          path: 'config',
          text: config,
          servers: enabled.slice(0, mostServers),
        };
        const report = await catalog((store) =>
          scan([configuration], [], {
            posture: 'balanced',
            inspect: inspectCatalog(store),
            baseline: new Set(),
            permissions: () => ({ texts: [config], unreadable: [] }),
            now: new Date(),
          }),
        );
        const { findings, exfiltrationPaths } = report;
        const leftOut = Math.max(0, enabled.length - mostServers);
        return { findings, exfiltrationPaths, serversLeftOut: leftOut };
      }),
  );
}

/** The value as JSON text, or what the caller did wrong as a tool error. */
async function answer(work: () => Promise<unknown>) {
  try {
    const text = jsonText(await work(), 2);
    return { content: [{ type: 'text' as const, text }] };
  } catch (error) {
    if (!(error instanceof UserError || error instanceof SyntaxError)) throw error;
    return { content: [{ type: 'text' as const, text: error.message }], isError: true };
  }
}
