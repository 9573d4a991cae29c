// A transformer of TypeScript for functions.js: of the examples of a function, which are its tests and its help, a cell
// needs none and the pane inserts the arguments of the first; the others stay out of what Excel loads.
const ts = require('typescript');

const isNamed = (node, name) => ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === name;

module.exports = (context) => (file) => {
  const { factory } = context;
  const argumentsOf = (example) =>
    factory.createObjectLiteralExpression(example.properties.filter((property) => isNamed(property, 'args')));
  const visit = (node) => {
    if (!isNamed(node, 'examples') || !ts.isArrayLiteralExpression(node.initializer))
      return ts.visitEachChild(node, visit, context);
    const [first] = node.initializer.elements;
    if (!first || !ts.isObjectLiteralExpression(first)) return node;
    return factory.updatePropertyAssignment(
      node,
      node.name,
      factory.createArrayLiteralExpression([argumentsOf(first)]),
    );
  };
  return file.fileName.includes('/src/functions/') ? ts.visitNode(file, visit) : file;
};
