import { framed } from './frame';
import { markup } from './markup';

export const privacyPage = (): string =>
  framed({
    title: 'Privacy – TaaS for Excel',
    description: 'What the add-in asks for, of whom, and what it keeps.',
    path: markup`› Privacy`,
    body: markup`<h1>Privacy</h1>
<p class="answers">Nothing you type leaves the workbook.</p>
<h2>What is sent</h2>
<p>Functions are computed on your own machine. No cell, formula, file or answer is sent anywhere; there is no telemetry, no account, no advertising and no cookie.</p>
<h2>What is fetched, and from whom</h2>
<ul>
<li>From the host that serves the add-in, only the add-in’s own files: its pages, scripts and styles, the list of functions, pictures, help and ready models. When the pane opens it reads one more of them, version.json, to say whether a new version is there. Nothing is sent with any of these.</li>
<li>From Microsoft, at appsforoffice.microsoft.com: Office.js, which every add-in has to load from there. For that, and for what Excel itself does, Microsoft’s privacy statement holds.</li>
<li>From nobody else: the page tells the browser to refuse it.</li>
</ul>
<p>The host and Microsoft see what every web server sees: the address that asks, its browser, and the file it asks for. What the host keeps of that is up to whoever runs it.</p>
<h2>What is kept, and where</h2>
<ul>
<li>In the workbook, with whatever else is in it: what you set in the pane under <strong>Check-up</strong>, <strong>Settings of this workbook</strong>. Whoever gets the workbook gets that.</li>
<li>In the browser that shows the pane: the names of the five functions you opened last. <strong>Diagnostics</strong> tries whether the browser keeps anything, and takes it away again.</li>
<li>In the browser that shows the workbench: its workbooks, until you delete them there. They are not on the host; clearing the browser’s data for this site deletes them, and the names above.</li>
</ul>`,
  });
