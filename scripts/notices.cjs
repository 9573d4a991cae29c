// The licences of every package that webpack bundled, as third-party-notices.txt beside the bundles.
const { existsSync, readFileSync, readdirSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const ALLOWED = [
  'MIT',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
];

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

/** For packages that name their licence but do not ship its text. */
const TEXTS = {
  MIT: () => MIT,
  ISC: () => ISC,
  'Apache-2.0': () => readFileSync(join(dirname(require.resolve('typescript/package.json')), 'LICENSE.txt'), 'utf8'),
};

/** The folder of the package a module lies in; some packages have nameless package.json files within. */
function folderOf(file) {
  for (let folder = dirname(file); folder.includes('node_modules'); folder = dirname(folder)) {
    const about = join(folder, 'package.json');
    if (existsSync(about) && JSON.parse(readFileSync(about, 'utf8')).version) return folder;
  }
  throw new Error(`${file} lies in no package.`);
}

function isAllowed(licence) {
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((each) => ALLOWED.includes(each)));
}

/** Packages that do not name the licence of the repository they come from: its package @univerjs/core does. */
const UNNAMED = { '@univerjs/telemetry': 'Apache-2.0' };

function noticeOf(folder) {
  const { name, version, license, licenses, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence =
    typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type ?? UNNAMED[name] ?? 'none');
  if (!isAllowed(licence))
    throw new Error(
      `${name} ${version} is bundled, and its licence is ${licence}: use another package, or allow it in scripts/notices.cjs.`,
    );
  const files = readdirSync(folder)
    .filter((each) => /^(licen[cs]e|copying|notice)/i.test(each) && !/\.(js|json)$/.test(each))
    .sort();
  const own = files.map((each) => readFileSync(join(folder, each), 'utf8').trim());
  if (!files.some((each) => !/^notice/i.test(each))) {
    const text = TEXTS[licence];
    if (!text)
      throw new Error(
        `${name} ${version} is bundled without the text of its licence, ${licence}: add it to scripts/notices.cjs.`,
      );
    const who = (typeof author === 'string' ? author : author?.name) || `the authors of ${name}`;
    own.unshift(`The package ships no text; this is that of ${licence}.\n\nCopyright (c) ${who}\n\n${text().trim()}`);
  }
  return { name, text: `${name} ${version}\nLicence: ${licence}\n\n${own.join('\n\n')}\n` };
}

/** The bundles of one run of webpack share the file. */
class Notices {
  static bundled = new Map();

  constructor(file) {
    this.file = file;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tap('Notices', (compilation) => {
      const folders = new Set();
      const note = (module) => {
        for (const each of module.modules ?? [module]) {
          const file = (
            each.resource ??
            each.rootModule?.resource ??
            each.identifier().split('!').pop().split('|')[0]
          ).split('?')[0];
          if (/[/\\]node_modules[/\\]/.test(file) && existsSync(file)) folders.add(folderOf(file));
        }
      };
      for (const module of compilation.modules) {
        if (compilation.chunkGraph.getNumberOfModuleChunks(module) > 0) note(module);
      }
      Notices.bundled.set(compiler.name, folders);
      const all = new Set([...Notices.bundled.values()].flatMap((each) => [...each]));
      const notices = [...all].map(noticeOf).sort((a, b) => (a.name < b.name ? -1 : 1));
      const line = `\n${'-'.repeat(80)}\n\n`;
      writeFileSync(
        this.file,
        `TaaS for Excel is bundled with these packages, whose licences follow.\n${line}${notices.map(({ text }) => text).join(line)}`,
      );
    });
  }
}

module.exports = { isAllowed, noticeOf, Notices };
