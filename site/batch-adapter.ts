import type { AstroIntegration } from 'astro';

/** Compiles the pages into one module whose `createRenderer` renders a request in this process. */
export function batchAdapter(): AstroIntegration {
  return {
    name: 'batch-adapter',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'batch-adapter',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./src/entry.ts', import.meta.url),
          adapterFeatures: { buildOutput: 'server' },
          supportedAstroFeatures: {
            serverOutput: 'stable',
            staticOutput: 'unsupported',
            hybridOutput: 'unsupported',
            sharpImageService: 'unsupported',
          },
        });
      },
    },
  };
}
