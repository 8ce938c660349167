import type { Json } from '../classifier/definition.ts';
import { readJson } from './read-json.ts';
import { readToml } from './read-toml.ts';
import { readYaml } from './read-yaml.ts';

/** A client's file by the end of its name. @throws SyntaxError with line and column, and none of the file's text */
export function readClientFile(path: string, text: string): Json {
  if (path.endsWith('.toml')) return readToml(text);
  if (/\.ya?ml$/.test(path)) return readYaml(text);
  return readJson(text);
}
