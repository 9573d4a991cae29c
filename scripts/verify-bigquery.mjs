// npm run verify:bigquery: every query for BigQuery read by GoogleSQL, BigQuery's own analyzer: its grammar, names,
// functions and types. Nothing is computed. Needs Java 17 or later and Maven; GoogleSQL comes by Maven into .bigquery/.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command, findJava, installOnce, load, needMaven, run, scratch, Told } from './verify.mjs';

/** The newest whose packages on Maven Central fit one another. */
const VERSION = '2024.11.1';
const JAVA = 17;
/** What fetching takes. */
const BYTES = 1e9;

const home = fileURLToPath(new URL('../.bigquery', import.meta.url));

const install = (env) =>
  installOnce(home, VERSION, {
    saying: `Fetching GoogleSQL ${VERSION} (0.1 GB) by Maven`,
    bytes: BYTES,
    needs: () => needMaven(env),
    async fetch() {
      const parts = ['zetasql-client', 'zetasql-types', 'zetasql-jni-channel'].map(
        (name) =>
          `<dependency><groupId>com.google.zetasql</groupId><artifactId>${name}</artifactId><version>${VERSION}</version></dependency>`,
      );
      const project = `<project><modelVersion>4.0.0</modelVersion><groupId>taas</groupId><artifactId>verify</artifactId>
    <version>1</version><dependencies>${parts.join('')}</dependencies></project>`;
      const [pom, maven] = [join(home, 'pom.xml'), join(home, 'maven')];
      writeFileSync(pom, project);
      const words = ['-q', '-B', '-f', pom, `-Dmaven.repo.local=${maven}`, 'dependency:copy-dependencies'];
      const fails = `Maven could not fetch GoogleSQL ${VERSION}`;
      await run('mvn', [...words, `-DoutputDirectory=${join(home, 'lib')}`], { fails, env });
      rmSync(maven, { recursive: true });
    },
  });

/** The texts by name: of every function in several shapes, and one that carries a column called like each reserved word. */
function texts({ scalars, scenariosOf, asked, catalogue, sqlOf, inputsWith }) {
  const functions = scalars.flatMap(([name, definition]) =>
    scenariosOf(definition, { plausible: 40 }).map((shape, i) => {
      const { columns, query } = asked(definition, shape, 'bigquery');
      return { name: `${name} ${i + 1}`, columns, query };
    }),
  );
  const lists = Object.values(
    JSON.parse(readFileSync(new URL('../test/vectors/reserved-words.json', import.meta.url))),
  );
  const words = [...new Set(lists.flatMap((list) => list.words.split(' ')))];
  const columns = [...words.map((name) => ({ name })), { name: 'token_spend', path: 'token_spend' }];
  const margin = catalogue.find('TAAS_MARGIN');
  const query = sqlOf(margin, inputsWith(margin, []), { table: 'scenarios', columns }, 'bigquery');
  return [
    ...functions,
    { name: 'columns called like reserved words', columns: columns.map(({ name }) => name), query },
  ];
}

await command(async () => {
  const { java, env } = findJava('GoogleSQL', JAVA);
  await install(env);
  const place = scratch(join(home, 'run'));
  const loaded = await load();
  const all = texts(loaded);
  for (const { name, columns, query } of all) writeFileSync(join(place, name), `${columns.join(' ')}\n${query}`);
  // What has to be refused shows that it judges.
  writeFileSync(join(place, 'wrong'), 'end\nSELECT end FROM scenarios');
  const program = fileURLToPath(new URL('verify-bigquery.java', import.meta.url));
  const words = ['-cp', join(home, 'lib', '*'), program, place];
  const said = await run(java, words, { fails: 'GoogleSQL did not answer', env });
  const refused = said.split('\n').filter((line) => /^\S.*: .* \[at \d+:\d+\]$/.test(line));
  const wrong = refused.filter((line) => !line.startsWith('wrong: '));
  if (wrong.length > 0) throw new Told(`GoogleSQL refuses ${wrong.length} queries:\n${wrong.slice(0, 10).join('\n')}`);
  if (refused.length === 0) throw new Told(`GoogleSQL refuses nothing, not even what is wrong:\n${said}`);
  console.log(`GoogleSQL ${VERSION} takes ${all.length} queries of ${loaded.scalars.length} functions.`);
});
