import { framed } from './frame';
import { markup } from './markup';

export const privacyPage = (): string =>
  framed({
    title: 'Privacy – TaaS for Excel',
    description: 'What the add-in asks for, of whom, and what it keeps.',
    path: markup`› Privacy`,
    body: markup`<h1>Privacy</h1>
<p class="answers">Nothing you type leaves the workbook.</p>
<ul>
<li>Functions are computed on your own machine. No cell, formula or answer is sent anywhere; there is no telemetry, no account, no advertising and no cookie.</li>
<li>The add-in asks only the host it is served from, and only for its own files: scripts, styles, pictures, help, ready models. When the pane opens it reads one more of them, version.json, to say whether a new version is there; nothing is sent with it.</li>
<li>The host sees what every web server sees, the address that asks and the file it asks for; what it keeps of that is up to whoever runs it.</li>
<li>Excel loads Office.js from appsforoffice.microsoft.com, as every add-in must; for that, Microsoft’s privacy statement holds.</li>
<li>What the pane keeps with a workbook, it keeps in the workbook. The workbench keeps its workbooks in the browser, on the machine.</li>
</ul>`,
  });
