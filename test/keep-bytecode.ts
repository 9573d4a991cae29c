/**
 * Node 20 throws away the bytecode of functions that were not called for a while, and compiles them again when they are.
 * In a worker that has loaded the same modules for many suites that check of V8's fails now and then
 * (closure_feedback_cell_array), and ends the process with SIGTRAP: so bytecode is kept.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--no-flush-bytecode');
