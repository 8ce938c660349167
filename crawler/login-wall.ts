import { cleanText } from './clean-text.ts';

const secret =
  '(?:api[ _-]?(?:key|token|secret)|access[ _-]?(?:key|token)|auth(?:entication|orization)?[ _-]?token|bearer[ _-]?token|client[ _-]?(?:id|secret)|credentials?|password|personal access token|token|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:API_?KEY|KEY|TOKEN|SECRET|PASSWORD|PAT|CREDENTIALS?|CLIENT_ID))';
const lacking =
  '(?:is (?:required|missing|not set|not defined|not provided|needed|undefined|empty)|must be (?:set|provided|specified|defined)|not (?:set|found|provided|configured|specified)|missing|required|invalid|undefined)';

/** Each finds the sentence of a server that stops because it was given no login. */
const walls = [
  new RegExp(`${secret}\\b[^\\n]{0,60}\\b${lacking}\\b`, 'i'),
  new RegExp(
    `\\b(?:missing|no|invalid|provide|set|need|requires?|expected)\\b[^\\n]{0,60}\\b${secret}\\b`,
    'i',
  ),
  /\b(?:oauth|credentials?|service[ _-]account)\b[^\n]{0,30}\b(?:keys?|credentials?|token|file)\b[^\n]{0,30}\b(?:not found|missing|does not exist)\b/i,
  /\b(?:401|403)\b[^\n]{0,30}\b(?:unauthorized|forbidden)\b/i,
  /\b(?:unauthorized|not authenticated|not logged in|authentication (?:is )?required|please (?:log ?in|sign ?in|authenticate))\b/i,
];

/** The server's own line that says which login it wants, or undefined. */
export function findLoginWall(stderr: string): string | undefined {
  for (const line of stderr.slice(-16_384).split('\n')) {
    const text = cleanText(line, 300);
    // A source line in a stack trace quotes the message with its code.
    if (/^\s*at /.test(text)) continue;
    if (walls.some((wall) => wall.test(text))) return text;
  }
  return undefined;
}
