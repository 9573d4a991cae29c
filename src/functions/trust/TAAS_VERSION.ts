import { VERSION } from '../../book/version';
import { defineAnswer } from '../../catalogue/define';

export const TAAS_VERSION = defineAnswer({
  name: 'TAAS_VERSION',
  family: 'trust',
  answers: 'Version of the add-in and of the base case that its defaults come from.',
  parameters: {},
  result: { shape: 'cells', about: 'a text' },
  onlyValue: 'a text, not a calculation',
  answer: () => `TaaS for Excel ${VERSION}, base case 1Q26`,
  examples: [
    { args: {}, gives: `TaaS for Excel ${VERSION}, base case 1Q26`, says: 'what computed this workbook' },
    {
      args: {},
      gives: `TaaS for Excel ${VERSION}, base case 1Q26`,
      says: 'to be printed beside a result that is shared',
    },
  ],
  related: ['TAAS_ASSUMPTIONS'],
});
