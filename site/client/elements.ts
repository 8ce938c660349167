/** An element with attributes and children; text is text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Partial<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Text of strangers, kept from turning the direction of what stands around it. */
export function isolated(text: string): HTMLElement {
  return element('bdi', {}, text);
}

/** The badge of a label, as `components/Badge.astro` draws it. */
export function badge(
  label: { operation: string | null; risk: string | null } | null,
): HTMLElement {
  if (!label?.operation || !label.risk) {
    return element(
      'span',
      { class: 'badge' },
      element('span', { class: 'operation unknown' }, 'not judged yet'),
    );
  }
  return element(
    'span',
    { class: 'badge' },
    element('span', { class: `operation ${label.operation}` }, label.operation),
    ' ',
    element('span', { class: `risk ${label.risk}` }, label.risk),
  );
}

export function find<T extends Element>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
