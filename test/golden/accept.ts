// npm run golden: accepts the labels that the classifier gives now.
import { renameSync, writeFileSync } from 'node:fs';
import { changedLabels, currentGolden, goldenFile, readGolden } from './golden.ts';

const before = readGolden();
const after = currentGolden();
const changed = changedLabels(before, after);
if (changed.length > 0 && before.version === after.version) {
  console.error(changed.join('\n'));
  console.error(
    `${changed.length} labels changed: bump classifier/version.ts (now ${after.version}) first`,
  );
  process.exit(2);
}
writeFileSync(`${goldenFile}.new`, `${[after.version, ...after.lines].join('\n')}\n`);
renameSync(`${goldenFile}.new`, goldenFile);
console.log(`${changed.length} of ${after.lines.length} labels changed`);
