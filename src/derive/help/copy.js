/* global document, navigator, getSelection */
// A button beside each formula to be copied, which copies it as one line.
async function copy(formula, button) {
  try {
    await navigator.clipboard.writeText(formula.textContent);
    button.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(formula);
    button.textContent = 'Selected: press Ctrl+C';
  }
}

for (const formula of document.querySelectorAll('.copied pre')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', () => void copy(formula, button));
  formula.after(button);
}
