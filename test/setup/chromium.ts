import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium: the one of `CHROMIUM_PATH`, an installed one, or Debian's package, installed here as root. */
export function findChromium(): string {
  const found = installed();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as const };
    execFileSync('apt-get', ['update', '-qq'], { stdio: [...quiet.stdio] });
    execFileSync('apt-get', ['install', '-qq', '-y', '--no-install-recommends', 'chromium'], {
      stdio: [...quiet.stdio],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const added = installed();
    if (added) return added;
  }
  throw new Error(
    'no Chromium: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH',
  );
}

function installed(): string | undefined {
  return places.find((place) => place !== undefined && existsSync(place));
}

/** Starts it headless, talking to nothing but the pages it is shown. */
export function launchChromium(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      ...asRoot,
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
