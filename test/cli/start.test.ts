import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { startCli, temporaryHome } from './run-cli.ts';

test('where the port is taken, the files of the site name the one that it is served at', async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  t.after(() => other.close());
  const taken = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;

  const port = new URL(taken).port;
  const child = startCli(temporaryHome(t), ['start', '--offline', '--json', '--port', port]);
  t.after(() => child.kill('SIGKILL'));
  child.stderr?.resume();
  let url = '';
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    url = JSON.parse(line).url ?? url;
    if (url !== '') break;
  }
  assert.notEqual(url, taken);
  for (const file of ['changes.atom', 'llms.txt', 'robots.txt', 'sitemap.xml']) {
    const text = await (await fetch(url + file)).text();
    assert.ok(text.includes(url), file);
    assert.ok(!text.includes(taken), file);
  }
  child.kill('SIGINT');
  await once(child, 'close');
});
