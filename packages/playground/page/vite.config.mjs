import { gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';

const budgetBytes = 120_000;

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    outDir: '../dist/page',
    emptyOutDir: true,
    // What light-dark() and color-mix() need.
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // Nothing is inlined into the page: its policy allows no scripts, styles or pictures in line.
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [sizeBudget()],
});

/**
 * Prints what a browser loads, compressed, and fails the build when it is too much.
 *
 * @returns {import('vite').Plugin}
 */
function sizeBudget() {
  return {
    name: 'size-budget',
    writeBundle(_, bundle) {
      const loaded = Object.values(bundle).filter(({ fileName }) => /\.(css|js)$/.test(fileName));
      const sizes = loaded.map((file) => gzipSync(file.type === 'chunk' ? file.code : file.source).length);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      console.log(`The page: ${(total / 1000).toFixed(1)} kB of scripts and styles, gzipped (at most ${budgetBytes / 1000} kB).`);
      if (total > budgetBytes) this.error(`The page is too large: ${total} bytes gzipped, ${budgetBytes} are allowed.`);
    },
  };
}
