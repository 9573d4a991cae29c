/** Loaded when the functions have answered: the same analyses, faster. */
import { KERNELS } from '../formula/kernels.generated';
import { useKernels } from '../formula/kernels';

useKernels(KERNELS);
