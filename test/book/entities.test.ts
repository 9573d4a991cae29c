/** One entity under all its names. */
import { ALSO, entityNamed, WITHOUT_SERIES } from '../../src/book/entities';
import { FACTS } from '../../src/book/facts';
import { SERIES } from '../../src/book/series';

test.each([
  ['AWS', 'AWS'],
  [' aws ', 'AWS'],
  ['Google Cloud', 'GOOGLE_CLOUD'],
  ['google  cloud', 'GOOGLE_CLOUD'],
  ['Google-Cloud', 'GOOGLE_CLOUD'],
  ['google_cloud', 'GOOGLE_CLOUD'],
  ['Google Cloud Platform', 'GCP'],
  ['Amazon Web Services', 'AWS'],
  ['Microsoft Azure', 'AZURE'],
  ['Intelligent Cloud', 'MICROSOFT_IC'],
  ['GOOGL', 'GOOGLE'],
  ['AMZN', 'AMAZON'],
  ['constructor', 'CONSTRUCTOR'],
  ['toString', 'TOSTRING'],
  ['Nobody', 'NOBODY'],
])('%j is %s', (name, entity) => {
  expect(entityNamed(name)).toBe(entity);
});

const entities = new Set([...SERIES.map(({ entity }) => entity), ...FACTS.map(({ key }) => key.split('.')[0]!)]);

test('another name leads to an entity of the data book, or to one that is told why it has no series', () => {
  for (const [name, entity] of Object.entries(ALSO)) {
    expect(entities.has(name)).toBe(false);
    expect([entity, entities.has(entity) || entity in WITHOUT_SERIES]).toEqual([entity, true]);
  }
});

test('what has no series is told why, and the nearest that has one', () => {
  expect(Object.keys(WITHOUT_SERIES)).toContain('AZURE');
  for (const [entity, { why, nearest }] of Object.entries(WITHOUT_SERIES)) {
    expect(SERIES.some((series) => series.entity === entity)).toBe(false);
    expect(SERIES.some((series) => series.entity === nearest)).toBe(true);
    expect(why).toMatch(/^(Amazon|Google|Microsoft|the series) /);
  }
});
