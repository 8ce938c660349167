import type { ToolSummary } from '../../db/queries/pages.ts';
import { paths } from '../data/paths.ts';
import { escapeXml } from './xml.ts';

const mostEntries = 100;

/** Atom feed (RFC 4287) of the definitions that changed last. */
export function changeFeed(tools: ToolSummary[], url: string): string {
  const changed = tools
    .filter((tool) => tool.previousHash !== null)
    .sort((a, b) => (a.firstSeenAt < b.firstSeenAt ? 1 : -1))
    .slice(0, mostEntries);
  const updated = changed[0]?.firstSeenAt ?? newestListing(tools);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Changed MCP tool definitions</title>
<id>${escapeXml(url)}changes.atom</id>
<link rel="self" href="${escapeXml(url)}changes.atom"/>
<link href="${escapeXml(url)}lists/changed/"/>
<updated>${updated}</updated>
<author><name>MCP Risk</name></author>
${changed.map((tool) => entry(tool, url)).join('')}</feed>
`;
}

function entry(tool: ToolSummary, url: string): string {
  const page = url + paths.tool(tool.serverId, tool.name);
  const label = tool.risk ? `${tool.operation}, ${tool.risk}` : 'not judged yet';
  const before = tool.previousRisk ? ` (risk was ${tool.previousRisk})` : '';
  return `<entry>
<title>${escapeXml(`${tool.name} of ${tool.serverId}`)}</title>
<id>${escapeXml(page)}#${tool.definitionHash}</id>
<link href="${escapeXml(page)}"/>
<updated>${tool.firstSeenAt}</updated>
<summary>${escapeXml(`Now ${label}${before}.`)}</summary>
</entry>
`;
}

function newestListing(tools: ToolSummary[]): string {
  let newest = '1970-01-01T00:00:00.000Z';
  for (const { firstSeenAt } of tools) if (firstSeenAt > newest) newest = firstSeenAt;
  return newest;
}
