import { catalogueOf } from '../catalogue/catalogue';
import { Problem } from '../catalogue/problem';
import { KERNELS } from '../formula/kernels.generated';
import { useKernels } from '../formula/kernels';
import { functions } from '../functions';
import { chartOf } from './index';
import type { News, Question } from './messages';

/*
 * Runs analyses beside the page, so that it stays quick: the same functions, on a thread of their own.
 * A page that wants to stop one ends the worker.
 */

const page = self as unknown as {
  onmessage: (event: MessageEvent<Question>) => void;
  postMessage(news: News): void;
};

useKernels(KERNELS);
const catalogue = catalogueOf(functions);
const MS_BETWEEN_NEWS = 16;

page.onmessage = ({ data: { name, args } }) => {
  let told = performance.now();
  const progress = (done: number): void => {
    const now = performance.now();
    if (now - told < MS_BETWEEN_NEWS) return;
    told = now;
    page.postMessage({ done });
  };
  try {
    page.postMessage({ chart: chartOf(catalogue.find(name), args, catalogue, progress) });
  } catch (error) {
    const { code, sentence } =
      error instanceof Problem ? error : new Problem('#VALUE!', `${name} failed: ${String(error)}.`);
    page.postMessage({ problem: { code, sentence } });
  }
};
