import type { ToolDefinition } from '../../classifier/definition.ts';
import type { Operation } from '../../classifier/taxonomy.ts';
import { nameWords } from '../../classifier/words.ts';

const writes =
  /^(?:create|add|insert|update|edit|set|patch|write|send|post|publish|upload|move|rename|copy|start|stop|run|deploy|enable|disable|assign|import|save|put|merge|push|click|type|navigate|invite|share|trigger|cancel|pause|resume|restart)$/;
const destroys =
  /^(?:delete|remove|destroy|drop|purge|wipe|erase|truncate|kill|terminate|reset|uninstall|execute|exec|eval|transfer|pay|refund|buy|sell|swap)$/;

/** The first verb of the name that a plain list knows; without one, a read. */
export function verbBaseline(tool: ToolDefinition): Operation {
  for (const { text } of nameWords(tool.name)) {
    if (destroys.test(text)) return 'destructive';
    if (writes.test(text)) return 'write';
  }
  return 'read';
}

/** What the author's annotations say, with the protocol's defaults for those that are missing. */
export function annotationBaseline(tool: ToolDefinition): Operation {
  if (tool.annotations?.readOnlyHint === true) return 'read';
  return tool.annotations?.destructiveHint === false ? 'write' : 'destructive';
}
