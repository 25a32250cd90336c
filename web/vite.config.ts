/** Bundles the explorer into `dist/web`, where our server finds it. `vite web` develops against a server on port 4747. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** What the page asks for first; the server's answer is then on its way while the script is still read. */
const ASKED_FIRST = ['/api/overview', '/api/stats'];

function askEarly(): Plugin {
  return {
    name: 'ask-early',
    transformIndexHtml: () =>
      ASKED_FIRST.map((href) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'fetch', crossorigin: '', href },
        injectTo: 'head',
      })),
  };
}

/** Compresses once, and better than there is time for when the server is asked. */
function compress(): Plugin {
  let folder = '';
  return {
    name: 'compress',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir, build.assetsDir);
    },
    closeBundle: () => {
      for (const name of readdirSync(folder).filter((each) => /\.(?:js|css)$/.test(each))) {
        const path = join(folder, name);
        const content = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(content));
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}

export default defineConfig(({ command }) => {
  // Whoever builds, tests and `npx` among them: what is built is for users. The development server is for developers.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    // The server puts the nonce of each answer in its place (src/serve/page.ts).
    html: { cspNonce: '__NONCE__' },
    plugins: [react(), askEarly(), compress()],
    build: {
      outDir: '../dist/web',
      emptyOutDir: true,
      target: 'es2022',
      // Fonts and pictures stay files: the server's policy allows no `data:` font.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1_000,
    },
    server: { proxy: { '/api': 'http://127.0.0.1:4747' } },
  };
});
