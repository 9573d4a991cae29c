// How the host should answer, as the file _headers that Netlify, Cloudflare Pages and others read.

/** Names with a hash never change what they hold. */
export const HASHED = /\.[0-9a-f]{10}\.(js|css)$/;

export function headersFile(path) {
  const under = path === '/' ? '' : path.replace(/\/$/, '');
  const always = '  Access-Control-Allow-Origin: *\n  X-Content-Type-Options: nosniff\n';
  return `# Excel's own pages fetch from here, and show taskpane.html in a frame: no X-Frame-Options.
${under}/*
${always}  Cache-Control: no-cache
${under}/chunks/*
  ! Cache-Control
  Cache-Control: public, max-age=31536000, immutable
${under}/workbench/chunks/*
  ! Cache-Control
  Cache-Control: public, max-age=31536000, immutable
${under}/assets/*
  ! Cache-Control
  Cache-Control: public, max-age=3600
`;
}
