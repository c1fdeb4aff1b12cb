// Builds the script that pages load, and refuses when it has become too heavy for them.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const HEAVIEST = 5 * 1024;
const out = 'dist/lw.js';

await build({
  entryPoints: ['src/main.ts'],
  outfile: out,
  bundle: true,
  minify: true,
  format: 'iife',
  // What the oldest browsers inside Chinese apps understand.
  target: ['es2019'],
  charset: 'utf8',
  legalComments: 'none',
});

const script = readFileSync(out);
if (script.toString().split('LW_SETTINGS').length !== 2) {
  console.error(`${out} must name LW_SETTINGS once: the server writes the site's settings there.`);
  process.exit(1);
}
const weight = gzipSync(script, { level: 9 }).length;
console.log(`${out}: ${script.length} bytes, ${weight} gzipped, of ${HEAVIEST}`);
if (weight > HEAVIEST) {
  console.error(`${out} is too heavy.`);
  process.exit(1);
}
