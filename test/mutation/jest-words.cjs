// The tests are written in jest's words. Mutation testing runs them in mocha, which keeps the core loaded from mutant
// to mutant and so is many times as fast; expect and each are jest's own.
require('@swc-node/register');
const { expect } = require('expect');
const { configureGlobal } = require('fast-check');
const { bind } = require('jest-each');
const Mocha = require('mocha');

// './contract' is contract.ts before it is contract.json, as for jest.
const { '.json': json } = require.extensions;
delete require.extensions['.json'];
require.extensions['.json'] = json;

configureGlobal({ numRuns: 10 });
globalThis.expect = expect;

/** Tests of size rather than of logic, those that ask another engine, and those of what is built. */
const LEFT_OUT =
  /100,000|hundred thousand|half a million|a million|IronCalc|standard errors|1000 bins|the built command/;

function worded(make) {
  const named = (name, body) => {
    if (!LEFT_OUT.test(name)) make(name, body);
  };
  return Object.assign(named, { each: bind(named, false), ...(make.skip && { skip: worded(make.skip) }) });
}

const OURS = /[\\/](?:src|test)[\\/](?!.*node_modules)/;

/** Loaded anew when it is next asked for, as jest does it; only the room whose state is the page's, as that is quick. */
globalThis.jest = {
  resetModules() {
    for (const path of Object.keys(require.cache)) if (/[\\/]src[\\/]excel[\\/]/.test(path)) delete require.cache[path];
  },
};

/** What the core and the tests keep is worked out again for each test: the next mutant may change it. */
let tests = 0;
class Forgetful extends WeakMap {
  get(key) {
    const kept = super.get(key);
    return kept?.test === tests ? kept.value : undefined;
  }
  has(key) {
    return super.get(key)?.test === tests;
  }
  set(key, value) {
    return super.set(key, { value, test: tests });
  }
}
globalThis.WeakMap = new Proxy(WeakMap, {
  construct(target, args, wanted) {
    const [, , caller = ''] = new Error().stack.split('\n');
    return OURS.test(caller) ? new Forgetful() : Reflect.construct(target, args, wanted);
  },
});

const { bdd } = Mocha.interfaces;
Mocha.interfaces.bdd = (suite) => {
  bdd(suite);
  suite.beforeEach('a test of its own', () => void tests++);
  suite.on('pre-require', (context) => {
    context.test = worded(context.it);
    context.describe = worded(context.describe);
    context.beforeAll = context.before;
    context.afterAll = context.after;
  });
};
