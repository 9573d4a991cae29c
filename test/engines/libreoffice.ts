/** LibreOffice, where it is installed, as whoever has no Excel opens a file: what its cells come to. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `24.8`, or undefined where it is not. */
export function libreOffice(): string | undefined {
  const { stdout } = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
  return /LibreOffice (\d+\.\d+)/.exec(stdout ?? '')?.[1];
}

/** The first sheet, computed by LibreOffice: its cells as texts, numbers with all their digits. */
export function openedThere(file: Uint8Array): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  try {
    writeFileSync(join(folder, 'book.xlsx'), file);
    // Separated by tabs, UTF-8, each value as it is and not as it is shown.
    const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false';
    const own = `-env:UserInstallation=file://${join(folder, 'settings')}`;
    execFileSync(
      'soffice',
      [own, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'book.xlsx')],
      {
        stdio: 'ignore',
        timeout: 120_000,
      },
    );
    const text = readFileSync(join(folder, 'book.csv'), 'utf8');
    return text.split('\n').map((line) => line.split('\t').map((field) => field.replace(/^"(.*)"$/, '$1')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
