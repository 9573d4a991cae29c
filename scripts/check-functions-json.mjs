// Checks the built functions.json: Microsoft's schema, names Excel can take, texts within its limits,
// and that the built script associates exactly the functions it names.
// node scripts/check-functions-json.mjs [folder of the built add-in]
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import addFormats from 'ajv-formats';
import Ajv from 'ajv-draft-04';

const require = createRequire(import.meta.url);
const dist = process.argv[2] ?? 'dist';
const problems = [];
const wrong = (sentence) => problems.push(sentence);

const shortest = 3;
const longest = { name: 64, description: 1024, parameterName: 64, parameterDescription: 512, parameters: 128 };
const neverUsed = ['volatile', 'stream', 'supportSync', 'requiresAddress', 'requiresParameterAddresses', 'cancelable'];

// What Microsoft's schema for the newer manifests says of functions. It has options flat, and does not know allowErrorForDataTypeAny.
function checkSchema(metadata) {
  const schema = require('@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json');
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: true });
  addFormats(ajv);
  ajv.addSchema({ ...schema, id: 'https://localhost/teams' });
  const validate = ajv.compile({ $ref: 'https://localhost/teams#/definitions/extensionCustomFunctions' });
  const flat = { ...metadata, functions: metadata.functions.map(({ options, ...rest }) => ({ ...rest, ...options })) };
  delete flat.allowErrorForDataTypeAny;
  if (validate(flat)) return;
  for (const { instancePath, message, params } of validate.errors) {
    const [, , index] = instancePath.split('/');
    const subject = metadata.functions[index]?.id ?? 'functions.json';
    wrong(`${subject}: ${instancePath || '/'} ${message} ${JSON.stringify(params)} (Microsoft's schema).`);
  }
}

function columnNumber(letters) {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** A1 … XFD1048576, R1C1 and its short forms: Excel would read the name as a cell. */
function readsAsCell(name) {
  const a1 = /^([A-Z]{1,3})([0-9]+)$/i.exec(name);
  if (a1) {
    const row = Number(a1[2]);
    if (columnNumber(a1[1].toUpperCase()) <= 16384 && row >= 1 && row <= 1048576) return true;
  }
  return /^(R[0-9]*C[0-9]*|R[0-9]*|C[0-9]*)$/i.test(name);
}

function checkName(name) {
  if (!/^[A-Z][A-Z0-9_]*$/.test(name))
    wrong(`${name} is not a name: letter first, then upper-case letters, digits and underscores.`);
  if (name.length < shortest || name.length > longest.name) {
    wrong(`${name} has ${name.length} characters; a name has ${shortest} to ${longest.name}.`);
  }
  if (readsAsCell(name)) wrong(`${name} reads as a cell: Excel would take it for a reference.`);
  if (!name.includes('_'))
    wrong(`${name} has no underscore; with one it can never be a cell, a macro or a function of Excel's own.`);
}

function checkText(subject, text, limit) {
  if (typeof text !== 'string' || text.trim() === '') wrong(`${subject} has no description.`);
  else if (text.length > limit)
    wrong(`The description of ${subject} has ${text.length} characters; Excel takes ${limit}.`);
}

function checkParameters({ id, parameters }) {
  if (parameters.length > longest.parameters)
    wrong(`${id} has ${parameters.length} parameters; Excel takes ${longest.parameters}.`);
  const names = new Set();
  let optional;
  for (const parameter of parameters) {
    const { name } = parameter;
    const subject = `${name} of ${id}`;
    if (!/^[a-z][a-z0-9_]*$/i.test(name) || name.length > longest.parameterName)
      wrong(`${subject} is not a parameter name.`);
    if (names.has(name.toLowerCase())) wrong(`${id} has two parameters named ${name}.`);
    names.add(name.toLowerCase());
    checkText(subject, parameter.description, longest.parameterDescription);
    if (parameter.type !== 'any')
      wrong(`${subject} has the type ${parameter.type}; with "any" our own sentence answers a wrong value.`);
    if (!['scalar', 'matrix'].includes(parameter.dimensionality))
      wrong(`${subject} has the dimensionality ${parameter.dimensionality}.`);
    if (parameter.repeating) wrong(`${subject} repeats; repeating parameters crash Excel.`);
    if (optional && !parameter.optional)
      wrong(`${subject} is required but comes after ${optional}, which is optional.`);
    if (parameter.optional) optional ??= name;
  }
}

function checkFunction(each) {
  if (each.id !== each.name) wrong(`${each.id} is called ${each.name}; id and name must be the same.`);
  checkName(each.id);
  checkText(each.id, each.description, longest.description);
  checkParameters(each);
  for (const option of neverUsed)
    if (each.options?.[option] ?? each[option]) wrong(`${each.id} is marked ${option}; none of ours is.`);
  if (each.helpUrl !== undefined && !/^https:\/\//.test(each.helpUrl))
    wrong(`The help address of ${each.id} must begin with https://.`);
}

function checkUnique(functions) {
  const seen = new Map();
  for (const { id } of functions) {
    const spelling = id.toUpperCase().replace(/[._]/g, '');
    if (seen.has(spelling)) wrong(`${id} and ${seen.get(spelling)} differ only by case, dots or underscores.`);
    seen.set(spelling, id);
  }
}

/** Runs functions.js with nothing but an `associate` to call, as the start of Excel's runtime does. */
function checkAssociated(functions) {
  const script = join(dist, 'functions.js');
  if (!existsSync(script)) return wrong(`There is no ${script}: run npm run build first.`);
  const associated = new Map();
  const runtime = { associate: (id, implementation) => associated.set(id, implementation) };
  const sandbox = createContext({ CustomFunctions: runtime, console });
  sandbox.self = sandbox.window = sandbox;
  try {
    runInContext(readFileSync(script, 'utf8'), sandbox, { filename: script, timeout: 10_000 });
  } catch (error) {
    return wrong(`functions.js fails when it loads: ${error.message}`);
  }
  const ids = new Set(functions.map(({ id }) => id));
  for (const id of ids)
    if (typeof associated.get(id) !== 'function') wrong(`functions.js does not associate ${id}: it would answer #N/A.`);
  for (const id of associated.keys())
    if (!ids.has(id)) wrong(`functions.js associates ${id}, which functions.json does not name.`);
}

let count = 0;
try {
  const file = join(dist, 'functions.json');
  if (!existsSync(file)) throw new Error(`There is no ${file}: run npm run build first.`);
  const metadata = JSON.parse(readFileSync(file, 'utf8'));
  count = metadata.functions.length;
  if (count === 0) wrong('functions.json names no function.');
  for (const allowed of ['allowErrorForDataTypeAny', 'allowCustomDataForDataTypeAny']) {
    if (metadata[allowed] !== true) wrong(`functions.json must say "${allowed}": true.`);
  }
  checkSchema(metadata);
  metadata.functions.forEach(checkFunction);
  checkUnique(metadata.functions);
  checkAssociated(metadata.functions);
} catch (error) {
  wrong(error.message);
}

for (const sentence of problems) console.error(sentence);
if (problems.length === 0) console.log(`functions.json: ${count} functions, nothing wrong.`);
process.exit(problems.length === 0 ? 0 : 1);
