/** The signs on the buttons of the toolbar, of sixteen by sixteen; what is not drawn here is written. */
const DRAWINGS: Readonly<Record<string, string>> = {
  undo: 'M6.5 3 3 6.5 6.5 10M3.5 6.5H9.5a3.25 3.25 0 0 1 0 6.5H6',
  redo: 'M9.5 3 13 6.5 9.5 10M12.5 6.5H6.5a3.25 3.25 0 0 0 0 6.5H10',
  bold: 'M4.75 3h4a2.35 2.35 0 0 1 0 4.75h-4zM4.75 7.75h4.6a2.6 2.6 0 0 1 0 5.25h-4.6z',
  italic: 'M7 3h5M4 13h5M9.6 3 6.4 13',
  left: 'M2 3.5h12M2 6.5h7M2 9.5h12M2 12.5h7',
  centre: 'M2 3.5h12M4.5 6.5h7M2 9.5h12M4.5 12.5h7',
  right: 'M2 3.5h12M7 6.5h7M2 9.5h12M7 12.5h7',
  wrap: 'M2 3.5h12M2 8h9.25a2.25 2.25 0 0 1 0 4.5H8.5M10 10.75 8.25 12.5 10 14.25M2 12.5h3.5',
  more: 'M1 8.25h5M3.5 5.75v5M7.9 11.2h1.2M12.25 5c1.5 0 2.25 1.4 2.25 3.25s-.75 3.25-2.25 3.25S10 10.1 10 8.25 10.75 5 12.25 5z',
  fewer: 'M1 8.25h5M7.9 11.2h1.2M12.25 5c1.5 0 2.25 1.4 2.25 3.25s-.75 3.25-2.25 3.25S10 10.1 10 8.25 10.75 5 12.25 5z',
  down: 'M4 6.5 8 10.5 12 6.5',
};
const SVG = 'http://www.w3.org/2000/svg';

export function drawing(name: string): Node {
  const lines = DRAWINGS[name];
  if (lines === undefined) return document.createTextNode(name);
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', lines);
  if (name === 'bold') path.setAttribute('stroke-width', '2');
  svg.append(path);
  return svg;
}
