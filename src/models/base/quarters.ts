/** The quarters that the models come with; more are typed to the right of them, in the columns that are kept free. */
export const QUARTERS = ['1Q25A', '2Q25A', '3Q25A', '4Q25A', '1Q26A', '2Q26E'] as const;

/** How many columns the block has: those, and what is free for quarters to come. */
export const COLUMNS = 12;

/** The quarter that a model looks at when it is opened. */
export const CHOSEN = '1Q26A';
