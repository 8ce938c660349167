/** Of a package's commands the one with its own name, else one that sounds like a server, else the first. */
export function chooseCommand<T>(commands: ReadonlyMap<string, T>, name: string): T | undefined {
  const ofServer = [...commands].find(([command]) => /mcp|server/i.test(command));
  return commands.get(name) ?? ofServer?.[1] ?? commands.values().next().value;
}
