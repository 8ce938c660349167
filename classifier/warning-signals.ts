import { changedArgument } from './signals/changed-argument.ts';
import { commandOrder } from './signals/command-order.ts';
import { concealment } from './signals/concealment.ts';
import { conversationRequest } from './signals/conversation-request.ts';
import { dataRequest } from './signals/data-request.ts';
import { foreignAddress } from './signals/foreign-address.ts';
import { foreignToolOrder } from './signals/foreign-tool-order.ts';
import { hiddenBlock } from './signals/hidden-block.ts';
import { replyOrder } from './signals/reply-order.ts';
import { secretRequest } from './signals/secret-request.ts';
import { skippedConsent } from './signals/skipped-consent.ts';
import { steeringClause } from './signals/steering-clause.ts';
import { toolPrecedence } from './signals/tool-precedence.ts';
import { voidedRules } from './signals/voided-rules.ts';
import type { WarningSignal } from './warning-signal.ts';

/** Every warning, in the order of ids. */
export const warningSignals: WarningSignal[] = [
  changedArgument,
  commandOrder,
  concealment,
  conversationRequest,
  dataRequest,
  foreignAddress,
  foreignToolOrder,
  hiddenBlock,
  replyOrder,
  secretRequest,
  skippedConsent,
  steeringClause,
  toolPrecedence,
  voidedRules,
];
