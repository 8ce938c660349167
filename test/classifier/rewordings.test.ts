import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '../../classifier/classify.ts';
import type { ToolDefinition } from '../../classifier/definition.ts';
import { readCorpus } from '../evaluate/corpus.ts';
import { rewordings } from './rewordings.ts';

/** What a policy follows from. */
function labelOf(tool: ToolDefinition): string {
  const { operation, risk, capabilities, warnings } = classify(tool, { definitionHash: '' });
  const steers = warnings.some((warning) => warning.class === 'poisoning');
  return [operation, risk, ...capabilities, ...(steers ? ['steers'] : [])].join(' ');
}

const tools = readCorpus().map(({ tool }) => tool);
const labels = tools.map(labelOf);

for (const { how, reword, perThousand } of rewordings) {
  test(`a label stays when its definition ${how}`, () => {
    const turned: string[] = [];
    let reworded = 0;
    for (const [index, tool] of tools.entries()) {
      const other = reword(tool);
      if (other === tool) continue;
      reworded += 1;
      const label = labelOf(other);
      if (label !== labels[index]) turned.push(`${tool.name}: ${labels[index]} -> ${label}`);
    }
    assert.ok(reworded > 100, `only ${reworded} are reworded`);
    assert.ok(
      turned.length * 1000 <= perThousand * reworded,
      `${turned.length} of ${reworded}:\n${turned.slice(0, 20).join('\n')}`,
    );
  });
}
