/** Loaded when the first functions can answer: those that look things up or ask other functions, and what makes them fast. */
import { catalogueOf } from '../catalogue/catalogue';
import { KERNELS } from '../formula/kernels.generated';
import { useKernels } from '../formula/kernels';
import { functions } from '../functions';
import { MORE } from '../functions/formulas';
import { deliver } from './functions';
import { implementation } from './implementation';

/** The functions of the catalogue, as Excel and the pane know them. */
export const catalogue = catalogueOf(functions);

useKernels(KERNELS);
deliver(new Map(MORE.map((name) => [name, implementation(catalogue.find(name), catalogue)])));
