/* global document */
// Narrows the index to the functions that have every word of the search.
const form = document.getElementById('search-form');
const box = document.getElementById('search');
const found = document.getElementById('found');
const families = [...document.querySelectorAll('section.family')];
const functions = [...document.querySelectorAll('li[data-words]')];

function search() {
  const words = box.value
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  for (const item of functions) item.hidden = !words.every((word) => item.dataset.words.includes(word));
  for (const family of families) family.hidden = !family.querySelector('li:not([hidden])');
  const { length } = functions.filter((item) => !item.hidden);
  found.textContent = length === 1 ? '1 function' : `${length} functions`;
}

form.hidden = false;
box.addEventListener('input', search);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  functions
    .find((item) => !item.hidden)
    ?.querySelector('a')
    .click();
});
search();
