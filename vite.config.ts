import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

const bundle = 'limepkg-billecta-integration-lwc-components';

/**
 * Builds both halves with `vite build --app`: what Lime's web client loads (`dist/frontend`, laid out as Lime
 * expects it beside `lwc.config.json`), and the service (`dist/bff`, its dependencies left in node_modules).
 */
export default defineConfig({
  base: './',
  publicDir: 'frontend/public',
  builder: {},
  environments: {
    client: {
      build: {
        outDir: 'dist/frontend',
        target: 'es2022',
        modulePreload: false,
        rollupOptions: {
          input: 'frontend/loader.ts',
          preserveEntrySignatures: 'strict',
          output: {
            entryFileNames: `${bundle}/${bundle}.esm.js`,
            chunkFileNames: `${bundle}/[name]-[hash].js`,
          },
        },
      },
    },
    bff: {
      consumer: 'server',
      build: {
        outDir: 'dist/bff',
        target: 'node20',
        minify: false,
        sourcemap: true,
        copyPublicDir: false,
        rollupOptions: {
          input: 'bff/main.ts',
          external: [/^[^./\0]/, ...builtinModules],
          output: { entryFileNames: 'main.js', chunkFileNames: '[name].js', format: 'es' },
        },
      },
    },
  },
});
