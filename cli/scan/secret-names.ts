/** Parts of a name that say credential wherever they stand in it: `--db-passwd`, `APIKEY`, `session_id`. */
const stem =
  /key|token|secret|passw|passphrase|passcode|pwd|auth(?!or(?!i))|credential|bearer|cookie|session|signature|private/;
/** Ends of words that say credential; longer words begin with them: path, ping, signal. */
const ending = /(?<!by|com)(pass|pat|creds?|dsn)$/;
const whole = /^(pw|pin|sig|sid|otp|totp|jwt|sas|hmac)$/;

/** Whether an environment variable, flag, header or query parameter of this name holds a credential. */
export function isSecretName(name: string): boolean {
  return (
    stem.test(name.toLowerCase()) ||
    wordsOf(name).some((word) => ending.test(word) || whole.test(word))
  );
}

function wordsOf(name: string): string[] {
  const apart = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  return apart.split(/[^a-z\d]+/).filter((word) => word !== '');
}

/** Last words of flags and query parameters whose values are settings that a person wants to see. */
const settings = new Set(
  (
    'allow branch browser color cwd depth dir directory environment file filename folder format framework headless ' +
    'host hostname language level limit locale log max memory min mode module name network offset output package page path paths ' +
    'platform port profile project protocol region root runtime script size tier timeout timezone toolset toolsets ' +
    'transport type version workdir workspace zone'
  ).split(' '),
);
/** Flags that take no value: the word behind them is the next argument. */
const switches = new Set(
  (
    'y yes q quiet v verbose debug stdio i it t rm init read-only readonly headless isolated no-cache offline ' +
    'disable-gpu no-sandbox experimental-strip-types enable-source-maps no-warnings m'
  ).split(' '),
);

/** Whether what follows such a flag or parameter is known to be a setting; of any other name nothing is known. */
export function isHarmlessName(name: string): boolean {
  if (isSecretName(name)) return false;
  return (
    switches.has(name.replace(/^-+/, '').toLowerCase()) || settings.has(wordsOf(name).at(-1) ?? '')
  );
}
