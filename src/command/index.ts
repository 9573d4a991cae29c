import { KERNELS } from '../formula/kernels.generated';
import { useKernels } from '../formula/kernels';
import { diskSentence } from './disk';
import { NO_ANSWER, taas } from './taas';
import { terminalOf } from './terminal';

useKernels(KERNELS);
const words = process.argv.slice(2);
// A sweep has something to put in order; whatever else is asked ends at once. Under npx one Ctrl-C comes twice, and
// whoever presses it again gets no other end.
const interruption = new AbortController();
if (words[0] === 'sweep') process.on('SIGINT', () => interruption.abort());
// A reader that has seen enough, such as head, is no mistake; a disk without room for the answer is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`The answer could not be written. ${diskSentence(error) ?? `${error.message}.`}\n`);
  process.exit(NO_ANSWER);
});

void taas(words, terminalOf(process, interruption.signal)).then((code) => {
  process.exitCode = code;
});
