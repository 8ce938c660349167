import { fileActions } from './file-actions.ts';

// Copy and download for each file of a policy; without this script the text is there to select.
for (const file of document.querySelectorAll<HTMLElement>('.file')) {
  const text = file.querySelector('pre')?.textContent ?? '';
  file.querySelector('.path')?.append(' ', fileActions(text, file.dataset.name ?? 'policy.json'));
}
