import { element } from './elements.ts';

/** Buttons that copy a text and download it under a name. */
export function fileActions(text: string, name: string): HTMLElement {
  const copy = element('button', { type: 'button' }, 'Copy');
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(copy, 'Copied');
    } catch {
      say(copy, 'Not allowed');
    }
  });
  const download = element('button', { type: 'button' }, 'Download');
  download.addEventListener('click', () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    element('a', { href: address, download: name }).click();
    URL.revokeObjectURL(address);
  });
  return element('span', { class: 'actions' }, copy, ' ', download);
}

/** Says what happened in the button itself, for two seconds. */
function say(button: HTMLButtonElement, words: string): void {
  const label = button.textContent;
  button.textContent = words;
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
}
