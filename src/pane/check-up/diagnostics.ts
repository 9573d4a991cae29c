/** What is to be known when something does not work, as text to hand on. */
import { quarters } from '../../book/case';
import { VERSION } from '../../book/version';
import type { Catalogue } from '../../catalogue/define';
import type { Host } from '../host';

type Fact = readonly [name: string, value: string];

interface With {
  readonly host: Host;
  readonly catalogue: Catalogue;
  readonly url: (path: string) => string;
}

export async function diagnostics({ host, catalogue, url }: With): Promise<string> {
  const facts: readonly Fact[] = [
    ['TaaS for Excel', `${VERSION}, base case ${quarters.now}, ${catalogue.functions.length} functions`],
    ...(await host.facts()),
    ['Browser', navigator.userAgent],
    ['Window', `${innerWidth} × ${innerHeight}, pixel ratio ${devicePixelRatio}`],
    ['Frame', window.top === window ? 'the page itself' : 'within another page'],
    ['Local storage', tried(() => localStorageWorks())],
    ['Databases', await databaseWorks()],
    ...(await functionsJson(url('functions.json'), catalogue)),
    ['Complaints', String(host.complaints().length)],
    ['At', new Date().toISOString()],
  ];
  return facts.map(([name, value]) => `${name}: ${value}`).join('\n');
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

function tried(now: () => string): string {
  try {
    return now();
  } catch (error) {
    return `blocked (${reasonOf(error)})`;
  }
}

function localStorageWorks(): string {
  localStorage.setItem('taas-probe', '1');
  localStorage.removeItem('taas-probe');
  return 'works';
}

const DATABASE = 'taas-probe';

const databaseWorks = (): Promise<string> =>
  new Promise((resolve) => {
    try {
      const request = indexedDB.open(DATABASE);
      request.onsuccess = () => {
        request.result.close();
        indexedDB.deleteDatabase(DATABASE);
        resolve('work');
      };
      request.onerror = () => resolve(`blocked (${reasonOf(request.error)})`);
      request.onblocked = () => resolve('blocked');
    } catch (error) {
      resolve(`blocked (${reasonOf(error)})`);
    }
  });

/** Excel's own page fetches the list of functions, from another site than ours: it has to be allowed to. */
async function functionsJson(address: string, catalogue: Catalogue): Promise<readonly Fact[]> {
  try {
    const response = await fetch(address, { mode: 'cors', cache: 'no-store', credentials: 'omit' });
    const allowed = response.headers.get('access-control-allow-origin');
    const type = response.headers.get('content-type') ?? 'none';
    const { functions = [] } = (await response.json()) as { functions?: readonly { id: string }[] };
    const ids = new Set(functions.map(({ id }) => id));
    const missing = catalogue.functions.filter(({ name }) => !ids.has(name)).map(({ name }) => name);
    const said = missing.length === 0 ? 'as many as here' : `without ${missing.slice(0, 5).join(', ')}`;
    return [
      ['functions.json', `${address}, status ${response.status}, ${type}, ${ids.size} functions, ${said}`],
      [
        'Access-Control-Allow-Origin',
        allowed ??
          'not sent for a request of this page: Excel cannot install the functions unless it is sent to others',
      ],
    ];
  } catch (error) {
    return [['functions.json', `${address} did not come (${reasonOf(error)})`]];
  }
}
