import { quarters } from '../../book/case';
import { VERSION } from '../../book/version';
import { markup, NOTHING, type Content, type Markup } from './markup';

export interface Page {
  readonly title: string;
  readonly description: string;
  /** where one is, after "All functions"; nothing on the index itself */
  readonly path?: Content;
  readonly script?: 'search.js' | 'copy.js';
  /** where the folder of the help is, seen from the page: `../help/` */
  readonly help?: string;
  readonly body: Content;
}

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'";

/** What every page of the help has around it. It asks for nothing from anywhere else. */
export const framed = (page: Page): string => `<!DOCTYPE html>\n${document(page).html}`;

const document = ({ title, description, path, script, help = '', body }: Page): Markup => markup`<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="${POLICY}" />
<title>${title}</title>
<meta name="description" content="${description}" />
<link rel="icon" href="../assets/icon-32.png" />
<link rel="stylesheet" href="${help}help.css" />
${
  script === undefined
    ? NOTHING
    : markup`<script src="${help}${script}" defer="defer"></script>
`
}</head>
<body>
<header>
<p class="product"><a href="${help}index.html">TaaS for Excel</a></p>
${path === undefined ? NOTHING : markup`<nav aria-label="Where you are"><a href="${help}index.html">All functions</a> ${path}</nav>`}
</header>
<main>
${body}
</main>
<footer>
<p>Version ${VERSION}, base case ${quarters.now}. Nothing you type leaves the workbook. Estimates are other people’s; this is not investment advice.</p>
<p><a href="../catalogue.json">catalogue.json</a> and <a href="../llms.txt">llms.txt</a> say the same to programs and assistants. <a href="${help}support.html">Support</a>, <a href="${help}privacy.html">privacy</a>.</p>
</footer>
</body>
</html>
`;
