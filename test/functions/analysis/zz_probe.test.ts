import { answer, catalogue, error, cell } from '../cell';
import { callByName, inOrderOf, inputsOf } from '../../../src/catalogue/call';
import { Problem } from '../../../src/catalogue/problem';
import { functions } from '../../../src/functions';
import { isAssumption, withoutAssumption } from '../../../src/catalogue/lift';
import { plainly } from '../../../src/catalogue/assumption';
const out: string[] = [];
test('solve', () => {
  let n = 0;
  for (const d of functions) {
    if (!d.formula || d.result.shape !== 'number') continue;
    const ex = d.examples[0]!.args as any;
    let direct = callByName(d, {}, catalogue);
    const given: any[] = [];
    if (direct instanceof Problem) { out.push(`${d.name} no defaults: ${direct.sentence}`); 
      for (const [k, v] of Object.entries(ex)) if (!Array.isArray(v)) given.push([k, v]);
      direct = callByName(d, Object.fromEntries(given), catalogue);
      if (direct instanceof Problem) { out.push('  still ' + direct.sentence); continue; }
    }
    const inputs = inputsOf(d, inOrderOf(d, Object.fromEntries(given)));
    for (const [name, p] of Object.entries(d.parameters)) {
      if (p.kind !== 'number') continue;
      const base = withoutAssumption(inputs[name]) as number | undefined;
      if (base === undefined || base === 0) continue;
      for (const f of [1, 0.5, 0.83, 1.3, 2]) {
        const v = Number((base * f).toPrecision(12));
        const r = callByName(d, { ...Object.fromEntries(given), [name]: v }, catalogue);
        if (r instanceof Problem) continue;
        const target = r.cells[0]![0] as number;
        n++;
        const [lo, hi] = [base * 0.5, base * 2].sort((a, b) => a - b);
        for (const range of [{}, { low: lo, high: hi }]) {
        const args = { function: d.name, target, param: name, inputs: given.length ? given : null, ...range };
        const s = callByName(catalogue.find('TAAS_SOLVE'), args, catalogue);
        if (s instanceof Problem) { out.push(`${d.name}.${name} ×${f} ${'low' in range} ${s.code} ${s.sentence}`); continue; }
        const back = callByName(d, { ...Object.fromEntries(given), [name]: s.cells[0]![0] }, catalogue);
        const got = back instanceof Problem ? back.sentence : (back.cells[0]![0] as number);
        if (typeof got === 'string' || Math.abs(got - target) > 1e-9 * Math.max(1e-12,Math.abs(target))) out.push(`${d.name}.${name} ×${f} ${'low' in range} wanted ${v}->${target} got ${s.cells[0]![0]}->${got}`);
        if (Number(s.notes!['evaluations']) > 45) out.push(`${d.name}.${name} ×${f} ${JSON.stringify(s.notes)}`);
        }
      }
    }
  }
  out.push(`n ${n}`);
  require('node:fs').writeFileSync('/tmp/solve.txt', out.join('\n'));
});
test('explain', () => {
  const o: string[] = [];
  for (const d of functions) {
    const inputs = Object.entries(d.examples[0]!.args as any).filter(([, v]) => !Array.isArray(v));
    for (const f of ['TAAS_EXPLAIN', 'TAAS_NATIVE', 'TAAS_TORNADO']) {
      let a: any;
      try { a = callByName(catalogue.find(f), { function: d.name, inputs: inputs.length ? inputs : null }, catalogue); } catch (e) { o.push(`${f} ${d.name} THROWS ${String(e)}`); continue; }
      if (a instanceof Problem) o.push(`${f} ${d.name}: ${a.code} ${a.sentence}`);
      else if (f === 'TAAS_EXPLAIN') { const names = a.cells.map((r: any) => r[0]); if (new Set(names).size !== names.length) o.push(`${d.name} repeated ${names}`); }
    }
  }
  for (const i of [[['tiers[2].rate', 'B4']], [['token_spend', 'B4:B5']], [['tiers', 'C4:D6']], [['mode','B4']], [['nope', 1]], [['token_spend', 'abc']]]) {
    const a = callByName(catalogue.find('TAAS_NATIVE'), { inputs: i }, catalogue);
    o.push(JSON.stringify(i) + ' ' + (a instanceof Problem ? a.code + a.sentence : a.cells[0]![0]));
  }
  require('node:fs').writeFileSync('/tmp/explain.txt', o.join('\n'));
});
