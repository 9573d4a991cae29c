// A certificate for https://localhost, made on this machine, kept in .certificates/ and reused until it is about to expire.
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';

const folder = new URL('../.certificates/', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, folder));
const day = 24 * 60 * 60 * 1000;
const lifetime = 365 * day;

const names = [
  { type: 2, value: 'localhost' },
  { type: 7, ip: '127.0.0.1' },
  { type: 7, ip: '::1' },
];

function kept() {
  const [key, cert] = ['localhost.key', 'localhost.crt'].map(path);
  if (!existsSync(key) || !existsSync(cert)) return undefined;
  const pair = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  const expires = Date.parse(new X509Certificate(pair.cert).validTo);
  return expires > Date.now() + day ? pair : undefined;
}

/** The key and certificate of https://localhost. */
export async function certificate() {
  const pair = kept();
  if (pair) return pair;
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - day),
    notAfterDate: new Date(Date.now() + lifetime),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names },
    ],
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path('localhost.key'), made.private, { mode: 0o600 });
  writeFileSync(path('localhost.crt'), made.cert);
  return { key: made.private, cert: made.cert };
}
