import { baitParameter } from './signals/bait-parameter.ts';
import { changedArgument } from './signals/changed-argument.ts';
import { commandOrder } from './signals/command-order.ts';
import { concealment } from './signals/concealment.ts';
import { contradictedClaim } from './signals/contradicted-claim.ts';
import { conversationRequest } from './signals/conversation-request.ts';
import { dataRequest } from './signals/data-request.ts';
import { encodedPayload } from './signals/encoded-payload.ts';
import { foreignAddress } from './signals/foreign-address.ts';
import { foreignToolOrder } from './signals/foreign-tool-order.ts';
import { hiddenBlock } from './signals/hidden-block.ts';
import { hiddenText } from './signals/hidden-text.ts';
import { invisibleCharacters } from './signals/invisible-characters.ts';
import { lyingAnnotation } from './signals/lying-annotation.ts';
import { misplacedText } from './signals/misplaced-text.ts';
import { readInPart } from './signals/read-in-part.ts';
import { replyOrder } from './signals/reply-order.ts';
import { secretInDefinition } from './signals/secret-in-definition.ts';
import { secretRequest } from './signals/secret-request.ts';
import { selfPraise } from './signals/self-praise.ts';
import { skippedConsent } from './signals/skipped-consent.ts';
import { steeringClause } from './signals/steering-clause.ts';
import { toolPrecedence } from './signals/tool-precedence.ts';
import { voidedRules } from './signals/voided-rules.ts';
import type { WarningSignal } from './warning-signal.ts';

/** Every warning, in the order of ids. */
export const warningSignals: WarningSignal[] = [
  baitParameter,
  changedArgument,
  commandOrder,
  concealment,
  contradictedClaim,
  conversationRequest,
  dataRequest,
  encodedPayload,
  foreignAddress,
  foreignToolOrder,
  hiddenBlock,
  hiddenText,
  invisibleCharacters,
  lyingAnnotation,
  misplacedText,
  readInPart,
  replyOrder,
  secretInDefinition,
  secretRequest,
  selfPraise,
  skippedConsent,
  steeringClause,
  toolPrecedence,
  voidedRules,
];
