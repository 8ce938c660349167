// Builds the example catalog into the folder that is named, and says when the first servers are written.
import { openPglite } from '../../db/connect.ts';
import { build } from '../../site/build.ts';
import { fillExampleCatalog } from './example-catalog.ts';

const [out] = process.argv.slice(2);
if (out === undefined) throw new Error('no folder');
const { db } = await openPglite();
await fillExampleCatalog(db);
await build(db, {
  out,
  url: 'https://catalog.example/mcp/',
  corrections: 'https://x.example/?t={title}&b={body}',
  onProgress: () => process.stdout.write('.'),
});
