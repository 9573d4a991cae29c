import { STANDINGS } from '../catalogue/assumption';
import { KINDS } from '../catalogue/parameters';
import { ERROR_CODES } from '../catalogue/problem';

const text = { type: 'string', minLength: 1 } as const;
const texts = { type: 'array', items: text } as const;
const cell = { type: ['number', 'string', 'boolean'] } as const;
const errorCode = { enum: ERROR_CODES } as const;
const functionName = { type: 'string', pattern: '^(TAAS|BEDROCK)_[A-Z0-9_]+$' } as const;

const object = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

const parameter = object(
  {
    name: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
    kind: { enum: Object.keys(KINDS) },
    about: text,
    unit: { ...text, description: 'In words. A fraction is typed as 0.05 or as 5%.' },
    accepts: { ...text, description: 'What the add-in expects, in the words of its own error.' },
    required: { type: 'boolean' },
    minimum: { type: 'number' },
    maximum: { type: 'number' },
    above: { type: 'number', description: 'Exclusive lower bound.' },
    whole: { type: 'boolean' },
    options: { type: 'object', additionalProperties: text, description: 'Option and what it means.' },
    default: {
      description: 'What stands in when the argument is left out or blank; null where there is nothing.',
      anyOf: [
        { type: ['number', 'string', 'boolean', 'null'] },
        { type: 'array', items: { anyOf: [{ type: 'number' }, { type: 'array', items: { type: 'number' } }] } },
      ],
    },
    source: object({ standing: { enum: Object.keys(STANDINGS) }, text }),
    plausible: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
  },
  ['minimum', 'maximum', 'above', 'whole', 'options', 'source', 'plausible'],
);

const example = {
  ...object(
    {
      formula: text,
      says: text,
      result: { anyOf: [cell, { type: 'array', items: { type: 'array', items: cell } }] },
      error: object({ code: errorCode, sentence: text }),
    },
    ['result', 'error'],
  ),
  oneOf: [{ required: ['result'] }, { required: ['error'] }],
};

const described = object(
  {
    name: functionName,
    family: text,
    answers: text,
    signature: text,
    help: { type: 'string', format: 'uri' },
    parameters: { type: 'array', items: parameter },
    result: object({ shape: { enum: ['number', 'list', 'table', 'cells'] }, unit: text, about: text }, ['unit']),
    rules: texts,
    shown_at: { ...text, description: 'The call that working and native are shown for.' },
    working: {
      type: 'array',
      items: object({ name: text, words: text, formula: text, value: { type: ['number', 'null'] } }),
    },
    native: { type: ['string', 'null'], description: 'The same calculation without the add-in.' },
    native_needs: { ...text, description: 'The Excel that computes native.' },
    no_native: text,
    examples: { type: 'array', items: example, minItems: 2 },
    errors: { type: 'array', items: object({ formula: text, code: errorCode, sentence: text }) },
    related: { type: 'array', items: functionName },
  },
  ['native_needs', 'no_native'],
);

/** The form of catalogue.json. */
export const catalogueSchema = (): string => {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Catalogue of TaaS for Excel',
    ...object({
      $schema: text,
      name: text,
      version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
      base_case: text,
      families: { type: 'array', items: object({ id: text, title: text, about: text }) },
      functions: { type: 'array', items: described, minItems: 1 },
    }),
  };
  return `${JSON.stringify(schema, undefined, 1)}\n`;
};
