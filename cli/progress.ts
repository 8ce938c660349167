import type { Terminal } from './terminal.ts';

/** Counts finished items of a known total and says how long the rest takes. */
export interface Progress {
  /** `label`: what was just finished, harmless text. */
  step(label: string): void;
  done(): void;
}

/** Progress on the last terminal line, with the time left by the mean so far; silent where nobody watches. */
export function startProgress(terminal: Terminal, verb: string, total: number): Progress {
  const began = performance.now();
  let finished = 0;
  return {
    step(label) {
      finished += 1;
      const elapsed = (performance.now() - began) / 1000;
      const left = Math.ceil((elapsed / finished) * (total - finished));
      terminal.status(`${verb} ${finished}/${total} · ${duration(left)} left · ${label}`);
    },
    done() {
      terminal.status('');
    },
  };
}

/** Seconds as `42 s` or `3 min 10 s`. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
