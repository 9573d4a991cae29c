/** Freeze, Go native and back in the grid of the workbench, which calculates what is put there. */
import { freeze } from '../../../src/pane/check-up/freeze';
import { goNative } from '../../../src/pane/check-up/native';
import { bringBack, differences, replaceHere, returning, type Plan } from '../../../src/pane/check-up/replace';
import { loadAddIn } from '../../workbench/add-in';
import { openSheet } from '../../workbench/headless';
import { catalogue } from '../../functions/cell';
import { looked, typedIn } from './workbook';

const { metadata, implementations } = loadAddIn();
const later = () => new Promise((done) => setTimeout(done, 800));

describe.each(['frozen', 'native'] as const)('%s', (how) => {
  test('every number stays, and the formulas come back', async () => {
    const { host, type, close } = openSheet(metadata, implementations);
    await type({ H1: 2, H2: 0.5, A1: '=TAAS_MARGIN(H1,H2)*1', C1: '=TAAS_PNL(H1)', A3: '=TAAS_RUN_RATE(H9)' });
    await later();
    const before = await typedIn(host);
    const seen = await looked(host);
    const plan: Plan = how === 'frozen' ? await freeze(seen, host) : await goNative(seen, { host, catalogue });
    expect(plan.left).toEqual([]);
    expect((await replaceHere(plan, host)).left).toEqual([]);
    await later();
    expect(Object.values(await typedIn(host)).join(' ')).not.toContain('TAAS_');
    expect(await differences(plan.planned, host)).toEqual([]);
    const back = await returning(how, host);
    expect(back.left).toEqual([]);
    await bringBack(back.returning, host);
    await later();
    expect(await typedIn(host)).toEqual(before);
    for (const { values, area } of plan.planned)
      expect((await looked(host)).find(({ row, column }) => row === area.row && column === area.column)?.value).toBe(
        values[0]![0],
      );
    close();
  });
});
