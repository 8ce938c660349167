import { defineConfig, passthroughImageService } from 'astro/config';
import { batchAdapter } from './batch-adapter.ts';

export default defineConfig({
  output: 'server',
  adapter: batchAdapter(),
  trailingSlash: 'ignore',
  compressHTML: true,
  image: { service: passthroughImageService() },
  // Highlighted code would bring inline styles, which the pages' policy forbids.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  build: { assets: 'assets' },
  vite: { ssr: { noExternal: true } },
});
