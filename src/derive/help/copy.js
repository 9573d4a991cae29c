/* global document, navigator, getSelection */
// A button beside the native formula that copies it as one line.
const formula = document.getElementById('native-formula');

async function copy(button) {
  try {
    await navigator.clipboard.writeText(formula.textContent);
    button.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(formula);
    button.textContent = 'Selected: press Ctrl+C';
  }
}

if (formula) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', () => void copy(button));
  formula.after(button);
}
