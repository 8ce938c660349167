import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const turns =
  /^(?:apply|deploy|redeploy|restart|reboot|shutdown|scale|stop|start|drain|cordon|evict)$/;
const deploys = /^(?:deploy|redeploy|restart|reboot|shutdown|scale|drain|cordon)$/;
const deployed =
  /^(?:functions?|workers?|apps?|application|applications|sites?|projects?|lambda|pipelines?|database|node|hosts?)$/;
const running =
  /^(?:tf|terraform|infrastructure|kubectl|helm|k8s|service|services|server|servers|cluster|deployment|deployments|pod|pods|container|containers|instance|instances|vm|vms|droplet|stack|machine)$/;
const plans =
  /^(?:reader|read|plan|preview|dry|template|label|tag|debug|mcp|session|simulator|emulator|dev|local|preset|component|style|design)$/;

export const infrastructureControl: Signal = {
  id: 'infrastructure-control',
  title: 'Deploys, restarts or changes running infrastructure',
  why: 'A deployment, service, server or cluster changes for everyone who relies on it.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'high', capability: 'controls-systems' },
  where: { words: [...wordsOf(turns)] },
  find: (text) => {
    const { reading } = text;
    const act = reading.nameAct;
    if (act === undefined || !turns.test(act.word)) return [];
    const kind = (word: string) =>
      running.test(word) || (deploys.test(act.word) && deployed.test(word));
    return text.nameWords.some((word) => kind(word.text)) &&
      !text.nameWords.some((word) => plans.test(word.text))
      ? [quoteAct('infrastructure-control', act)]
      : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'tf_apply' }, quote: 'tf_apply' },
      { tool: { name: 'drain_node' }, quote: 'drain_node' },
      { tool: { name: 'deploy_edge_function' }, quote: 'deploy_edge_function' },
      { tool: { name: 'restart_service' }, quote: 'restart_service' },
    ],
    silent: [{ name: 'list_deployments' }, { name: 'apply_filter' }],
  },
};
