/** True of a word that Excel would read as a cell (`net1`, `R1C1`, `c`), which a LET name must not be. */
export const readsAsCell = (name: string): boolean => /^(?:[a-z]{1,3}[0-9]+|r[0-9]*c?[0-9]*|c[0-9]*)$/i.test(name);
