// Copy and download buttons for each file of a policy; without this script the text is there to select.
for (const file of document.querySelectorAll<HTMLElement>('.file')) {
  const text = file.querySelector('pre')?.textContent ?? '';
  const name = file.dataset.name ?? 'policy.json';
  const bar = document.createElement('p');
  bar.className = 'actions';
  bar.append(copyButton(text), downloadButton(text, name));
  file.querySelector('.path')?.append(bar);
}

function copyButton(text: string): HTMLButtonElement {
  const button = actionButton('Copy');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(button, 'Copied');
    } catch {
      say(button, 'Not allowed');
    }
  });
  return button;
}

function downloadButton(text: string, name: string): HTMLButtonElement {
  const button = actionButton('Download');
  button.addEventListener('click', () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  });
  return button;
}

function actionButton(label: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  return button;
}

/** Says what happened in the button itself, for two seconds. */
function say(button: HTMLButtonElement, words: string): void {
  const label = button.textContent;
  button.textContent = words;
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
}

export {};
