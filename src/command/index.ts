import { KERNELS } from '../formula/kernels.generated';
import { useKernels } from '../formula/kernels';
import { taas } from './taas';
import { terminalOf } from './terminal';

useKernels(KERNELS);
const words = process.argv.slice(2);
// A sweep has something to put in order; whatever else is asked ends at once. Under npx one Ctrl-C comes twice, and
// whoever presses it again gets no other end.
const interruption = new AbortController();
if (words[0] === 'sweep') process.on('SIGINT', () => interruption.abort());
// A reader that has seen enough, such as head, is no mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

void taas(words, terminalOf(process, interruption.signal)).then((code) => {
  process.exitCode = code;
});
