// Office.js comes from Microsoft's own host, as Microsoft asks. Where that is blocked the page says so.
/* global document */
if (!globalThis.Office) {
  document.getElementById('pane').innerHTML =
    '<p role="alert">Excel’s own script, Office.js, did not load from appsforoffice.microsoft.com: check the connection, or ask who runs the network to allow that address, then close this pane and open it again.</p>';
}
