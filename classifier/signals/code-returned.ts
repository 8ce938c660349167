import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const returned =
  /\breturns? (?:the |a |an )?(?:[\w-]+ ){0,3}(?:source code|code snippets?|code examples?|boilerplate|markup|html|css|svg|json schema)\b|\b(?:does not|doesn't|never|without) writ(?:e|es|ing) (?:anything |any files? |files? )?to (?:the )?(?:disk|file ?system|files?)\b/i;

export const codeReturned: Signal = {
  id: 'code-returned',
  title: 'Hands back what it generates',
  why: 'Code or text that is only returned changes nothing until somebody saves it.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low' },
  where: {
    verbs: ['create', 'compute', 'get', 'search', 'list'],
    words: ['returns', 'return', 'write', 'writes', 'writing'],
  },
  find: (text) => quoteMatch('code-returned', text.description, returned),
  falsePositives: ['A scaffold that writes files and returns the source code of one of them too.'],
  examples: {
    fires: [
      {
        tool: {
          name: 'solidity_token',
          description: 'Make a fungible token. Returns the source code. Does not write to disk.',
        },
        quote: 'Returns the source code',
      },
      {
        tool: { name: 'create_form', description: 'Builds a form; never writes to disk.' },
        quote: 'never writes to disk',
      },
    ],
    silent: [
      { name: 'create_file', description: 'Creates a source file in the project.' },
      { name: 'get_page', description: 'Returns the title of a page.' },
    ],
  },
};
