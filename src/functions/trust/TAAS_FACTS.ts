import { entityOfFacts } from '../../book/entities';
import { FACTS, SEEDS, type Fact } from '../../book/facts';
import { ownFacts, type Own } from '../../book/own';
import { nearest } from '../../catalogue/catalogue';
import { defineAnswer, type Listing } from '../../catalogue/define';
import { book, headers, text } from '../../catalogue/parameters';
import { either, Problem } from '../../catalogue/problem';

const HEADER = ['Id', 'Entity', 'Metric', 'Period', 'Value', 'Unit', 'Kind', 'Quote', 'Source', 'Key'];

/** A line of the answer: a fact of the articles, or one of the analyst's own. */
interface Told {
  readonly id: string;
  readonly key: string;
  readonly entity: string;
  readonly metric: string;
  readonly told: () => (number | string)[];
}

const told = ({ entity, metric, period, value, unit, kind, quote, seed, key }: Fact) => [
  entity,
  metric,
  period,
  value,
  unit,
  kind,
  quote,
  SEEDS[seed]!,
  key,
];

const ofArticles = (fact: Fact): Told => ({ ...fact, told: () => told(fact) });

const ofOwn = (own: Own): Told => {
  const { key, value, unit, kind, period, quote, source } = own;
  const [entity = '', metric = ''] = key.split('.');
  return {
    ...{ id: 'yours', key, entity, metric },
    told: () => [entity, metric, period(), value(), unit(), kind(), quote(), source(), key],
  };
};

export const TAAS_FACTS = defineAnswer({
  name: 'TAAS_FACTS',
  family: 'trust',
  answers: 'The figures of the source articles, filtered by entity and metric, each with its words.',
  parameters: {
    entity: text('Entity, or part of its name: AWS, Bedrock, Anthropic. Blank for all.', {}),
    metric: text('Metric, or part of its name: margin, ARR, share. Blank for all.', {}),
    headers,
    book,
  },
  result: { shape: 'cells', holds: 'table', about: 'a line for each fact' },
  onlyValue: 'a look-up in the data book',
  answer: (x): Listing => {
    const has = (asked: string | undefined, ...names: string[]): boolean =>
      asked === undefined || names.some((name) => name.toUpperCase().includes(asked.toUpperCase()));
    const own = ownFacts(x.book);
    const facts = [...[...own.values()].map(ofOwn), ...FACTS.filter(({ key }) => !own.has(key)).map(ofArticles)];
    const isOf = (entity: string | undefined, fact: Told): boolean =>
      [entity, entity && entityOfFacts(entity)].some((name) => has(name, fact.entity, fact.key.split('.')[0]!));
    const found = facts.filter(
      (fact) => isOf(x.entity, fact) && has(x.metric, fact.metric, fact.key.split('.')[1] ?? ''),
    );
    if (found.length === 0) {
      const wrong = !facts.some((fact) => isOf(x.entity, fact));
      const known = facts
        .filter((fact) => wrong || isOf(x.entity, fact))
        .map((fact) => fact.key.split('.')[wrong ? 0 : 1] ?? '');
      const asked = [x.entity, x.metric]
        .filter((word) => word !== undefined)
        .map((word) => word.slice(0, 80))
        .join(', ');
      const near = nearest((wrong ? x.entity : x.metric) ?? '', [...new Set(known)]);
      throw new Problem(
        '#N/A',
        `no fact of the articles on ${asked}; near are ${either(near)}.`,
        wrong ? 'entity' : 'metric',
      );
    }
    return { header: HEADER, rows: found.map((fact) => ({ label: fact.id, unit: undefined, values: fact.told() })) };
  },
  examples: [
    {
      args: { entity: 'Trainium', headers: false },
      gives: FACTS.filter((fact) => fact.entity === 'Trainium').map(told),
      says: 'what the articles say of Trainium',
    },
    { args: { entity: 'Nobody' }, gives: '#N/A', says: 'says which entities there are' },
  ],
  related: ['TAAS_FACT', 'TAAS_SERIES'],
});
