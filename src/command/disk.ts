/** What a file system says no with: Node's code, the words that DuckDB hands on, and what an analyst can do with it. */
const TROUBLES: readonly (readonly [codes: string, words: RegExp, says: (file: string) => string])[] = [
  ['EACCES EPERM', /permission denied|operation not permitted/i, (file) => `${file}: permission denied.`],
  ['ENOENT', /no such file/i, (file) => `There is no file ${file}.`],
  ['EISDIR', /is a directory/i, (file) => `${file} is a folder: expected a file.`],
  ['ENOTDIR', /not a directory/i, (file) => `${file} is looked for inside a file: expected a folder there.`],
  ['ELOOP', /too many levels of symbolic/i, (file) => `${file} is a link that leads back to itself.`],
  ['ENAMETOOLONG', /name too long/i, (file) => `${file} is too long for a name of a file.`],
  ['EROFS', /read-only file system/i, (file) => `${file} is on a disk that may only be read.`],
  ['EBUSY ETXTBSY', /resource busy|being used by another/i, (file) => `${file} is in use by another program.`],
  ['EMFILE ENFILE', /too many open files/i, () => 'Too many files are open: raise the limit (ulimit -n).'],
  ['EIO', /input\/output error/i, (file) => `${file} could not be read or written: the disk reports an error.`],
  ['ENOSPC EFBIG EDQUOT', /no space left|file too large|disk quota|not enough space/i, () => 'The disk is full.'],
];

/** The sentence for an error of the file system, or undefined if it is none. */
export function diskSentence(error: unknown): string | undefined {
  const { code = '', path, message } = error as NodeJS.ErrnoException;
  const [said = ''] = String(message).split('\n');
  const found = TROUBLES.find(([codes, words]) =>
    code === '' ? /^[A-Za-z ]+ Error: /.test(said) && words.test(said) : codes.split(' ').includes(code),
  );
  const file = path ?? /file "(.*?)"/.exec(said)?.[1] ?? 'A file';
  if (found) return found[2](file);
  return /^E[A-Z]+$/.test(code) && path !== undefined ? `${file} could not be read or written (${code}).` : undefined;
}

/** Also where a quota or a limit on the size of files says so, and where DuckDB cannot put aside what it has no memory for. */
export const isDiskFull = (error: unknown): boolean =>
  diskSentence(error) === 'The disk is full.' ||
  /failed to (?:write|offload).*(?:temp|space)/i.test((error as Error).message);
