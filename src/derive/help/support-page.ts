import { VERSION } from '../../book/version';
import { framed } from './frame';
import { markup } from './markup';

export const supportPage = (): string =>
  framed({
    title: 'Support – TaaS for Excel',
    description: 'What to do when a cell shows an error, whom to ask, and how a new version comes.',
    path: markup`› Support`,
    body: markup`<h1>Support</h1>
<p class="answers">This is version ${VERSION} of TaaS for Excel, served by whoever put it on this host: ask them first.</p>
<h2>Before you ask</h2>
<ul>
<li>A cell shows an error: select it and open the pane, <strong>Home → TaaS</strong>. <strong>Cell</strong> says why in a sentence.</li>
<li>A cell stays #NAME?, or many cells do: <strong>Home → Check-up</strong> finds and repairs them; its <strong>Self-test</strong> says whether this Excel computes as it should.</li>
<li>A cell says that the page is of another version, or the pane that a new version is there: save the workbook, close it and open it again.</li>
<li>The pane says that Office.js did not load: the network must let Excel reach appsforoffice.microsoft.com.</li>
</ul>
<h2>What to send</h2>
<p>The text that <strong>Check-up</strong> gives you to copy under <strong>Diagnostics</strong>: the versions of the add-in and of Excel, the browser, the language, what they support, and where the add-in is. It holds nothing of the workbook. Read it before you send it.</p>
<h2>Privacy, terms and licences</h2>
<p><a href="privacy.html">What is fetched from whom, and what is kept</a>. The terms of use are those of the <a href="../license.txt">MIT licence</a>: anyone may use it, without warranty. <a href="../third-party-notices.txt">third-party-notices.txt</a> has the licences of what is bundled with it.</p>`,
  });
