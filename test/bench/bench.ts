// npm run bench [-- name…]: each benchmark prints a ratio to a limit measured in the same run.
import { readdirSync } from 'node:fs';

const suffix = '.bench.ts';
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no benchmark named ${unknown.join(', ')}; there are: ${known.join(', ')}`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : known) {
  console.log(`\n# ${name}`);
  const { run } = (await import(`./${name}${suffix}`)) as { run: () => Promise<void> };
  await run();
}
