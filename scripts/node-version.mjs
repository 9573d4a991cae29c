// Ends with a sentence where Node is older than package.json asks for; imported before anything that an older one cannot run.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const needed = parseInt(engines.node.replace('>=', ''), 10);
const version = process.versions.node;

if (parseInt(version, 10) < needed) {
  console.error(`TaaS for Excel needs Node.js ${needed} or newer; this is ${version}. Get it from https://nodejs.org.`);
  process.exit(1);
}
