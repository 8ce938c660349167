import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const said =
  /\b(?=execut|run|inject|evaluat)(?<!\b(?:not|never|cannot|without|no|detects?|prevents?|blocks?|attackers?|could|lets? an attacker) (?:to )?)(?:execut|runn?|inject|evaluat)(?:e|es|s|ing)? (?:a )?(?:custom|arbitrary|your own|any) (?:js|javascript|scripts?|python|code)\b|"javascript": ?"|\bcustom (?:js|javascript) to (?:run|execute|evaluate|inject)\b/i;

export const customScript: Signal = {
  id: 'custom-script',
  title: 'Runs a script of the caller on the way',
  why: 'A scraper or a test that takes a script runs whatever the caller wrote.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'executes-code' },
  where: {
    words: ['execut*', 'run*', 'inject*', 'evaluat*', 'custom', 'javascript'],
  },
  find: ({ description }) => quoteMatch('custom-script', description, said),
  falsePositives: ['A scanner that reports places where strangers run arbitrary code.'],
  examples: {
    fires: [
      {
        tool: {
          name: 'scrape',
          description: 'Scrapes a page. Commands: click, wait, javascript - execute custom JS.',
        },
        quote: 'execute custom JS',
      },
      {
        tool: { name: 'debug_page', description: 'Evaluates arbitrary code on the page.' },
        quote: 'Evaluates arbitrary code',
      },
      {
        tool: { name: 'debug_page', description: 'Allows running arbitrary scripts.' },
        quote: 'running arbitrary scripts',
      },
    ],
    silent: [
      { name: 'scan', description: 'Finds holes that let an attacker run arbitrary code.' },
      { name: 'run_tests', description: 'Runs the test scripts of the project.' },
    ],
  },
};
