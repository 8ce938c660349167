/**
 * What the words of a clause are about, in any language. An attack is a combination of these (someone is
 * told to put something somewhere, unseen), whatever the words.
 */
export const concepts = [
  'agent', // the model that reads the definition
  'user', // the person it works for
  'must', // obligation
  'before', // an order of steps: ahead of something
  'after', // an order of steps: behind something
  'every', // without exception
  'tool', // tools and servers
  'other', // somebody else's
  'call', // use a tool
  'read', // take something in
  'put', // lay something into a place
  'send', // give something away
  'change', // make something another
  'hide', // unseen
  'tell', // let the user know
  'not', // negation
  'ask', // the user's consent
  'skip', // leave a step out
  'void', // a rule loses its force
  'rules', // what the model was told
  'prior', // earlier
  'secret', // credentials
  'talk', // the conversation
  'system-prompt',
  'result', // what a tool returned
  'reply', // what the model answers
  'param', // a place in a call
  'file',
  'whole', // all of it, word for word
  'pretext', // compliance, audit, telemetry
  'recipient',
  'regardless', // whatever the user wants
  'step', // this note, this step
  'money',
  'distrust', // bad words about other tools
  'prefer',
  'exempt', // consent is said to exist already
  'data', // what belongs to the user: contacts, memory, workspace
  'role', // you are now …
  'identifier', // a name like send_email that is none of this tool's own
  'kin', // a name that shares a word with this tool, like list_items beside get_item
  'address', // a literal URL, e-mail address, telephone number or wallet
  'secret-path', // a literal path of credentials
  'shell', // a literal shell command
  'markup', // a hidden block or a fake turn
  'command', // commands, scripts
] as const;

export type Concept = (typeof concepts)[number];

/** Words and phrases of a language, separated by commas; a final `*` stands for any ending. */
export type Lexicon = Partial<Record<Concept, string>>;
