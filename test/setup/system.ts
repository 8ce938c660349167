// Before the tests: what they need from the system, installed where this user may, else said clearly.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const needed = [
  { package: 'bubblewrap', file: '/usr/bin/bwrap', unless: process.platform !== 'linux' },
  { package: 'chromium', file: '/usr/bin/chromium', unless: Boolean(process.env.CHROMIUM_PATH) },
];
const missing = needed.filter(({ file, unless }) => !unless && !existsSync(file));

if (missing.length > 0) {
  const names = missing.map((tool) => tool.package);
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.error(
      `The tests need ${names.join(' and ')}. On Debian or Ubuntu: sudo apt-get install ${names.join(' ')}`,
    );
    process.exit(2);
  }
  console.error(`Installing ${names.join(' and ')} with apt-get for the tests`);
  const options = {
    stdio: 'inherit' as const,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options);
}
