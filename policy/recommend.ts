import type { Classification, Evidence } from '../classifier/classification.ts';
import type { ToolDefinition } from '../classifier/definition.ts';
import { hashDefinition } from '../classifier/hash.ts';
import type { Capability } from '../classifier/taxonomy.ts';
import { isSeen } from '../classifier/unicode.ts';
import { classifierVersion } from '../classifier/version.ts';
import { judgeAction } from './judge-action.ts';
import { type Guards, parameterGuards } from './parameter-guards.ts';
import type { Limit, Policy, Posture, Rule } from './policy.ts';
import { type Stance, stanceOf } from './stance.ts';

export interface ClassifiedTool {
  definition: ToolDefinition;
  /** Absent where nobody judged this definition yet. */
  classification?: Classification;
  /** The definition differs from the one that was accepted before. */
  changed?: boolean;
}

export interface RecommendOptions {
  server: string;
  posture: Posture;
  /** Absolute folder that file tools have to stay in. */
  within?: string;
}

const noGuards: Guards = { require: [], denyIf: [] };

/** The rules that should stand in front of one server's tools. The first of two tools of one name counts. */
export function recommend(tools: ClassifiedTool[], options: RecommendOptions): Policy {
  const byName = new Map<string, ClassifiedTool>();
  for (const tool of tools) {
    if (!byName.has(tool.definition.name)) byName.set(tool.definition.name, tool);
  }
  const offered = new Set(tools.flatMap((tool) => tool.classification?.capabilities ?? []));
  return {
    schemaVersion: '1.0',
    server: options.server,
    posture: options.posture,
    default: options.posture === 'strict' ? 'deny' : 'ask',
    classifierVersion: versionOf(tools),
    rules: [...byName.values()].map((tool) => ruleFor(tool, options, offered)),
    limits: [],
  };
}

function ruleFor(
  tool: ClassifiedTool,
  { posture, within }: RecommendOptions,
  offered: ReadonlySet<Capability>,
): Rule {
  const stance = stanceOf(tool.classification, tool.changed === true, posture, offered);
  const guarded = guardsOf(tool, stance, posture, within);
  const onlyMild = canNarrow(tool, stance) ? guarded.onlyMild : undefined;
  const decision = onlyMild ? 'ask' : stance.decision;
  const open = decision === 'allow' || decision === 'ask';
  return {
    tool: tool.definition.name,
    decision,
    because: because(stance, onlyMild !== undefined, tool.classification),
    definitionHash: tool.classification?.definitionHash ?? hashDefinition(tool.definition),
    approval: stance.approval,
    ...(onlyMild ? { unchecked: stance.decision } : {}),
    require: open ? [...guarded.require, ...(onlyMild ? [onlyMild] : [])] : [],
    denyIf: open ? guarded.denyIf : [],
    limits: decision === 'allow' ? perHour(stance.perHour) : [],
  };
}

/** A tool that destroys by its own name does so whatever action is chosen. */
function canNarrow({ definition }: ClassifiedTool, stance: Stance): boolean {
  return (
    stance.decision === 'deny' &&
    stance.narrowable &&
    judgeAction(definition.name) !== 'destructive'
  );
}

function guardsOf(
  { definition, classification }: ClassifiedTool,
  stance: Stance,
  posture: Posture,
  within: string | undefined,
): Guards {
  if (stance.decision === 'hide') return noGuards;
  const can = new Set(classification?.capabilities);
  const changesData = classification?.operation !== 'read';
  return parameterGuards(
    definition.inputSchema,
    {
      movesMoney: can.has('moves-money'),
      changesData,
      touchesFiles: changesData || can.has('reads-private-data') || can.has('reads-secrets'),
      reachesNetwork: can.has('reaches-network'),
    },
    posture,
    within,
  );
}

function perHour(max: number | undefined): Limit[] {
  return max === undefined ? [] : [{ counter: 'calls', window: 'hour', max }];
}

function because(stance: Stance, narrowed: boolean, classification?: Classification): string {
  const evidence = stance.evidence ?? classification?.evidence ?? [];
  const quotes = [...new Set(evidence.map(quoted))].slice(0, 2).join(', ');
  const reading = quotes === '' ? '' : ` Read in ${quotes}.`;
  const rest = narrowed
    ? ' Its actions that are sure to be milder are asked about, all others denied.'
    : '';
  return `${stance.reason}${rest}${reading}`;
}

/** One line of at most 100 characters, without control and invisible characters. */
function quoted({ quote, pointer }: Evidence): string {
  const line = quote
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const short = line.length > 100 ? `${[...line].slice(0, 99).join('')}…` : line;
  const said = isSeen(short) ? `“${short}”` : 'text that is not seen';
  return `${said} (${pointer.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 100)})`;
}

function versionOf(tools: ClassifiedTool[]): string {
  const judged = tools.find((tool) => tool.classification !== undefined);
  return judged?.classification?.classifierVersion ?? classifierVersion;
}
