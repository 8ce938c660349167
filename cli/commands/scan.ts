import { type Risk, risks } from '../../classifier/taxonomy.ts';
import { postures } from '../../policy/policy.ts';
import { type Command, type ExitCode, exitCode, jsonOption } from '../command.ts';
import { reachOptions } from '../crawl-options.ts';
import type { ScanReport } from '../scan/report.ts';
import { jsonText, plain } from '../terminal.ts';
import { UserError } from '../user-error.ts';

export const scan: Command = {
  arguments: '[file...]',
  options: [
    { flags: '-y, --yes', description: 'start and reach the servers without asking' },
    { flags: '--catalog-only', description: 'start nothing: use what the catalog knows' },
    {
      flags: '--posture <name>',
      description: 'how careful the recommendation is',
      default: 'balanced',
      choices: postures,
    },
    {
      flags: '--fail-on <risk>',
      description:
        'exit code 1 for a new finding of this risk or worse; without it no finding fails the scan',
      choices: risks,
    },
    {
      flags: '--ignore-unseen',
      description:
        'exit code 0, not 3, where a server could not be looked at; 3 stays for a file that cannot be read',
    },
    { flags: '--baseline <file>', description: 'a --json report: its findings are not new' },
    {
      flags: '--sarif <file>',
      description: 'write the findings as SARIF 2.1.0; - is standard output',
    },
    ...reachOptions,
    jsonOption,
  ],
  examples: [
    ['mcp-risk scan', 'finds the servers of every known client and asks before it starts one'],
    [
      'mcp-risk scan .mcp.json --yes --fail-on high',
      'fails on any finding of high or critical risk',
    ],
    ['mcp-risk scan --yes --json > before.json', 'keeps a baseline'],
    ['mcp-risk scan --yes --baseline before.json --fail-on medium', 'fails only on what is new'],
  ],
  notes: [
    'Below each tool that is a finding, and each warning, stand the first words of the definition that it was read from, and where they are in it; --json holds them all.',
    'What a server lists and is no tool definition (no name, no inputSchema, the name of one before) is left out: below its tools stands how many and why, and inspection.malformed of --json has the place in the list and the reason of each. With --catalog-only it is not known.',
    'What a scan sees stays in its report: your servers, and what they list, are not stored in the catalog.',
    'A package or image that is started without an exact version (npx -y foo, uvx foo, an image without a tag or with latest) is a finding of low risk, unpinned-version, with the version to pin where one was looked at.',
    'Clients are looked for where they keep their files, also where CLAUDE_CONFIG_DIR, CODEX_HOME or XDG_CONFIG_HOME says so. A package gets an empty folder in place of a folder of yours that is one of its arguments.',
  ],
  async run(call) {
    const { args, options, terminal } = call;
    const failOn = options.failOn;
    if (options.json && options.sarif === '-') {
      throw new UserError('--json and --sarif - both go to standard output: name a file for one');
    }
    const baseline = await readBaseline(options.baseline);
    const { configurationsFor, withInspect } = await import('../scan/open-scan.ts');
    const { configurations, unreadable } = await configurationsFor(args, terminal);
    if (configurations.length === 0) {
      terminal.note('no known client has an MCP server configured here; name a file to scan it');
    }
    const { scan: scanAll } = await import('../scan/scan.ts');
    const { serverLines, closingLines } = await import('../scan/scan-lines.ts');
    const { permissionsReader } = await import('../scan/permissions.ts');
    const textual = !options.json && options.sarif !== '-';
    const report = await withInspect(call, configurations, (inspect) =>
      scanAll(configurations, unreadable, {
        posture: postures.find((name) => name === options.posture) ?? 'balanced',
        inspect,
        baseline,
        permissions: permissionsReader(),
        now: new Date(),
        onServer(server) {
          if (textual) for (const line of serverLines(server, terminal)) terminal.print(line);
        },
      }),
    );
    if (textual) {
      const asked = {
        hasBaseline: options.baseline !== undefined,
        catalogOnly: options.catalogOnly === true,
      };
      for (const line of closingLines(report, asked, terminal)) terminal.print(line);
    }
    if (options.json) terminal.printJson(report);
    if (typeof options.sarif === 'string') await writeSarif(options.sarif, report);
    return codeOf(report, failOn, options.ignoreUnseen === true);
  },
};

/** Ids of the findings of an earlier `--json` report. @throws UserError */
async function readBaseline(file: unknown): Promise<ReadonlySet<string>> {
  if (typeof file !== 'string') return new Set();
  const { readJsonFile } = await import('../json-file.ts');
  const { isObject } = await import('../../policy/json.ts');
  const report = await readJsonFile(file);
  const refuse = (what: string) =>
    new UserError(`--baseline ${plain(file)} is no report of mcp-risk scan --json: ${what}`);
  if (!isObject(report) || !Array.isArray(report.findings)) throw refuse('/findings is missing');
  const ids = report.findings.map((finding, at) => {
    if (isObject(finding) && typeof finding.id === 'string') return finding.id;
    throw refuse(`/findings/${at}/id is no text`);
  });
  return new Set(ids);
}

async function writeSarif(file: string, report: ScanReport): Promise<void> {
  const { openOutput } = await import('../output-file.ts');
  const { packageVersion } = await import('../package-version.ts');
  const { toSarif } = await import('../scan/sarif.ts');
  const output = openOutput(file);
  await output.write(`${jsonText(toSarif(report, process.cwd(), packageVersion()), 2)}\n`);
  await output.finish();
}

/** 1 where something new is bad enough, else 3 where a server could not be looked at. */
function codeOf(
  { findings, servers, unreadable }: ScanReport,
  failOn: unknown,
  ignoreUnseen: boolean,
): ExitCode {
  const threshold = risks.indexOf(failOn as Risk);
  const fails = findings.some(
    ({ severity, isNew }) =>
      threshold >= 0 && isNew && severity !== 'unknown' && risks.indexOf(severity) >= threshold,
  );
  if (fails) return exitCode.findings;
  const unseen = !ignoreUnseen && servers.some(({ inspection }) => inspection.kind !== 'listed');
  return unseen || unreadable.length > 0 ? exitCode.unreachable : exitCode.fine;
}
