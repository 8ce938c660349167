// npm run check:clients [-- id…]: installs real clients in a temporary folder (up to 400 MB each) and lets them
// decide by the files that we write for them. Not part of npm test, because of that size.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claudeCode } from './claude-code.ts';
import { codex } from './codex.ts';
import { geminiCli } from './gemini-cli.ts';
import { opencode } from './opencode.ts';

const known = [claudeCode, codex, geminiCli, opencode];
const asked = process.argv.slice(2);
for (const client of known.filter(({ id }) => asked.length === 0 || asked.includes(id))) {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-risk-client-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"private": true}');
    // The scripts of strangers' packages are not needed and do not run.
    const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', client.package];
    execFileSync('npm', install, { cwd: folder, stdio: 'ignore' });
    const manifest = join(folder, 'node_modules', client.package, 'package.json');
    const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
    const home = join(folder, 'home');
    mkdirSync(home);
    await client.check({ folder, home });
    console.log(`${client.id}: ${client.package}@${version} decides like the policy`);
  } catch (error) {
    process.exitCode = 1;
    console.error(`${client.id}: ${(error as Error).message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
