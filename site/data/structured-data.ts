import type { Question } from './questions.ts';

/** JSON-LD as the text of a script element: no character of it can end the element. */
export function structuredData(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** schema.org `FAQPage` for the questions a page answers. */
export function questionData(questions: Question[]): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: questions.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  };
}
