import { callByName } from '../../src/catalogue/call';
import { Problem } from '../../src/catalogue/problem';
import { catalogue } from './cell';
test('slow', () => {
  for (const n of [100, 1000, 10000, 1048576, 9999999]) {
    for (const [f, a, b] of [['TAAS_BLENDED_MARGIN','revenues','margins'],['TAAS_EXPECTED_MARGIN','demands','probabilities']]) {
    const t = performance.now();
    let r: any; try { r = callByName(catalogue.find('TAAS_NATIVE'), { function: f, inputs: [[a, `B1:B${n}`], [b, `C1:C${n}`]] }, catalogue); } catch (e) { r = e; }
    console.log(f, n, (performance.now() - t).toFixed(0), r instanceof Problem ? r.sentence : r instanceof Error ? 'THROWN ' + r : String(r.cells[0][0]).slice(0, 80)); }
  }
  const t = performance.now();
  const r: any = callByName(catalogue.find('TAAS_NATIVE'), { function: 'TAAS_MARGIN', inputs: [['tiers', `B1:C1000000`]] }, catalogue);
  console.log('tiers', (performance.now() - t).toFixed(0), r instanceof Problem ? r.sentence : String(r.cells[0][0]).slice(0, 80));
});
