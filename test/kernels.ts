/** Before every test: analyses compute with the loops that were printed, as they do once the add-in has loaded. */
import { KERNELS } from '../src/formula/kernels.generated';
import { useKernels } from '../src/formula/kernels';

useKernels(KERNELS);
