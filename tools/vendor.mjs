// Rebuild static/vendor from package-lock.json: copy or bundle what the pages use, with licences and a manifest of
// versions and checksums. What comes out is committed and must be the same on every machine (tests/unit/test_vendor.py).
//
//   tools/node tools/vendor.mjs [target folder]

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const target = path.resolve(process.argv[2] ?? path.join(root, 'static/vendor'));
const modules = path.join(root, 'node_modules');

// Components that no page uses, and which are a quarter of the whole. search.css holds suggestion as well. They are cut out
// of index.css, not the wanted ones put together: only there does each component stand in its cascade layer.
const unused = ['search', 'combobox', 'pagination', 'skeleton'];

const sources = {
  'socket.io.js': {
    from: 'socket.io-client',
    code: () => "export { io } from 'socket.io-client';",
  },
  'idb.js': {
    from: 'idb',
    code: () => "export * from 'idb';",
  },
  'lit-html.js': {
    from: 'lit-html',
    // In one file: directives must share the state of the lit-html they are used with.
    code: () => `
      export * from 'lit-html';
      export { keyed } from 'lit-html/directives/keyed.js';
      export { live } from 'lit-html/directives/live.js';
      export { ref } from 'lit-html/directives/ref.js';
      export { repeat } from 'lit-html/directives/repeat.js';
    `,
  },
  'htmx.js': { from: 'htmx.org', copy: 'dist/htmx.min.js' },
  'designsystemet.css': {
    from: '@digdir/designsystemet-css',
    code: async (folder) => {
      const style = async (name) => (await readFile(path.join(folder, `dist/src/${name}.css`), 'utf8')).trim();
      let index = await style('index');
      for (const name of unused) {
        const part = await style(name);
        if (!index.includes(part)) throw new Error(`${name}.css is not to be found in index.css as it stands`);
        index = index.replace(part, () => '');
      }
      return index;
    },
  },
  'designsystemet-theme.css': {
    from: '@digdir/designsystemet-theme',
    code: (folder) => readFile(path.join(folder, 'src/themes/designsystemet.css'), 'utf8'),
  },
  'inter.css': {
    from: '@fontsource-variable/inter',
    // latin carries the Nordic letters, latin-ext the Sámi ones; the files lie beside the style sheet.
    code: async (folder) => {
      const faces = (await readFile(path.join(folder, 'index.css'), 'utf8')).match(/@font-face\s*{[^}]+}/g);
      const wanted = faces.filter((face) => /inter-latin(-ext)?-wght-normal/.test(face));
      // The theme asks for the family by its own name.
      return wanted.join('\n').replaceAll('./files/', './').replaceAll('Inter Variable', 'Inter');
    },
  },
  'inter-latin-wght-normal.woff2': {
    from: '@fontsource-variable/inter', copy: 'files/inter-latin-wght-normal.woff2',
  },
  'inter-latin-ext-wght-normal.woff2': {
    from: '@fontsource-variable/inter', copy: 'files/inter-latin-ext-wght-normal.woff2',
  },
};

// What a bundle takes in besides the package it is named after.
const bundled = [
  'socket.io-client', 'socket.io-parser', 'engine.io-client', 'engine.io-parser', '@socket.io/component-emitter',
];

/** Whether what package-lock.json asks for is there: others may be using it, and `npm ci` begins by removing it. */
async function installed() {
  const times = ['package-lock.json', 'node_modules/.package-lock.json'].map((name) => stat(path.join(root, name)));
  const [asked, there] = await Promise.all(times.map((time) => time.catch(() => ({ mtimeMs: 0 }))));
  return there.mtimeMs >= asked.mtimeMs;
}

function install() {
  // npm comes with this Node, so that both are of one make.
  const npm = path.resolve(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync(process.execPath, [npm, ...options], { cwd: root, stdio: 'inherit' });
}

async function build(esbuild, name, { from, copy, code }) {
  const folder = path.join(modules, from);
  if (copy) return readFile(path.join(folder, copy));
  const style = name.endsWith('.css');
  const result = await esbuild.build({
    stdin: { contents: await code(folder), loader: style ? 'css' : 'js', resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: style ? 'esnext' : 'es2020',
    external: ['*.woff2'],
    legalComments: 'none',
    charset: 'utf8',
  });
  return Buffer.from(result.outputFiles[0].contents);
}

async function licence(from) {
  const folder = path.join(modules, from);
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  return file ? readFile(path.join(folder, file), 'utf8') : '';
}

const version = async (from) => JSON.parse(await readFile(path.join(modules, from, 'package.json'), 'utf8'));

if (!(await installed())) install();
const esbuild = await import('esbuild');
await mkdir(path.dirname(target), { recursive: true });
const work = await mkdtemp(`${target}.`);
await chmod(work, 0o755); // mkdtemp keeps others out, and others serve these files
const manifest = { files: {}, packages: {} };

for (const [name, source] of Object.entries(sources)) {
  const bytes = await build(esbuild, name, source);
  await writeFile(path.join(work, name), bytes);
  const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  manifest.files[name] = { package: source.from, integrity };
  console.log(`${name.padEnd(34)} ${String(gzipSync(bytes).length).padStart(6)} bytes gzipped`);
}

await mkdir(path.join(work, 'licences'));
const packages = new Set([...Object.values(sources).map((source) => source.from), ...bundled]);
for (const from of [...packages].sort()) {
  const { version: number, license } = await version(from);
  manifest.packages[from] = { version: number, licence: license };
  const text = await licence(from);
  if (!text) throw new Error(`${from} has no licence file`);
  await writeFile(path.join(work, 'licences', `${from.replaceAll('/', '-').replace('@', '')}.txt`), text);
}
await writeFile(path.join(work, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);

// Swapped in at the end, so that a build that fails leaves the old files alone.
await rm(target, { recursive: true, force: true });
await rename(work, target);
