/** The path of a file that is about one server only: a folder for each, so that none replaces another's. */
export function inServerFolder(alias: string, file: string): string {
  return `mcp-risk/${alias.replace(/[^A-Za-z0-9_-]/g, '_') || '_'}/${file}`;
}
