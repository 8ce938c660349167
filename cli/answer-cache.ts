import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { Answer } from '../classifier/llm/answer.ts';
import { promptVersion } from '../classifier/llm/prompt.ts';
import type { AnswerCache } from '../classifier/llm/second-opinion.ts';

const CachedAnswer = z.object({
  definitionHash: z.string(),
  promptVersion: z.string(),
  model: z.string(),
  address: z.string(),
  answer: Answer,
});

/** Where the answers of every model are kept, one JSON object a line. */
export function answersFile(home: string): string {
  return join(home, 'llm', 'answers.jsonl');
}

/**
 * The answers of one model at one address to this version of the prompt. Each is appended as soon as it
 * is there, so that nothing paid for is lost; a half line of a process that was killed is passed over.
 */
export async function openAnswerCache(
  home: string,
  { model, address }: { model: string; address: string },
): Promise<AnswerCache> {
  const file = answersFile(home);
  const answers = new Map<string, Answer>();
  for (const line of (await readIfThere(file)).split('\n')) {
    const cached = readLine(line);
    if (cached?.model !== model || cached.address !== address) continue;
    if (cached.promptVersion === promptVersion) answers.set(cached.definitionHash, cached.answer);
  }
  await mkdir(dirname(file), { recursive: true });
  return {
    get: (definitionHash) => answers.get(definitionHash),
    async set(definitionHash, answer) {
      answers.set(definitionHash, answer);
      const line = JSON.stringify({ definitionHash, promptVersion, model, address, answer });
      // It starts a line of its own, whatever a killed process left behind.
      await appendFile(file, `\n${line}\n`);
    },
  };
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function readLine(line: string): z.infer<typeof CachedAnswer> | undefined {
  try {
    return CachedAnswer.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
