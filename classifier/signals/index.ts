import type { Signal } from '../signal.ts';
import { accessChange } from './access-change.ts';
import { accessParameter } from './access-parameter.ts';
import { accessSaid } from './access-said.ts';
import { accountLink } from './account-link.ts';
import { agentRun } from './agent-run.ts';
import { alsoChanges } from './also-changes.ts';
import { alsoDeletes } from './also-deletes.ts';
import { alsoSends } from './also-sends.ts';
import { anyMethod } from './any-method.ts';
import { apiPassthrough } from './api-passthrough.ts';
import { archiving } from './archiving.ts';
import { attackTool } from './attack-tool.ts';
import { bareInterpreter } from './bare-interpreter.ts';
import { browserAct } from './browser-act.ts';
import { browserNavigation } from './browser-navigation.ts';
import { browserState } from './browser-state.ts';
import { browserUpload } from './browser-upload.ts';
import { buyingSaid } from './buying-said.ts';
import { callbackAddress } from './callback-address.ts';
import { chainTransaction } from './chain-transaction.ts';
import { changeByName } from './change-by-name.ts';
import { changeSaidTwice } from './change-said-twice.ts';
import { changingStatements } from './changing-statements.ts';
import { chartRendering } from './chart-rendering.ts';
import { codeDeployment } from './code-deployment.ts';
import { codeParameter } from './code-parameter.ts';
import { codeReturned } from './code-returned.ts';
import { commentCreation } from './comment-creation.ts';
import { componentLibrary } from './component-library.ts';
import { computation } from './computation.ts';
import { credentialChange } from './credential-change.ts';
import { customScript } from './custom-script.ts';
import { deleteList } from './delete-list.ts';
import { deletion } from './deletion.ts';
import { deletionByName } from './deletion-by-name.ts';
import { deletionBySentence } from './deletion-by-sentence.ts';
import { deletionChoice } from './deletion-choice.ts';
import { deletionListed } from './deletion-listed.ts';
import { deletionOfContainer } from './deletion-of-container.ts';
import { deletionOfMany } from './deletion-of-many.ts';
import { deliveryOption } from './delivery-option.ts';
import { destroyingOption } from './destroying-option.ts';
import { detachment } from './detachment.ts';
import { deviceAct } from './device-act.ts';
import { draftOnly } from './draft-only.ts';
import { elementAct } from './element-act.ts';
import { endedAndDeleted } from './ended-and-deleted.ts';
import { executedParameter } from './executed-parameter.ts';
import { expressionEvaluation } from './expression-evaluation.ts';
import { fileOutput } from './file-output.ts';
import { fileOverwrite } from './file-overwrite.ts';
import { fileSaved } from './file-saved.ts';
import { fixOption } from './fix-option.ts';
import { forcedChange } from './forced-change.ts';
import { forcedPush } from './forced-push.ts';
import { foreignContent } from './foreign-content.ts';
import { freeHost } from './free-host.ts';
import { freeRecipient } from './free-recipient.ts';
import { freeUrl } from './free-url.ts';
import { fundsSent } from './funds-sent.ts';
import { generativeEdit } from './generative-edit.ts';
import { healthCheck } from './health-check.ts';
import { infrastructureControl } from './infrastructure-control.ts';
import { infrastructurePart } from './infrastructure-part.ts';
import { inlineComputation } from './inline-computation.ts';
import { invitation } from './invitation.ts';
import { irreversibleAct } from './irreversible-act.ts';
import { loginStep } from './login-step.ts';
import { lookingChoices } from './looking-choices.ts';
import { looksAndChanges } from './looks-and-changes.ts';
import { looksAndDeletes } from './looks-and-deletes.ts';
import { machineCreation } from './machine-creation.ts';
import { madePublic } from './made-public.ts';
import { mailSent } from './mail-sent.ts';
import { mediaGeneration } from './media-generation.ts';
import { mergeRequest } from './merge-request.ts';
import { messageSending } from './message-sending.ts';
import { modelCall } from './model-call.ts';
import { moneyMovement } from './money-movement.ts';
import { nothingSaid } from './nothing-said.ts';
import { notificationOption } from './notification-option.ts';
import { openData } from './open-data.ts';
import { orderPlacement } from './order-placement.ts';
import { overwriteSaid } from './overwrite-said.ts';
import { overwriting } from './overwriting.ts';
import { ownAccount } from './own-account.ts';
import { ownWarning } from './own-warning.ts';
import { ownedPlatform } from './owned-platform.ts';
import { ownershipTransfer } from './ownership-transfer.ts';
import { pageAfterAct } from './page-after-act.ts';
import { pageByAddress } from './page-by-address.ts';
import { pageCapture } from './page-capture.ts';
import { pageScript } from './page-script.ts';
import { paidBooking } from './paid-booking.ts';
import { paidCall } from './paid-call.ts';
import { partialEdit } from './partial-edit.ts';
import { passiveBrowserAct } from './passive-browser-act.ts';
import { paymentRequest } from './payment-request.ts';
import { paymentSaid } from './payment-said.ts';
import { peopleTold } from './people-told.ts';
import { personBarred } from './person-barred.ts';
import { postCreation } from './post-creation.ts';
import { previewOnly } from './preview-only.ts';
import { privateReading } from './private-reading.ts';
import { processEnd } from './process-end.ts';
import { publicPlatform } from './public-platform.ts';
import { publication } from './publication.ts';
import { purchase } from './purchase.ts';
import { rawCommand } from './raw-command.ts';
import { rawQuery } from './raw-query.ts';
import { readOnlyQuery } from './read-only-query.ts';
import { readOnlySaid } from './read-only-said.ts';
import { referenceList } from './reference-list.ts';
import { scratchState } from './scratch-state.ts';
import { scriptOption } from './script-option.ts';
import { secretOption } from './secret-option.ts';
import { secretReading } from './secret-reading.ts';
import { secretReturn } from './secret-return.ts';
import { secretSaid } from './secret-said.ts';
import { sessionList } from './session-list.ts';
import { sessionState } from './session-state.ts';
import { sharedWork } from './shared-work.ts';
import { shellCommand } from './shell-command.ts';
import { shellTool } from './shell-tool.ts';
import { spendingLimit } from './spending-limit.ts';
import { sqlImport } from './sql-import.ts';
import { storedValue } from './stored-value.ts';
import { strangersText } from './strangers-text.ts';
import { systemChange } from './system-change.ts';
import { systemControl } from './system-control.ts';
import { systemEffect } from './system-effect.ts';
import { systemRemoval } from './system-removal.ts';
import { terminalInput } from './terminal-input.ts';
import { thenDeletes } from './then-deletes.ts';
import { thenPays } from './then-pays.ts';
import { thenRuns } from './then-runs.ts';
import { thenSends } from './then-sends.ts';
import { thinkingAid } from './thinking-aid.ts';
import { toolBatch } from './tool-batch.ts';
import { toolPassthrough } from './tool-passthrough.ts';
import { unboundAgent } from './unbound-agent.ts';
import { webReading } from './web-reading.ts';
import { wholeFileWrite } from './whole-file-write.ts';
import { wholeReplaced } from './whole-replaced.ts';
import { withdrawal } from './withdrawal.ts';
import { workControl } from './work-control.ts';
import { workItemText } from './work-item-text.ts';

/** Every signal that suggests a part of the label, by id. Those that suggest a warning are in warnings.ts. */
export const signals: readonly Signal[] = [
  accessChange,
  accessParameter,
  accessSaid,
  accountLink,
  agentRun,
  alsoChanges,
  alsoDeletes,
  alsoSends,
  anyMethod,
  apiPassthrough,
  archiving,
  attackTool,
  bareInterpreter,
  browserAct,
  browserNavigation,
  browserState,
  browserUpload,
  buyingSaid,
  callbackAddress,
  chainTransaction,
  changeByName,
  changeSaidTwice,
  changingStatements,
  chartRendering,
  codeDeployment,
  codeParameter,
  codeReturned,
  commentCreation,
  componentLibrary,
  computation,
  credentialChange,
  customScript,
  deleteList,
  deletion,
  deletionByName,
  deletionBySentence,
  deletionChoice,
  deletionListed,
  deletionOfContainer,
  deletionOfMany,
  deliveryOption,
  destroyingOption,
  detachment,
  deviceAct,
  draftOnly,
  elementAct,
  endedAndDeleted,
  executedParameter,
  expressionEvaluation,
  fileOutput,
  fileOverwrite,
  fileSaved,
  fixOption,
  forcedChange,
  forcedPush,
  foreignContent,
  freeHost,
  freeRecipient,
  freeUrl,
  fundsSent,
  generativeEdit,
  healthCheck,
  infrastructureControl,
  infrastructurePart,
  inlineComputation,
  invitation,
  irreversibleAct,
  loginStep,
  lookingChoices,
  looksAndChanges,
  looksAndDeletes,
  machineCreation,
  madePublic,
  mailSent,
  mediaGeneration,
  mergeRequest,
  messageSending,
  modelCall,
  moneyMovement,
  nothingSaid,
  notificationOption,
  openData,
  orderPlacement,
  overwriteSaid,
  overwriting,
  ownAccount,
  ownWarning,
  ownedPlatform,
  ownershipTransfer,
  pageAfterAct,
  pageByAddress,
  pageCapture,
  pageScript,
  paidBooking,
  paidCall,
  partialEdit,
  passiveBrowserAct,
  paymentRequest,
  paymentSaid,
  peopleTold,
  personBarred,
  postCreation,
  previewOnly,
  privateReading,
  processEnd,
  publicPlatform,
  publication,
  purchase,
  rawCommand,
  rawQuery,
  readOnlyQuery,
  readOnlySaid,
  referenceList,
  scratchState,
  scriptOption,
  secretOption,
  secretReading,
  secretReturn,
  secretSaid,
  sessionList,
  sessionState,
  sharedWork,
  shellCommand,
  shellTool,
  spendingLimit,
  sqlImport,
  storedValue,
  strangersText,
  systemChange,
  systemControl,
  systemEffect,
  systemRemoval,
  terminalInput,
  thenDeletes,
  thenPays,
  thenRuns,
  thenSends,
  thinkingAid,
  toolBatch,
  toolPassthrough,
  unboundAgent,
  webReading,
  wholeFileWrite,
  wholeReplaced,
  withdrawal,
  workControl,
  workItemText,
];
