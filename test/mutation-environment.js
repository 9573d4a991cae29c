// For mutation testing: one failing test is enough, and tests of size rather than of logic are left out.
const { TestEnvironment } = require('jest-environment-node');

const OF_SIZE =
  /100,000|hundred thousand|half a million|a million|IronCalc|zz_probe|four standard errors|1000 bins|too much/;

module.exports = class extends TestEnvironment {
  failed = false;

  handleTestEvent(event) {
    if (event.name === 'test_done' && event.test.errors.length > 0) this.failed = true;
    if (event.name === 'test_start' && (this.failed || OF_SIZE.test(fullName(event.test)))) event.test.mode = 'skip';
  }
};

const fullName = ({ name, parent }) => (parent ? `${fullName(parent)} ${name}` : name);
