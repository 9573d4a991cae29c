import { define } from '../../catalogue/define';
import { choice, count, headers, quarter, sites, type SiteRow } from '../../catalogue/parameters';
import { quarterName, quarterNumber } from '../../catalogue/quarter';
import type { Maths, Num } from '../../formula/num';

/** A site adds the same power in each quarter of its ramp, a delay later; after its end it is gone. */
export const TAAS_SITES = define({
  name: 'TAAS_SITES',
  family: 'capacity',
  answers: 'Power in service at the end of each quarter, site by site, from when each starts, ramps and ends.',
  parameters: {
    sites: sites(
      'A row a site: name, company, first quarter, MW, ramp quarters, delay quarters, last quarter in service (blank: none).',
      { required: true, most: 500 },
    ),
    from: quarter('First quarter to show, such as 3Q25; that of the earliest site when left out.', {}),
    quarters: count('quarters', 'Quarters to show; until each site is at full power when left out.', {
      min: 1,
      max: 400,
    }),
    by: choice(
      'What has a line of its own beside the total.',
      { SITE: 'each site', COMPANY: 'each company, in the order in which they come', TOTAL: 'nothing' },
      'SITE',
    ),
    headers,
  },
  result: { shape: 'table', about: 'MW at the end of each quarter' },
  formula: (x, m) => {
    const start = x.from === undefined ? Math.min(...x.sites.map(([, , first]) => first)) : quarterNumber(x.from)!;
    const full = Math.max(...x.sites.map(([, , first, , ramp, delay]) => first + delay + ramp - 1));
    const shown = x.quarters ?? Math.max(1, full - start + 1);
    const quarters = Array.from({ length: shown }, (_, i) => start + i);
    const powers = new Map(x.sites.map((site) => [site, quarters.map((t) => inService(site, t, m))]));
    const sum = (some: readonly SiteRow[]): Num[] =>
      quarters.map((_, i) => m.sum(some.map((site) => powers.get(site)![i]!)));
    const groups = x.by === 'TOTAL' ? [] : grouped(x.sites, x.by === 'SITE' ? 0 : 1);
    const rows = groups.map(([label, members]) => ({ label, unit: 'mw' as const, values: sum(members) }));
    const total = sum(x.sites).map((each, i) => m.step(`total_${i + 1}`, each));
    return {
      header: ['Site', ...quarters.map(quarterName)],
      rows: [...rows, { label: 'Total', unit: 'mw', values: total }],
    };
  },
  examples: [
    {
      args: {
        sites: [
          ['Indiana', 'AWS', '3Q25', 1200, 6, 1, null],
          ['Mississippi', 'AWS', '1Q26', 800, 4, 1, null],
        ],
        by: 'TOTAL',
      },
      gives: [[0, 200, 400, 800, 1200, 1600, 2000]],
      says: 'two gigawatts for one lab by 1Q27, both a quarter late; the split between the sites is an assumption',
    },
    {
      args: {
        sites: [
          ['North', 'Acme', '3Q25', 724, 2, 0, null],
          ['South', 'Acme', '1Q26', 1725, 1, 0, null],
          ['West', 'Beta', '4Q25', 271, 2, 1, '3Q26'],
        ],
        from: 'Q1 2026',
        quarters: 4,
        by: 'COMPANY',
        headers: false,
      },
      gives: [
        [2449, 2449, 2449, 2449],
        [135.5, 271, 271, 0],
        [2584.5, 2720, 2720, 2449],
      ],
      says: 'one that starts late and ends: it is gone from the quarter after',
    },
    {
      args: { sites: [['North', 'Acme', '1Q26', 100, 2, 0, '3Q25']] },
      gives: '#VALUE!',
      says: 'a site does not end before it starts',
    },
  ],
  related: ['TAAS_BUILD_SCHEDULE', 'TAAS_MW_REQUIRED'],
});

/** MW · min(1, quarters since the delayed start / ramp), until the last quarter in service. */
function inService([, , first, mw, ramp, delay, end]: SiteRow, t: number, m: Maths): Num {
  const since = t - first - delay + 1;
  if (since <= 0 || (end >= 0 && t > end)) return m.num(0);
  return since >= ramp ? m.num(mw) : m.num(mw).times(since).div(ramp);
}

/** By name or by company, in any case, in the order in which they come. */
function grouped(rows: readonly SiteRow[], column: 0 | 1): [label: string, members: SiteRow[]][] {
  const groups = new Map<string, [string, SiteRow[]]>();
  for (const row of rows) {
    const key = row[column].toLowerCase();
    if (!groups.has(key)) groups.set(key, [row[column], []]);
    groups.get(key)![1].push(row);
  }
  return [...groups.values()];
}
