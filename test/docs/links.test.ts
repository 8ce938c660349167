import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../cli/run-cli.ts';

const documents = globSync(['*.md', '{docs,data,classifier,crawler,policy,site/src}/**/*.md'], {
  cwd: projectRoot,
});

for (const document of documents) {
  test(`every file that ${document} links or shows exists`, () => {
    const text = readFileSync(join(projectRoot, document), 'utf8');
    const targets = Array.from(
      text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g),
      ([, target]) => target,
    );
    for (const target of targets) {
      const file = join(projectRoot, dirname(document), target ?? '');
      assert.ok(existsSync(file), `${document} links ${target}`);
    }
  });
}
