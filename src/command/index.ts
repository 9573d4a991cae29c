import { KERNELS } from '../formula/kernels.generated';
import { useKernels } from '../formula/kernels';
import { taas } from './taas';
import { terminalOf } from './terminal';

useKernels(KERNELS);
const interruption = new AbortController();
process.once('SIGINT', () => interruption.abort());
// A reader that has seen enough, such as head, is no mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

void taas(process.argv.slice(2), terminalOf(process, interruption.signal)).then((code) => {
  process.exitCode = code;
});
