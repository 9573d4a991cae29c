/** The rooms of src/ are listed once, in rooms.json; what cannot read it says the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import rooms from '../rooms.json';

const repository = join(__dirname, '..');
const names = rooms.map(({ room }) => room);

test('every folder of src is a room', () => {
  const folders = readdirSync(join(repository, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect([...names].sort()).toEqual(folders.sort());
});

test('a room imports only from rooms that stand before it', () => {
  for (const [i, { below }] of rooms.entries()) expect(names.slice(0, i)).toEqual(expect.arrayContaining(below));
});

test('CONTRIBUTING shows the rooms in their order', () => {
  const guide = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8');
  const shown = [...guide.matchAll(/^\| `src\/(\w+)` \| (.*) \|$/gm)].map(([, room, what]) => ({ room, what }));
  expect(shown).toEqual(rooms.map(({ room, what }) => ({ room, what })));
});

test('the core is compiled without a page', () => {
  const { include } = JSON.parse(readFileSync(join(repository, 'tsconfig.core.json'), 'utf8')) as {
    include: readonly string[];
  };
  expect(include).toEqual(rooms.filter(({ core }) => core).map(({ room }) => `src/${room}`));
});
