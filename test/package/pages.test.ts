/** The examples of docs/library.md and the cells of docs/python.md, run as they stand. UPDATE_PAGES=1 writes what they print. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWhere } from '../only-where';

const repository = join(__dirname, '../..');
const hasPython = spawnSync('python3', ['--version']).status === 0;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taas-pages-'));
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(repository, join(folder, 'node_modules/taas-excel'));
  symlinkSync(join(repository, 'bin/taas.mjs'), join(folder, 'node_modules/.bin/taas'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BLOCKS = /```(js|python)\n([^]*?)```\n\n```text\n([^]*?)```/g;

interface Block {
  readonly code: string;
  readonly printed: string;
}

const blocksOf = (page: string): Block[] =>
  [...readFileSync(join(repository, 'docs', page), 'utf8').matchAll(BLOCKS)].map(([, , code, printed]) => ({
    code: code!,
    printed: printed!,
  }));

/** What ran beside what stands there. */
function compare(page: string, printed: readonly string[]): void {
  const blocks = blocksOf(page);
  expect(printed).toHaveLength(blocks.length);
  if (process.env['UPDATE_PAGES'] === undefined) {
    expect(printed).toEqual(blocks.map((block) => block.printed));
    return;
  }
  const path = join(repository, 'docs', page);
  let i = 0;
  const written = readFileSync(path, 'utf8').replace(
    BLOCKS,
    (_, language: string, code: string) => `\`\`\`${language}\n${code}\`\`\`\n\n\`\`\`text\n${printed[i++]!}\`\`\``,
  );
  writeFileSync(path, written);
}

function ran(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

test('the five examples of the library', () => {
  const blocks = blocksOf('library.md');
  expect(blocks).toHaveLength(5);
  const printed = blocks.map(({ code }, i) => {
    writeFileSync(join(folder, `example${i}.mjs`), code);
    return ran(process.execPath, `example${i}.mjs`);
  });
  compare('library.md', printed);
});

/** A cell shows what it prints, and then the value of a last line that is an expression. */
const NOTEBOOK = `import ast, contextlib, io, json, pprint, sys
cells, names, shown = json.load(open("cells.json")), {}, []
for cell in cells:
    tree, printed = ast.parse(cell), io.StringIO()
    last = ast.Expression(tree.body.pop().value) if isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "cell", "exec"), names)
        value = eval(compile(last, "cell", "eval"), names) if last else None
        if value is not None: pprint.pprint(value, width=100, sort_dicts=False)
    shown.append(printed.getvalue())
print(json.dumps(shown))
`;

describeWhere(hasPython, 'python3 is not here')('Python', () => {
  test('the cells of the page, in their order', () => {
    const blocks = blocksOf('python.md');
    expect(blocks.length).toBeGreaterThanOrEqual(5);
    writeFileSync(join(folder, 'cells.json'), JSON.stringify(blocks.map(({ code }) => code)));
    writeFileSync(join(folder, 'notebook.py'), NOTEBOOK);
    compare('python.md', JSON.parse(ran('python3', 'notebook.py')) as string[]);
  });
});
