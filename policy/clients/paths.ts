import type { Client } from '../client.ts';

/** The same file below the home folder and below the project's, which counts more. */
export function homeAndProject(file: string): Client['configPaths'] {
  return (_platform, home) => [`${home}/${file}`, file];
}
