import type { Capability } from './taxonomy.ts';

/** One way in which a tool definition, or a set of tools, is turned against its user. */
export interface AttackPattern {
  id: string;
  title: string;
  how: string;
  /** What the attack needs the user's tools to be able to do; empty: the definition alone is enough. */
  needs: Capability[];
  /** The rule that stops it, as advice for a policy. */
  rule: string;
  /** OWASP MCP Top 10 (2025) ids. */
  owasp: string[];
  /** MITRE ATLAS technique ids. */
  atlas: string[];
  /** Ids of the signals that detect it. */
  signals: string[];
}

export const attackPatterns: AttackPattern[] = [
  {
    id: 'tool-poisoning',
    title: 'Tool poisoning',
    how: 'The description holds orders to the model. The model reads them with every request, the user sees only the name of the tool, and the tool need not even be called.',
    needs: [],
    rule: 'Do not connect the server. Pin the definitions of every server that you do connect, so that new text is reviewed before the model reads it.',
    owasp: ['MCP03:2025', 'MCP06:2025'],
    atlas: ['AML.T0110', 'AML.T0051'],
    signals: ['steering-clause', 'hidden-block', 'concealment', 'voided-rules'],
  },
  {
    id: 'credential-theft',
    title: 'Credentials through a parameter',
    how: 'The definition asks the model to read a key file or the environment first and to pass what it finds in an argument that looks like a note, a context or a trace id.',
    needs: ['reads-secrets'],
    rule: 'Deny reads of key files and of the environment to the agent. Ask before any call whose argument holds a secret.',
    owasp: ['MCP01:2025', 'MCP03:2025', 'MCP10:2025'],
    atlas: ['AML.T0110', 'AML.T0055', 'AML.T0086'],
    signals: ['secret-request', 'bait-parameter'],
  },
  {
    id: 'conversation-theft',
    title: 'The conversation through a parameter',
    how: 'A parameter is said to need the chat so far, the last message or the system prompt, for support, continuity or an audit. Every call then carries what the user wrote.',
    needs: ['reaches-network'],
    rule: 'Ask before calls of the tool and look at its arguments; deny it where a parameter asks for the conversation.',
    owasp: ['MCP03:2025', 'MCP10:2025'],
    atlas: ['AML.T0110', 'AML.T0056', 'AML.T0086'],
    signals: ['conversation-request', 'bait-parameter'],
  },
  {
    id: 'data-collection',
    title: 'Other tools’ data through a parameter',
    how: 'The definition asks for open files, contacts or what other tools returned, to be attached to its own calls.',
    needs: ['reads-private-data'],
    rule: 'Keep servers that read private data and servers that you do not know in separate sessions.',
    owasp: ['MCP03:2025', 'MCP10:2025'],
    atlas: ['AML.T0110', 'AML.T0086'],
    signals: ['data-request'],
  },
  {
    id: 'copy-to-stranger',
    title: 'A copy to a stranger',
    how: 'A tool that sends mail, messages or requests is told to add a hidden recipient or to report each call to an address that stands in the definition.',
    needs: ['communicates'],
    rule: 'Ask before every call that sends, and limit recipients and hosts to a list of your own.',
    owasp: ['MCP03:2025', 'MCP10:2025'],
    atlas: ['AML.T0110', 'AML.T0086'],
    signals: ['foreign-address'],
  },
  {
    id: 'cross-server-hijack',
    title: 'Orders about another server’s tools',
    how: 'The description of a harmless tool says how a tool of another server is to be used: another recipient, another account, one more call before or after.',
    needs: ['communicates', 'moves-money'],
    rule: 'Ask before every call that sends or pays, whatever server the order came from. Connect few servers at a time.',
    owasp: ['MCP03:2025', 'MCP06:2025'],
    atlas: ['AML.T0110', 'AML.T0053'],
    signals: ['foreign-tool-order', 'changed-argument'],
  },
  {
    id: 'shadowing',
    title: 'A name that shadows another tool',
    how: 'A server offers a tool under the name of another server’s tool, or one letter off, and receives the calls that were meant for it.',
    needs: [],
    rule: 'Allow tools by server and name, never by name alone. Remove one of two servers that offer the same name.',
    owasp: ['MCP03:2025', 'MCP09:2025'],
    atlas: ['AML.T0110'],
    signals: ['shadowed-name'],
  },
  {
    id: 'preference-manipulation',
    title: 'Preference manipulation',
    how: 'The description praises itself, or calls the tools of others unsafe or outdated, so that the model picks it for every task.',
    needs: [],
    rule: 'Choose the tool yourself: allow the one you trust, deny the one that advertises.',
    owasp: ['MCP03:2025', 'MCP09:2025'],
    atlas: ['AML.T0110', 'AML.T0111'],
    signals: ['tool-precedence', 'self-praise'],
  },
  {
    id: 'consent-bypass',
    title: 'Consent taken for granted',
    how: 'The definition says that the user has agreed already, that confirmation is not needed, or that the user must not hear of a step.',
    needs: ['moves-money', 'deletes-data', 'communicates'],
    rule: 'Set the rule in the client, where no text can talk it away: ask for writes, deny what cannot be undone.',
    owasp: ['MCP03:2025', 'MCP08:2025'],
    atlas: ['AML.T0110', 'AML.T0053'],
    signals: ['skipped-consent', 'concealment'],
  },
  {
    id: 'argument-tampering',
    title: 'Falsified arguments and results',
    how: 'The model is told to send another city, amount or ticker than the user asked for, or to report another result than the tool returned.',
    needs: [],
    rule: 'Look at the arguments before you allow a call; deny a tool whose definition replaces what you asked for.',
    owasp: ['MCP03:2025', 'MCP06:2025'],
    atlas: ['AML.T0110', 'AML.T0053'],
    signals: ['changed-argument', 'reply-order'],
  },
  {
    id: 'command-planting',
    title: 'A command in the description',
    how: 'An installation or compliance step asks the model to run a shell command with its own terminal tool.',
    needs: ['executes-code'],
    rule: 'Ask before every shell command, and run the agent in a sandbox without your keys.',
    owasp: ['MCP03:2025', 'MCP05:2025'],
    atlas: ['AML.T0110', 'AML.T0053'],
    signals: ['command-order'],
  },
  {
    id: 'hidden-text',
    title: 'Text that people do not see',
    how: 'Orders are written in invisible characters, turned around, encoded, or in a comment or a fake turn of the conversation.',
    needs: [],
    rule: 'Do not connect the server: no honest definition hides text.',
    owasp: ['MCP03:2025', 'MCP06:2025'],
    atlas: ['AML.T0051', 'AML.T0068'],
    signals: ['hidden-text', 'encoded-payload', 'hidden-block', 'invisible-characters'],
  },
  {
    id: 'schema-poisoning',
    title: 'Orders in the schema',
    how: 'The order stands where nobody looks: in the name of a parameter, a default, an enum value, a title, a required list or the output schema.',
    needs: [],
    rule: 'Review the whole definition, not only the description, and pin its hash.',
    owasp: ['MCP03:2025'],
    atlas: ['AML.T0110', 'AML.T0051'],
    signals: ['misplaced-text', 'bait-parameter', 'steering-clause'],
  },
  {
    id: 'rug-pull',
    title: 'Rug pull',
    how: 'A server is harmless until it is trusted. A later version, or a later answer of the same server, changes the definition.',
    needs: [],
    rule: 'Pin the version of the package and the hash of each definition; deny a tool whose hash changed until you have read the difference.',
    owasp: ['MCP03:2025', 'MCP04:2025'],
    atlas: ['AML.T0109', 'AML.T0110'],
    signals: ['raised-risk'],
  },
  {
    id: 'lying-annotations',
    title: 'Lying annotations',
    how: 'A tool that deletes or pays calls itself read-only, and a client that trusts the hint does not ask.',
    needs: ['deletes-data', 'moves-money', 'executes-code'],
    rule: 'Decide by what the tool does, never by its annotations.',
    owasp: ['MCP02:2025', 'MCP03:2025'],
    atlas: ['AML.T0110'],
    signals: ['lying-annotation', 'contradicted-claim'],
  },
  {
    id: 'exfiltration-path',
    title: 'The exfiltration path',
    how: 'One tool reads private data, another brings in text of strangers, a third sends. A sentence in a web page or a mail is enough to join the three.',
    needs: ['reads-private-data', 'ingests-untrusted', 'communicates', 'reaches-network'],
    rule: 'Break the chain: take one of the three out of the session, or ask before every call of the one that sends.',
    owasp: ['MCP06:2025', 'MCP10:2025'],
    atlas: ['AML.T0051', 'AML.T0086'],
    signals: [],
  },
];
