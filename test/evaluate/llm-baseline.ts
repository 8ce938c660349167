import { classify } from '../../classifier/classify.ts';
import { hashDefinition } from '../../classifier/hash.ts';
import { inOrder } from '../../cli/in-order.ts';
import { llmConcurrency } from '../../cli/llm-options.ts';
import { openLlm, opinionLines } from '../../cli/open-llm.ts';
import { openTerminal } from '../../cli/terminal.ts';
import { homeDirectory } from '../../db/home.ts';
import type { Example } from './corpus.ts';
import type { Scored } from './measure.ts';

/** What a model says by itself, no floor and no classifier beside it; definitions without a valid answer are left out. */
export async function llmBaseline(
  examples: Example[],
  maxTokens: string,
): Promise<{ name: string; rows: Scored[] }> {
  const signal = new AbortController().signal;
  const terminal = openTerminal(false);
  const options = { llm: 'all', llmMaxTokens: maxTokens };
  const llm = await openLlm({ args: [], options, terminal, signal }, homeDirectory());
  if (llm === undefined) throw new Error('a second opinion that is off has no figures');
  const ask = ({ tool }: Example) => llm.opinion.improve(tool, classify(tool));
  await Array.fromAsync(inOrder(examples, llmConcurrency, ask));
  for (const line of opinionLines(llm.opinion.summary())) terminal.note(line);
  const rows = examples.flatMap(({ label, server, tool }) => {
    const answer = llm.cache.get(hashDefinition(tool));
    return answer === undefined ? [] : [{ label, server, answer }];
  });
  return { name: `${llm.model} alone (${rows.length} answered)`, rows };
}
