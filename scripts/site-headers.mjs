// How the host should answer, as the file _headers that Netlify, Cloudflare Pages and others read.

/** Names with a hash never change what they hold. */
export const isHashed = (name) => /\.[0-9a-f]{10}\.(js|css)$/.test(name);

/** No name has two rules for how long it may be kept: hosts would join them. */
export function headersFile(path, names) {
  const under = path === '/' ? '' : path.replace(/\/$/, '');
  const kept = (pattern, rule) => `${under}/${pattern}\n  Cache-Control: ${rule}\n`;
  const changing = names.find((name) => /^(workbench\/)?chunks\//.test(name) && !isHashed(name));
  if (changing) throw new Error(`${changing} has no hash in its name, so no host may keep it for ever.`);
  const alone = names.filter((name) => !/^(chunks|workbench\/chunks|help|models|story|assets)\//.test(name));
  return [
    "# Excel's own pages fetch from here, and show taskpane.html in a frame: no X-Frame-Options.",
    '# The host reads this file where its own site begins.',
    `${under}/*\n  Access-Control-Allow-Origin: *\n  X-Content-Type-Options: nosniff`,
    ...alone.map((name) => kept(name, isHashed(name) ? 'public, max-age=31536000, immutable' : 'no-cache').trim()),
    ...['chunks/*', 'workbench/chunks/*'].map((name) => kept(name, 'public, max-age=31536000, immutable').trim()),
    ...['help/*', 'models/*', 'story/*'].map((name) => kept(name, 'no-cache').trim()),
    kept('assets/*', 'public, max-age=3600'),
  ].join('\n');
}
