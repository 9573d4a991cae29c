import { current, type Case } from '../../book/case';
import { VERSION } from '../../book/version';
import { defineAnswer } from '../../catalogue/define';

const version = (quarter: string): string => `TaaS for Excel ${VERSION}, base case ${quarter}`;

export const TAAS_VERSION = defineAnswer({
  name: 'TAAS_VERSION',
  family: 'trust',
  answers: 'Version of the add-in and of the base case that its defaults come from.',
  parameters: {},
  result: { shape: 'cells', holds: 'text', about: 'a text' },
  onlyValue: 'a text, not a calculation',
  answer: (_, _catalogue, { quarters }: Case = current) => version(quarters.now),
  examples: [
    { args: {}, gives: version('1Q26'), says: 'what computed this workbook' },
    { args: {}, gives: version('1Q26'), says: 'to be printed beside a result that is shared' },
  ],
  related: ['TAAS_ASSUMPTIONS'],
});
