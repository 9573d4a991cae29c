// npm run judges: installs the engines that judge the printed SQL in the tests, where this machine can have them: those of
// PyPI into .judges/, PostgreSQL and MariaDB by apt-get on Debian as root. What is missing is said, and its tests are skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGES = ['chdb==4.4.0', 'datafusion==55.0.0', 'polars==2.1.0', 'pyarrow==26.0.1', 'sqlglot==30.30.0'];
const SERVERS = { PostgreSQL: ['postgres', 'postgresql'], MariaDB: ['mariadbd', 'mariadb-server'] };

const home = fileURLToPath(new URL('../.judges', import.meta.url));

function run(command, ...words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error, stderr } = spawnSync(command, words, { encoding: 'utf8', env, maxBuffer: 1e9 });
  if (error?.code === 'ENOENT') throw new Error(`${command} is not on this machine`);
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1));
}

function installPackages() {
  const mark = join(home, 'installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === PACKAGES.join(' ')) return;
  rmSync(home, { recursive: true, force: true });
  run('python3', '-m', 'venv', home);
  run(
    join(home, 'bin/python'),
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--only-binary',
    ':all:',
    ...PACKAGES,
  );
  writeFileSync(mark, PACKAGES.join(' '));
}

const versionsOf = (folder) =>
  existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, 'bin')) : [];
const isHere = (program) =>
  [...(process.env.PATH ?? '').split(':'), '/usr/sbin', ...versionsOf('/usr/lib/postgresql')].some((folder) =>
    existsSync(join(folder, program)),
  );

function installServers() {
  const missing = Object.entries(SERVERS).filter(([, [program]]) => !isHere(program));
  if (missing.length === 0) return;
  const names = missing.map(([name]) => name).join(' and ');
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    throw new Error(`${names} can be installed here by you only`);
  }
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing.map(([, [, name]]) => name));
}

for (const [what, install] of [
  ['DataFusion, Polars, ClickHouse and sqlglot', installPackages],
  ['The database servers', installServers],
]) {
  try {
    install();
    console.log(`${what}: installed.`);
  } catch (error) {
    console.log(`${what}: not installed, so their tests are skipped (${error.message}).`);
  }
}
