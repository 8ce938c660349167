import { type Command, exitCode, jsonOption } from '../command.ts';
import { plain } from '../terminal.ts';
import { UserError } from '../user-error.ts';

export const build: Command = {
  options: [
    {
      flags: '--url <address>',
      description: 'the address the site will have, for feeds and sitemaps',
    },
    jsonOption,
  ],
  examples: [
    ['mcp-risk build', 'writes the site below the data directory; only changed pages are written'],
  ],
  async run({ options, terminal, signal }) {
    const { withStore } = await import('../store.ts');
    const { buildSite } = await import('../steps/build.ts');
    const summary = await withStore(signal, (store) =>
      buildSite(store, { terminal, signal, ...readUrl(options.url) }),
    );
    if (options.json) terminal.printJson(summary);
    else {
      const { written, unchanged, removed } = summary.files;
      terminal.print(`${written} files written, ${unchanged} unchanged, ${removed} removed`);
      terminal.print(`The site is in ${summary.out}`);
    }
    return exitCode.fine;
  },
};

/** @throws UserError */
export function readUrl(value: unknown): { url?: string } {
  if (typeof value !== 'string') return {};
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return { url: value };
  throw new UserError(`--url takes an http or https address, not "${plain(value)}"`);
}
