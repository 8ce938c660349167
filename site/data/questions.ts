import { confidenceNumber } from '../../classifier/confidence.ts';
import { capabilityMeaning } from '../../classifier/taxonomy.ts';
import type { Decision } from '../../policy/policy.ts';
import type { ToolDocument } from './tool-document.ts';
import { confidenceWord, effectSentence, plural, sentenceList } from './words.ts';

export interface Question {
  question: string;
  answer: string;
}

/** Questions people ask about a tool, answered from its record alone. */
export function questionsOf(document: ToolDocument, decision: Decision | null): Question[] {
  const { tool, classification } = document;
  if (!classification) return [];
  const { capabilities, operation, risk, confidence } = classification;
  const can = (capability: (typeof capabilities)[number]) => capabilities.includes(capability);
  const questions: Question[] = [
    {
      question: `May an agent call ${tool} without asking me?`,
      answer: `${allowance(decision)} It is labelled ${operation}, risk ${risk} (${confidenceWord(confidence)}, ${confidenceNumber(confidence)}). ${effectSentence(operation, capabilities)}`,
    },
    {
      question: `Can ${tool} delete or overwrite data?`,
      answer: can('deletes-data')
        ? `Yes: one call can ${capabilityMeaning['deletes-data']}.`
        : operation === 'destructive'
          ? 'Its effect cannot be undone, though nothing in the definition speaks of deleting data.'
          : 'Nothing in its definition says so.',
    },
    {
      question: `Can what ${tool} returns carry instructions to the model?`,
      answer: can('ingests-untrusted')
        ? 'Yes: it returns content written by third parties. Treat what it returns as untrusted.'
        : 'Nothing in its definition says that it returns content of third parties.',
    },
    { question: `Do the author’s annotations fit?`, answer: annotationAnswer(document) },
  ];
  if (document.history.length > 1) {
    questions.push({
      question: `Did the definition of ${tool} change?`,
      answer: `Yes: ${plural(document.history.length, 'definition')} have been seen under this name. A rule made for one of them does not hold for the next.`,
    });
  }
  return questions;
}

function allowance(decision: Decision | null): string {
  switch (decision) {
    case 'allow':
      return 'In most cases yes.';
    case 'ask':
      return 'Better not: let it ask every time.';
    case 'deny':
      return 'No: our balanced policy denies it.';
    case 'hide':
      return 'No: our balanced policy hides it.';
    case null:
      return 'The server does not offer it now.';
  }
}

function annotationAnswer({ annotations }: ToolDocument): string {
  const wrong = annotations.filter((row) => row.contradicted).map((row) => row.hint);
  if (wrong.length > 0) return `No: what we found contradicts ${sentenceList(wrong)}.`;
  const silent = annotations.every((row) => row.author.startsWith('not said'));
  return silent ? 'The author gives none.' : 'Nothing that we found contradicts them.';
}
