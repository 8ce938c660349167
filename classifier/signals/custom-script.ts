import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** Before it the running is denied, forbidden or somebody else's. */
const notOurs = String.raw`(?<!\b(?:not|never|cannot|without|no|detects?|prevents?|blocks?|attackers?|could|lets? an attacker) (?:to )?)`;
const whose = '(?:custom|arbitrary|your own|any)';
const code = '(?:js|javascript|scripts?|python|code)';
const sayings = [
  String.raw`\b(?=execut|run|inject)${notOurs}(?:execut|run|inject)(?:e|es|s|ing)? (?:a )?${whose} ${code}\b`,
  // "Evaluates any code for style", "instead of running custom scripts": nothing is run there.
  String.raw`\b(?=evaluat)${notOurs}evaluat(?:es?|ing) (?:a )?${whose} ${code}\b(?! (?:for|against)\b)`,
  String.raw`(?<=\b(?:allow|enable|support)s? )running ${whose} ${code}\b`,
  '"javascript": ?"',
  String.raw`\bcustom (?:js|javascript) to (?:run|execute|evaluate|inject)\b`,
];
const said = new RegExp(sayings.join('|'), 'i');

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
      { name: 'review', description: 'Evaluates any code for style issues and returns a score.' },
      { name: 'review', description: 'Evaluate your own code against best practices.' },
      { name: 'get_page', description: 'Use this instead of running custom scripts.' },
      { name: 'get_page', description: 'Prefer it over running arbitrary code.' },
    ],
  },
};
