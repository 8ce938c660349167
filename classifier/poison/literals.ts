import { eachMatch } from '../each-match.ts';
import type { Concept } from './concepts.ts';

/** A literal in a text that matters to an attack: where it stands and what it is. */
export interface Literal {
  concept: Concept;
  start: number;
  end: number;
}

const secretPath =
  /(?:~|\$HOME|%USERPROFILE%|\/home\/\w+|\/root|\/Users\/\w+)[\\/][\w.\\/-]+|(?<![\w.])\.(?:ssh|aws|npmrc|netrc|pgpass|kube|docker|gnupg|env|envrc|bash_history|zsh_history|bashrc|zshrc|profile|git-credentials|gitconfig|cursor|claude|azure|vault-token|pypirc|secrets)\b(?:[\\/][\w.-]+)*|\b(?:id_rsa|id_ed25519|id_ecdsa|authorized_keys|known_hosts|wallet\.dat|credentials\.json|mcp\.json|mcp_config\.json|claude_desktop_config\.json|local\.settings\.json|terraform\.tfstate|secrets\.ya?ml|shadow\.bak)\b|\/etc\/(?:passwd|shadow|sudoers|hosts)|\/proc\/self\/environ|\b(?!https?|file|ftps?|wss?|data|mailto|postgres|postgresql|mysql|redis|mongodb|git|ssh|s3|gs|memory|app|ui|arn)[a-z]{2,12}:\/\/[\w/.-]*(?:secret|credential|admin|config|confidential|internal|private|token|executive)\w*|(?<!\w)\/(?:flag|secrets?|credentials?)\b/gi;

const address =
  /\bhttps?:\/\/[^\s"'<>)\]`]+|\bwss?:\/\/[^\s"'<>)\]`]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\w+])\+\d[\d ()-]{6,}\d|\b0x[0-9a-fA-F]{8,}|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b|\b[A-Z]{2}\d{2}(?: ?[\dA-Z]{4}){3,7}\b/g;

const shell =
  /\b(?:curl|wget)\s+(?:-\w+\s+)*[\w'"$/:]|\brm\s+-r?f|\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b|\|\s*python3?\b|\bsudo\s+\w|\bchmod\s+[-+\w]|\bbase64\s+(?:-d|--decode)|\bnc\s+[\w.-]+\s|\/dev\/tcp\/|\becho\s[^|\n]*>>|&&\s*\w+|\$\(\w+|\bpowershell\s+-|Invoke-(?:WebRequest|Expression)|\bpython3?\s+-c\b|\bcrontab\s|\bssh-(?:rsa|ed25519)\s+AAA|\bwhoami\b|\bcat\s+[~/.]|\bscp\s+\S|\bprintenv\b|\benv\s*\|/g;

const markup =
  /<!--|-->|<\/?\s*(?:hidden|secret|system|instructions?|assistant|admin|override|internal|directive|sys|inst|policy|information|global_?\w*|system_?\w*|note_to_\w+|developer|agent_?\w*|llm_?\w*|system-reminder)\b[^>\n]{0,60}>|\[\/?\s*(?:system|inst|hidden|assistant|admin|override|directive|sys|role directive|system override|system directive|hidden instruction|important system instruction|shadow|emergency directive|assistant instructions)\b[^\]\n]{0,60}\]|<\|\w+\|>|<<\/?SYS>>|<\/(?:description|tool|tools|parameters|function|functions|schema)>|(?<!#)#{2,}\s{0,20}(?:new\s{1,20})?(?:instruction|system|response|assistant|end of|system message)|\{\{\s*system|\bmessage from (?:the )?(?:user|system|developer|administrator) to you\b|(?:^|[\n.!?]\s*)(?:system|assistant|human|user|developer)\s*[:：]\s/gi;

/** The tags among `markup` that a description may have for its own parts. */
const partEnd = /^<\/(description|tools?|parameters|functions?|schema)>$/;

/** Whether a tag ends what the text itself began, as in `<description>…</description>`: no way out of it. */
export function closesPart(clean: string, start: number, end: number): boolean {
  const part = partEnd.exec(clean.slice(start, end))?.[1];
  return part !== undefined && clean.lastIndexOf(`<${part}>`, start) >= 0;
}

/** A tag that only raises its voice. */
const emphasis =
  /<\/?\s*(?:important|very important|critical|mandatory|중요|important_?\w*|reminder)\b[^>\n]{0,40}>/gi;

const kinds: [Concept, RegExp][] = [
  ['must', emphasis],
  ['secret-path', secretPath],
  ['address', address],
  ['shell', shell],
  ['markup', markup],
];

/** Without one of these characters no literal can stand in a text. */
const hint =
  /[@~/|$<[{#&]|\.\w|:\s|\+\d|0x|\b(?:whoami|curl|wget|sudo|rm|nc|chmod|printenv|id_\w+)\b/;

/** Literals of a cleaned text, in reading order. */
export function findLiterals(text: string): Literal[] {
  if (!hint.test(text)) return [];
  const found: Literal[] = [];
  for (const [concept, pattern] of kinds) {
    for (const match of eachMatch(text, pattern)) {
      found.push({ concept, start: match.index, end: match.index + match[0].length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
